import { listRules } from '../check/catalogue.js';
import wording from '../data/messages.json' with { type: 'json' };
import data from '../data/zh.json' with { type: 'json' };
import { fillLine, type Line, matchLine, type Names, readLine } from './lines.js';

/** Wording of the program, which is English in code, in the language that is to be shown. */
export type Translate = (text: string) => string;

/** English wording of the program in Chinese; what is not its own wording stays as it is. */
export function toChinese(text: string): string {
  return labels.get(text) ?? find(text).text;
}

/** Words that are wording only where they stand alone: inside of a line they may be names. */
const labels: ReadonlyMap<string, string> = new Map(Object.entries(data.labels));

interface Found {
  readonly text: string;
  /** Whether nothing of it is left in English. */
  readonly isWhole: boolean;
}

/** Names that stand for wording, which is translated as well; others stand for what pages, files and options say. */
const wordingNames: ReadonlySet<string> = new Set(data.wording_names);

function find(text: string): Found {
  const { fixed, open } = lines();
  const known = fixed.get(text);
  if (known !== undefined) return { text: known, isWhole: true };
  let best: Found | undefined;
  for (const { english, chinese } of open)
    for (const names of matchLine(text, english)) {
      const found = fill(chinese, names);
      if (found.isWhole) return found;
      best ??= found;
    }
  return best ?? findInside(text);
}

function fill(chinese: Line, names: Names): Found {
  const found = [...names].map(([name, value]): [string, Found] => [name, findNamed(name, value)]);
  const texts = new Map(found.map(([name, { text }]) => [name, text]));
  return { text: fillLine(chinese, texts), isWhole: found.every(([, { isWhole }]) => isWhole) };
}

function findNamed(name: string, value: string): Found {
  if (name === PROBLEMS) return join(value.split('\n').map(findProblem), '\n');
  if (name === NUMBER) return { text: value, isWhole: /^\d+$/.test(value) };
  return wordingNames.has(name) ? find(value) : { text: value, isWhole: true };
}

/** Names that stand for problems, a line each; for a number of digits alone; and for all that a frame holds. */
const PROBLEMS = 'problems';
const NUMBER = 'number';
const FRAMED = 'line';
const MOST_PLACES = 6;

/** What is wrong, behind the places where it is: file, line, field. A place of one word is a name. */
function findProblem(text: string): Found {
  const parts = text.split(': ');
  for (let places = 0; places < parts.length && places <= MOST_PLACES; places++) {
    const problem = find(parts.slice(places).join(': '));
    if (!problem.isWhole) continue;
    const before = parts.slice(0, places).map((place) => (place.includes(' ') ? find(place).text : place));
    return { text: [...before, problem.text].join(find(': ').text), isWhole: true };
  }
  return { text, isWhole: false };
}

function join(found: readonly Found[], mark: string): Found {
  return { text: found.map(({ text }) => text).join(mark), isWhole: found.every(({ isWhole }) => isWhole) };
}

/** Line by line, and without the spaces around. */
function findInside(text: string): Found {
  const body = text.trim();
  if (body === '') return { text, isWhole: true };
  if (body !== text) {
    const { text: chinese, isWhole } = find(body);
    return { text: text.replace(body, () => chinese), isWhole };
  }
  if (!text.includes('\n')) return { text, isWhole: false };
  return join(text.split('\n').map(find), '\n');
}

interface Lines {
  readonly fixed: ReadonlyMap<string, string>;
  /** Lines with names, the surest first. */
  readonly open: readonly { readonly english: Line; readonly chinese: Line }[];
}

/** How surely a text that fits a line is that line: frames, lines of several lines, then those that begin with no name. */
function weightOf({ parts, names }: Line): number {
  const fast = parts.join('');
  if (names.length === 1 && names[0] === FRAMED) return 4 * LONGEST;
  return fast.length + (fast.includes('\n') ? 2 * LONGEST : 0) + (parts[0] === '' ? 0 : LONGEST);
}

const LONGEST = 10_000;

let read: Lines | undefined;

function lines(): Lines {
  read ??= readLines();
  return read;
}

function readLines(): Lines {
  const pairs = listPairs();
  const isOpen = ([english]: readonly [string, string]) => readLine(english).names.length > 0;
  const open = pairs.filter(isOpen).map(([en, zh]) => ({ english: readLine(en), chinese: readLine(zh) }));
  return {
    fixed: new Map(pairs.filter((pair) => !isOpen(pair))),
    open: open.sort((a, b) => weightOf(b.english) - weightOf(a.english)),
  };
}

/** All wording in English with its Chinese: what the commands say, and the messages and rules of records. */
function listPairs(): (readonly [string, string])[] {
  return [
    ...[data.commander, data.zod, data.help, data.talk, data.findings, data.records].flatMap((part) =>
      Object.entries(part),
    ),
    ...Object.values(wording).map(({ text, text_zh }) => [text, text_zh] as const),
    ...listRules().map(({ rule: { name } }) => [name.en, name.zh] as const),
  ];
}
