import { flags } from './prose-flags.js';
import { phrasesBefore } from './prose-match.js';
import { keep, type Reader } from './prose-reader.js';
import { isOfTopic, type ProseRule, type ProseRules } from './prose-rules.js';

const NONE = flags('@none');
const ALL = flags('@all');

/** Ends a clause: its words may stand for a number that none of its own does. */
export function closeClause(reader: Reader, end: number): void {
  takeLeft(reader);
  takeAll(reader, end);
}

/** `one request is not due yet, and goes over into the next year`: a noun takes the number of the clause before. */
function takeLeft(reader: Reader): void {
  const { state, rules } = reader;
  const { clause, before } = state;
  const { names, gap } = clause.phrase;
  const number = before?.left;
  if (number === undefined || clause.numbers > 0 || gap || (clause.flags & NONE) !== 0) return;
  const rule = rulesBefore(rules, names).find(({ left }) => left);
  if (rule?.code === undefined || !number.kinds?.has(rule.units)) return;
  const { value, raw, unit, approximate, end } = number;
  keep(reader, {
    code: rule.code,
    value,
    raw,
    unit,
    approximate,
    cumulative: false,
    start: before?.start ?? 0,
    end,
  });
}

/** `all of them by letter`: a noun without a number stands for the figure before it. */
function takeAll(reader: Reader, end: number): void {
  const { state, rules, context, codes } = reader;
  const { clause } = state;
  const { names, gap } = clause.phrase;
  const { rowValue: value, row } = context;
  if (clause.numbers > 0 || gap || clause.pending.length > 0 || codes.size === 0 || value === undefined)
    return;
  const isAll = (clause.flags & ALL) !== 0 || (value === 1 && !clause.other && names.length === 1);
  if (!isAll || (clause.flags & NONE) !== 0) return;
  const rule = rulesBefore(rules, names).find((r) => r.all && isOfTopic(r, context.topic));
  const code = rule?.code?.replace('*', row ?? '');
  if (code === undefined || codes.has(code)) return;
  const rest = { raw: String(value), unit: null, approximate: false, cumulative: false };
  keep(reader, { code, value, ...rest, start: clause.start, end });
}

/** Rules for a number behind the last words, the longer chain first. */
function rulesBefore(rules: ProseRules, names: readonly string[]): ProseRule[] {
  const [, one, two] = phrasesBefore(rules.statements, names);
  return [...(two?.rules ?? []), ...(one?.rules ?? [])];
}
