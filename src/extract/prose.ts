import labels from '../data/labels.json' with { type: 'json' };
import data from '../data/prose.json' with { type: 'json' };
import { type Era, loadProseRules, type ProseRule, type Times } from './prose-rules.js';
import type { Sentence } from './sentences.js';

/** A figure that a sentence states. */
export interface ProseReading {
  readonly code: string;
  readonly value: number;
  readonly raw: string;
  readonly unit: string | null;
  readonly label: string;
  readonly approximate: boolean;
  readonly sentence: Sentence;
  /** It stands in the section that belongs to the indicator. */
  readonly atHome: boolean;
}

const tens: Readonly<Record<string, number>> = labels.tens;
const topics = Object.entries(data.topics).map(([name, pattern]) => ({
  name,
  pattern: new RegExp(pattern, 'g'),
}));
const rejectClause = new RegExp(data.reject_clause);
const rejectSentence = new RegExp(data.reject_sentence);
const rejectBefore = new RegExp(data.reject_before);
const part = new RegExp(data.part);
const otherYear = new RegExp(data.other_year, 'g');
const compared = new RegExp(data.compared, 'g');
const denialWords = new RegExp(data.denial_words);
const nothing = new RegExp(data.nothing);
const list = new RegExp(data.list, 'g');
const listJoin = new RegExp(data.list_join);

/** Pages in a form speak of its indicators; pages without one, of those of their year. */
export function timesOf(
  form: { readonly family: string; readonly edition: string } | undefined,
  year: number | null,
): Times {
  const edition =
    form?.edition ?? data.editions.findLast(({ from }) => year !== null && year >= from)?.edition ?? '';
  const isNow = form ? data.now_families.includes(form.family) : edition !== '';
  return { era: isNow ? 'now' : 'then', edition };
}

/** Reads the figures that sentences state, and the zeros that they state in words. */
export function readProse(sentences: readonly Sentence[], times: Times, year: number | null): ProseReading[] {
  const { statements, denials } = loadProseRules(times);
  return sentences.flatMap((sentence) => {
    if (rejectSentence.test(sentence.text)) return [];
    const stated = /\d/.test(sentence.text)
      ? [
          ...statements.flatMap((rule) => readStatement(rule, sentence, year)),
          ...readLists(sentence, times.era),
        ]
      : [];
    const denied = !denialWords.test(sentence.text)
      ? []
      : denials.flatMap((rule) => readDenial(rule, sentence));
    return [...stated, ...denied.filter((zero) => !stated.some((s) => s.code === zero.code))];
  });
}

function readStatement(rule: ProseRule, sentence: Sentence, year: number | null): ProseReading[] {
  const found = rule.patterns.flatMap((pattern) => [...sentence.text.matchAll(pattern)]);
  return found.flatMap((match) => {
    const { groups = {} } = match;
    const clause = clauseBefore(sentence.text, match.index) + match[0];
    if (rejectBefore.test(sentence.text.slice(0, match.index))) return [];
    if (rejectClause.test(clause) || (rule.whole && part.test(clause))) return [];
    if (isOfOtherYear(sentence.text.slice(0, match.index + match[0].length), year)) return [];
    if (rule.topic !== undefined && nearestTopic(sentence, match.index + match[0].length) !== rule.topic)
      return [];
    const value = readNumber(groups.n ?? '', groups.ten);
    const approximate = groups.about !== undefined || groups.more !== undefined;
    const raw = `${groups.about ?? ''}${groups.n}${groups.ten ?? ''}${groups.more ?? ''}`;
    return [build(rule, sentence, { value, raw, unit: groups.unit ?? null, label: match[0], approximate })];
  });
}

function readDenial(rule: ProseRule, sentence: Sentence): ProseReading[] {
  const isBare = nothing.test(sentence.text) && rule.section?.test(lastHeading(sentence.section));
  const match = rule.patterns.flatMap((pattern) => [...sentence.text.matchAll(pattern)])[0];
  if (!isBare && (!match || rule.not?.test(clauseAround(sentence.text, match.index)))) return [];
  const label = match?.[0] ?? sentence.text;
  return [build(rule, sentence, { value: 0, raw: sentence.text, unit: null, label, approximate: false })];
}

function lastHeading(section: string): string {
  return section.split(' ').at(-1) ?? '';
}

/** Figures given in the order of the nouns before them. */
function readLists(sentence: Sentence, era: Era): ProseReading[] {
  return [...sentence.text.matchAll(list)].flatMap((match) => {
    const nouns = (match.groups?.nouns ?? '').split(listJoin);
    const numbers = (match.groups?.numbers ?? '').split(listJoin);
    if (nouns.length !== numbers.length) return [];
    return data.lists.flatMap(({ topic, section, nouns: known }) =>
      nouns.flatMap((noun, i) => {
        const entry = Object.entries(known).find(([pattern]) => new RegExp(pattern).test(noun))?.[1] as
          | { [era in Era]?: string }
          | undefined;
        const code = entry?.[era];
        if (code === undefined || nearestTopic(sentence, sentence.text.length) !== topic) return [];
        const raw = numbers[i] ?? '';
        const rule = { code, section: new RegExp(section) };
        return [
          build(rule, sentence, {
            value: readNumber(/[\d,]+/.exec(raw)?.[0] ?? '', undefined),
            raw,
            unit: null,
            label: noun,
            approximate: false,
          }),
        ];
      }),
    );
  });
}

function build(
  rule: Pick<ProseRule, 'code' | 'section'>,
  sentence: Sentence,
  rest: Pick<ProseReading, 'value' | 'raw' | 'unit' | 'label' | 'approximate'>,
): ProseReading {
  return { code: rule.code, sentence, atHome: rule.section?.test(sentence.section) ?? false, ...rest };
}

function readNumber(printed: string, ten: string | undefined): number {
  return Number((Number(printed.replaceAll(',', '')) * (tens[ten ?? ''] ?? 1)).toPrecision(12));
}

function clauseBefore(text: string, at: number): string {
  const start = Math.max(text.lastIndexOf(',', at - 1), text.lastIndexOf(':', at - 1)) + 1;
  return text.slice(start, at);
}

function clauseAround(text: string, at: number): string {
  const end = text.indexOf(',', at);
  return clauseBefore(text, at) + text.slice(at, end < 0 ? undefined : end);
}

/** The last year named before a figure is not the report's. */
function isOfOtherYear(before: string, year: number | null): boolean {
  const named = [...before.replace(compared, '').matchAll(otherYear)].at(-1)?.[1];
  return year !== null && named !== undefined && Number(named) !== year;
}

/** The topic named last before a place in the sentence, looking back through the paragraph and to the heading. */
function nearestTopic(sentence: Sentence, end: number): string | undefined {
  const earlier = sentence.before.slice(0, sentence.before.lastIndexOf(sentence.text));
  const text = `${sentence.section}${earlier}${sentence.text.slice(0, end)}`;
  const last = topics.map(({ name, pattern }) => ({
    name,
    at: [...text.matchAll(pattern)].at(-1)?.index ?? -1,
  }));
  return last.sort((a, b) => b.at - a.at).find(({ at }) => at >= 0)?.name;
}
