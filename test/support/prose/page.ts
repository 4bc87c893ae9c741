import { createRandom, type Random } from '../renderer/random.js';
import { type Draft, draft, type Span, type Stated } from './draft.js';
import { type Facts, makeFacts } from './facts.js';
import { type Paragraph, renderPage } from './render.js';
import { makeValues, type Values } from './values.js';
import { distractors, type Era, type SectionWords, type Topic, wordsOf } from './words.js';

/** A sentence of the page, found again by its place. */
export interface Sentence {
  readonly text: string;
  readonly start: number;
  readonly spans: readonly Span[];
}

export interface MadePage {
  readonly seed: number;
  readonly text: string;
  readonly facts: Facts;
  /** All that the page states, by code; no other code has a figure on it. */
  readonly truth: ReadonlyMap<string, Stated>;
  readonly open: ReadonlySet<string>;
  readonly sentences: readonly Sentence[];
}

interface Author {
  readonly random: Random;
  readonly facts: Facts;
  readonly values: Values;
  readonly truth: Map<string, Stated>;
  readonly open: Set<string>;
  /** Topics with figures so far. */
  readonly told: Set<string>;
}

/** A report in sentences, and what a reader would take from it: the same for the same seed. */
export function makePage(seed: number): MadePage {
  const random = createRandom(seed);
  const era: Era = random.chance(0.5) ? 'earlier' : 'later';
  const facts = makeFacts(random, era);
  const values = makeValues(random, era);
  const author: Author = { random, facts, values, truth: new Map(), open: new Set(), told: new Set() };
  const bodies = wordsOf(era)
    .sections.filter(({ share }) => random.chance(share ?? 0.95))
    .map((words) => ({ words, drafts: writeTopics(author, words) }));
  const sections = bodies.map(({ words, drafts }) => ({
    heading: random.pick(words.headings),
    paragraphs: gather(random, addDistractors(author, words, drafts)),
  }));
  const { text, sentences } = renderPage(random, facts, sections);
  return { seed, text, facts, truth: author.truth, open: author.open, sentences };
}

function writeTopics(author: Author, { topics }: SectionWords): Draft[] {
  const all = wordsOf(author.facts.era).topics;
  return topics.flatMap((name) => {
    const topic = all[name];
    if (!topic) throw new Error(`no topic ${name}`);
    const { year } = author.facts;
    const isOfYear = year >= (topic.from ?? 0) && year <= (topic.to ?? 9999);
    const hasGround = topic.with === undefined || author.told.has(topic.with);
    if (!isOfYear || !hasGround || !author.random.chance(topic.share)) return [];
    return writeTopic(author, name, topic);
  });
}

/** One way of the topic that contradicts nothing said before, if there is one among a few. */
function writeTopic(author: Author, name: string, topic: Topic): Draft[] {
  const { random, truth, open } = author;
  const isNone = topic.zero !== undefined && random.chance(topic.none ?? 0);
  const ways = isNone ? (topic.zero ?? []) : topic.some;
  for (let attempt = 0; attempt < 6; attempt += 1) {
    const at = random.int(0, ways.length - 1);
    const written = draft(
      random,
      author.facts,
      author.values,
      ways[at] ?? '',
      `${name}${isNone ? ' none' : ''} ${at}`,
    );
    if (written.stated.some(({ code, value }) => (truth.get(code)?.value ?? value) !== value)) continue;
    for (const stated of written.stated) if (!truth.has(stated.code)) truth.set(stated.code, stated);
    for (const code of written.open) open.add(code);
    if (!isNone) author.told.add(name);
    return [written];
  }
  return [];
}

/** Lines that speak of another year or go on from a sentence stand after the section's own, never before. */
const GOES_ON =
  /prev|next|上年|去年|明年|上一|下一|历年|累计|近五年|自《|其中|申请量|三年|截至|—|季度|上半年|申请内容|申请人以|从|按|要求|其他/;

function addDistractors(author: Author, { id }: SectionWords, drafts: readonly Draft[]): Draft[] {
  const { random, facts, values, truth } = author;
  const statedOf = (code: string) => truth.get(wordsOf(facts.era).aliases[code] ?? code)?.value;
  const fitting = Object.entries(distractors).filter(
    ([, { in: sections, beside, within }]) =>
      sections.includes(id) &&
      (beside === undefined || statedOf(beside) !== undefined) &&
      (within === undefined || (statedOf(within) ?? 0) > 1),
  );
  const before: Draft[] = [];
  const after: Draft[] = [];
  const chosen = random.sample(fitting, random.int(drafts.length > 0 ? 0 : 1, 4));
  for (const [name, { lines }] of chosen) {
    const at = random.int(0, lines.length - 1);
    const line = lines[at] ?? '';
    if (drafts.length === 0 && line.startsWith('其中')) continue;
    const written = draft(random, facts, values, line, `${name} ${at}`);
    for (const code of written.open) author.open.add(code);
    if (GOES_ON.test(line) || random.chance(0.5)) after.push(written);
    else before.push(written);
  }
  return [...before, ...drafts, ...after];
}

/** Sentences to paragraphs of one to four; a list of lines stands by itself. */
function gather(random: Random, drafts: readonly Draft[]): Paragraph[] {
  const paragraphs: Draft[][] = [];
  let room = 0;
  for (const written of drafts) {
    const isLines = written.text.includes('\n');
    const last = paragraphs.at(-1);
    if (last && room > 0 && !isLines) last.push(written);
    else paragraphs.push([written]);
    room = isLines ? 0 : room > 0 ? room - 1 : random.int(0, 3);
  }
  return paragraphs;
}
