import type { CodebookEntry, Comparison, FormLabel } from '../model/codebook.js';
import type { Catalogue } from '../model/template.js';
import { pairCodes } from './crosswalk.js';
import { formLabels } from './form-labels.js';

/** A last year behind this one says that a form is in force. */
const OPEN_END = 2090;

/** How the indicator `from` compares with another of a newer form, as a crosswalk has it. */
export interface CrosswalkLine extends Comparison {
  readonly from: string;
}

/**
 * The codebook with all that the forms say of each indicator.
 * @param crosswalk how indicators of one form compare with those of another; else that of the panel
 */
export function describeIndicators(
  { templates, indicators }: Catalogue,
  crosswalk: readonly CrosswalkLine[] = pairCodes(),
): CodebookEntry[] {
  const forms = [...templates]
    .sort((a, b) => a.data.years[0] - b.data.years[0])
    .map((template) => ({ template, labels: formLabels(template.data) }));
  return [...indicators.values()].map((indicator) => {
    const own = forms.flatMap(({ template, labels }) => {
      const asked = labels.get(indicator.code);
      return asked ? [{ template, asked }] : [];
    });
    const lastYears = own.map(({ template }) => template.data.years[1]);
    const last = Math.max(...lastYears);
    return {
      ...indicator,
      labels: own.map(
        ({ template, asked }): FormLabel => ({
          form: template.data.id,
          ...asked,
          unit: template.units.get(indicator.code) ?? indicator.unit,
        }),
      ),
      first_year: own[0]?.template.data.years[0] ?? null,
      last_year: own.length === 0 || last > OPEN_END ? null : last,
      sources: [...new Set(own.map(({ template }) => template.data.source))],
      comparisons: comparisonsOf(indicator.code, crosswalk),
    };
  });
}

function comparisonsOf(code: string, crosswalk: readonly CrosswalkLine[]): Comparison[] {
  return crosswalk.flatMap(({ from, ...line }) => {
    if (from === code) return [line];
    return line.code === code ? [{ ...line, code: from }] : [];
  });
}
