import data from '../data/sections.json' with { type: 'json' };
import type { Block, Line } from '../model/page.js';
import type { Placer } from '../model/placer.js';
import type { Section } from '../model/record.js';

/** A heading of the report and the text up to the next one, offsets in the page text. */
export interface SectionReading {
  readonly level: number;
  readonly number: string;
  readonly heading: string;
  readonly line: Line;
  readonly text: readonly Line[];
}

const levels = data.levels.map((pattern) => new RegExp(pattern));
const runIn = new RegExp(data.run_in);
const numberAlone = new RegExp(data.number_alone);
const contents = new RegExp(data.contents);
const mayEndContents = new RegExp(data.contents_end);

/** Cuts the body into sections at its headings; lines that belong to a table are neither heading nor text. */
export function readSections(body: readonly Block[], claimed: ReadonlySet<number>): SectionReading[] {
  const sections: OpenSection[] = [];
  for (const line of joinNumbers(body.filter((block): block is Line => isOwn(block, claimed)))) {
    const own = readHeading(line);
    if (own) sections.push(own);
    else sections.at(-1)?.text.push(line);
  }
  return withoutContents(sections);
}

function isOwn(block: Block, claimed: ReadonlySet<number>): boolean {
  if (block.kind !== 'line' || claimed.has(block.start)) return false;
  return !(mayEndContents.test(block.text.slice(-1)) && contents.test(block.text));
}

/** A number alone belongs to the line below it. */
function joinNumbers(lines: readonly Line[]): Line[] {
  const joined: Line[] = [];
  for (const line of lines) {
    const before = joined.at(-1);
    if (before && mayOpen(before) && numberAlone.test(before.text) && line.text.length <= data.longest)
      joined[joined.length - 1] = { ...line, start: before.start, text: before.text + line.text };
    else joined.push(line);
  }
  return joined;
}

/** Headings without text that come again with it are a list of contents, or were printed twice. */
function withoutContents<T extends SectionReading>(sections: readonly T[]): T[] {
  const last = new Map(sections.map(({ heading }, i) => [heading, i]));
  return sections.filter(({ heading, text }, i) => text.length > 0 || last.get(heading) === i);
}

interface OpenSection extends SectionReading {
  readonly text: Line[];
}

/** Most lines do not begin as a number does. */
function mayOpen({ text }: Line): boolean {
  return data.opens.includes(text.charAt(0));
}

function readHeading(line: Line): OpenSection | undefined {
  if (!mayOpen(line)) return undefined;
  const { text } = line;
  const level = levels.findIndex((pattern) => pattern.test(text));
  if (level < 0) return undefined;
  const number = levels[level]?.exec(text)?.[0] ?? '';
  const isWhole = text.length <= data.longest && !data.ends.includes(text.at(-1) ?? '');
  const heading = isWhole ? text : cutHeading(text);
  if (heading === undefined) return undefined;
  return { level: level + 1, number: number.trim(), heading, line, text: [] };
}

/** A heading that runs into its paragraph ends at the first full stop, if that comes early. */
function cutHeading(text: string): string | undefined {
  return runIn.exec(text)?.[1];
}

export function toSections(sections: readonly SectionReading[], placer: Placer): Section[] {
  return sections.map(({ level, number, heading, line, text }) => ({
    level,
    number,
    heading,
    text: (heading === line.text ? text : [line, ...text]).map((t) => t.text).join('\n'),
    place: placer({ start: line.start, end: text.at(-1)?.end ?? line.end }),
  }));
}
