import type { CodebookEntry } from '../../model/codebook.js';
import type { Shape } from '../../model/formats.js';
import type { TemplateData } from '../../model/template.js';
import type { Head } from '../column.js';
import { longColumns, wideColumns } from '../columns.js';

/** A table as text, and what a script that loads it must know. */
export interface LabelledTable {
  /** Name of the file, which lies beside the script. */
  readonly file: string;
  readonly delimiter: ',' | '\t';
  readonly shape: Shape;
  readonly columns: readonly LabelledColumn[];
  readonly groups: readonly Group[];
}

export interface LabelledColumn extends Head {
  /** Null where it counts nothing. */
  readonly unit: string | null;
}

/** Indicators that the same forms ask for everywhere: without a number on another form, they are not in it. */
export interface Group {
  readonly names: readonly string[];
  readonly forms: readonly { readonly family: string; readonly edition: string }[];
  /** First and last year of pages without a form that tell of the same things. */
  readonly prose: readonly (readonly [first: number, last: number])[];
}

export function describeTable(
  file: string,
  { delimiter, shape }: Pick<LabelledTable, 'delimiter' | 'shape'>,
  codebook: readonly CodebookEntry[],
  templates: readonly TemplateData[],
): LabelledTable {
  const indicators = new Map(codebook.map((entry) => [entry.code, entry]));
  const units = new Map(codebook.map(({ name, unit }) => [name, unit]));
  const columns = shape === 'wide' ? wideColumns(indicators) : longColumns(indicators);
  return {
    ...{ file, delimiter, shape },
    columns: columns.map(({ name, type, zh, en }) => ({
      ...{ name, type, zh, en },
      unit: shape === 'wide' ? (units.get(name) ?? null) : null,
    })),
    groups: groupByForms(codebook, templates),
  };
}

function groupByForms(codebook: readonly CodebookEntry[], templates: readonly TemplateData[]): Group[] {
  const groups = new Map<string, { ids: string[]; names: string[] }>();
  for (const { name, labels } of codebook) {
    const ids = labels.filter(({ local }) => !local).map(({ form }) => form);
    const group = groups.get(ids.join(' ')) ?? { ids, names: [] };
    group.names.push(name);
    groups.set(ids.join(' '), group);
  }
  return [...groups.values()].map(({ ids, names }) => {
    const own = templates.filter(({ id }) => ids.includes(id));
    const families = [...new Set(own.map(({ family }) => family))];
    return {
      names,
      forms: own.map(({ family, edition }) => ({ family, edition })),
      prose: families.map((family) => yearsOf(templates.filter((template) => template.family === family))),
    };
  });
}

function yearsOf(templates: readonly TemplateData[]): [number, number] {
  const years = templates.flatMap((template) => template.years);
  return [Math.min(...years), Math.max(...years)];
}
