import type { Translate } from '../talk/translate.js';
import type { Difference } from './compare.js';

const COLUMNS = [
  ...(['path', 'container', 'kind', 'what', 'code', 'origin', 'old', 'new'] as const),
  ...(['old_template', 'new_template'] as const),
];

/** Differences as a table, the names of its columns first. */
export function* differencesTable(differences: readonly Difference[]) {
  yield [...COLUMNS];
  for (const difference of differences) yield COLUMNS.map((name) => difference[name]);
}

/** Differences for people, in the language that they read: how many by form and indicator, then each in a line. */
export function printDifferences(differences: readonly Difference[], translate: Translate): string {
  const nothing = translate('nothing');
  const counts = new Map<string, Record<Difference['kind'], number>>();
  for (const difference of differences) {
    const key = `${formOf(difference)}  ${difference.code ?? difference.what}`;
    const count = counts.get(key) ?? { gain: 0, loss: 0, change: 0 };
    count[difference.kind]++;
    counts.set(key, count);
  }
  const sums = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    ...sums.map(
      ([key, { gain, loss, change }]) =>
        `${key}: ${translate(`${gain} gained, ${loss} lost, ${change} changed`)}\n`,
    ),
    ...(sums.length > 0 ? ['\n'] : []),
    ...differences.map(
      ({ path, container, what, code, origin, old, new: young }) =>
        `${container === null ? '' : `${container}!`}${path}: ${code === null ? what : `${code} (${origin})`}: ${old ?? nothing} -> ${young ?? nothing}\n`,
    ),
  ].join('');
}

function formOf({ old_template, new_template }: Difference): string {
  const forms = new Set([old_template, new_template].filter((form) => form !== ''));
  return forms.size === 0 ? '-' : [...forms].join(' -> ');
}
