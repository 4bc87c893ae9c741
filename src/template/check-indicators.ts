import reserved from '../data/reserved-names.json' with { type: 'json' };
import type { Indicator } from '../model/template.js';
import { indicatorSchema } from '../model/template-schema.js';
import { INDICATOR_COLUMNS, readIndicators } from './indicators.js';

export interface CheckedIndicators {
  readonly indicators: readonly Indicator[];
  readonly problems: readonly string[];
}

/** Reads the indicators that a template brings along, and says what is wrong with each line. */
export function checkIndicators(
  file: string,
  text: string | null,
  known: ReadonlyMap<string, Indicator>,
  taken: readonly string[],
): CheckedIndicators {
  if (text === null) return { indicators: [], problems: [] };
  const [head, ...lines] = text.replace(/[\r\n]+$/, '').split(/\r?\n/);
  if (head !== INDICATOR_COLUMNS.join('\t'))
    return {
      indicators: [],
      problems: [`${file}: line 1: must be ${INDICATOR_COLUMNS.join(', ')}, parted by tabs`],
    };
  const indicators = readIndicators(text);
  const codes = new Set(known.keys());
  const names = new Set([...known.values()].map(({ name }) => name).concat(taken, reserved.words));
  const parents = new Set([...known.keys(), ...indicators.map(({ code }) => code)]);
  const problems = indicators.flatMap((indicator, i) => {
    const cells = lines[i]?.split('\t').length ?? 0;
    const wrong = [
      ...(cells === INDICATOR_COLUMNS.length ? [] : [`has ${cells} fields, not ${INDICATOR_COLUMNS.length}`]),
      ...readProblems(indicator),
      ...(codes.has(indicator.code) ? [`code: “${indicator.code}” is there already`] : []),
      ...(names.has(indicator.name)
        ? [`name: the column “${indicator.name}” is there already or reserved`]
        : []),
      ...(indicator.parent === '' || parents.has(indicator.parent)
        ? []
        : [`parent: unknown code “${indicator.parent}”`]),
    ];
    codes.add(indicator.code);
    names.add(indicator.name);
    return wrong.map((problem) => `${file}: line ${i + 2}: ${problem}`);
  });
  return { indicators, problems };
}

function readProblems(indicator: Indicator): string[] {
  const { error } = indicatorSchema.safeParse(indicator);
  return (error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
}
