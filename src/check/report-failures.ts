import { MessageSink } from '../model/messages.js';
import type { CheckResult, Culprit, Message, Value } from '../model/record.js';
import type { Assessed } from './assess.js';
import type { Correction, Explanation } from './explanations.js';

/** What failed on a page, and the cells that explain it. */
export interface Failures {
  readonly assessed: readonly Assessed[];
  readonly explanations: readonly Explanation[];
  /** One for each explanation, in order. */
  readonly culprits: readonly Culprit[];
}

/** What to say of what fails: a message for each culprit, and for each failure that no culprit explains. */
export function reportFailures(failures: Failures, values: readonly Value[]): Message[] {
  const messages = new MessageSink();
  const inTables = new Map(values.filter((v) => v.origin === 'table').map((v) => [v.code, v]));
  for (const [i, culprit] of failures.culprits.entries())
    reportCulprit(culprit, failures.explanations[i]?.sets ?? [], inTables, messages);
  const explained = new Set(failures.culprits.flatMap(({ explains }) => explains));
  for (const { check, result } of failures.assessed) {
    if (result.status !== 'fail' || explained.has(result.id)) continue;
    const { id, left, right, codes, kind } = result;
    const names = { name: check.rule.name.en, left: left ?? '', right: right ?? '', check: id };
    messages.add(MESSAGE_OF[kind], { place: placeOf(codes, inTables), codes, with: names });
  }
  return messages.messages;
}

const MESSAGE_OF = {
  identity: 'identity_fails',
  bound: 'bound_fails',
  suspicion: 'suspicion',
} as const satisfies Record<CheckResult['kind'], string>;

type InTables = ReadonlyMap<string, Value>;

function reportCulprit(
  { codes, slip, explains, alternatives = [] }: Culprit,
  sets: readonly (readonly Correction[])[],
  inTables: InTables,
  messages: MessageSink,
): void {
  const checks = explains.join(', ');
  const [first = []] = sets;
  const [single] = first;
  if (codes.length === 1 && single) {
    const { printed, implied } = single;
    const names = {
      cell: cellOf(single, inTables),
      printed: printed ?? '–',
      implied,
      slip: slip ?? '',
      checks,
    };
    messages.add('culprit', { place: placeOf(codes, inTables), codes, with: names });
  } else if (codes.length > 1) {
    const cells = first.map((correction) => describe(correction, inTables)).join('; ');
    messages.add('culprit_set', { place: placeOf(codes, inTables), codes, with: { cells, checks } });
  } else {
    const all = [...new Set(alternatives.flat())];
    const text = sets.map((set) => set.map((one) => describe(one, inTables)).join(' + ')).join(' | ');
    const names = { count: sets.length, sets: text, checks };
    messages.add('culprit_open', { place: placeOf(all, inTables), codes: all, with: names });
  }
}

function describe(correction: Correction, inTables: InTables): string {
  const { printed, implied } = correction;
  return `${cellOf(correction, inTables)} ${printed ?? '–'} → ${implied}`;
}

function cellOf({ code }: Correction, inTables: InTables): string {
  const label = inTables.get(code)?.label ?? '';
  return label === '' ? code : `${code} “${label}”`;
}

function placeOf(codes: readonly string[], inTables: InTables) {
  return codes.flatMap((code) => inTables.get(code)?.place ?? [])[0] ?? null;
}
