/** A line of wording with `{names}`: what stands fast, and the names between. */
export interface Line {
  readonly parts: readonly string[];
  readonly names: readonly string[];
}

/** What the names of a line stand for in a text. */
export type Names = ReadonlyMap<string, string>;

export function readLine(line: string): Line {
  const pieces = line.split(/\{(\w+)\}/);
  return { parts: pieces.filter((_, i) => i % 2 === 0), names: pieces.filter((_, i) => i % 2 === 1) };
}

/** Puts what they stand for in the place of a line's names. */
export function fillLine({ parts, names }: Line, values: Names): string {
  return parts.map((part, i) => part + (values.get(names[i] ?? '') ?? '')).join('');
}

/**
 * The ways in which a text is a line with its names filled in, in linear time: each name as short as can be from the
 * left, then from the right where that is another way.
 */
export function matchLine(text: string, { parts, names }: Line): Names[] {
  const [first = ''] = parts;
  const last = parts.length > 1 ? (parts.at(-1) ?? '') : '';
  const end = text.length - last.length;
  if (!text.startsWith(first) || !text.endsWith(last) || end < first.length) return [];
  const inner = text.slice(first.length, end);
  const between = parts.slice(1, -1);
  const ways = [cutFromLeft(inner, between), cutFromRight(inner, between)];
  const different = ways.filter((way, i) => way && (i === 0 || way.join('\0') !== ways[0]?.join('\0')));
  return different.map((way) => new Map(names.map((name, i) => [name, way?.[i] ?? ''])));
}

function cutFromLeft(text: string, marks: readonly string[]): string[] | undefined {
  const pieces: string[] = [];
  let at = 0;
  for (const mark of marks) {
    const next = text.indexOf(mark, at);
    if (next < 0) return undefined;
    pieces.push(text.slice(at, next));
    at = next + mark.length;
  }
  return [...pieces, text.slice(at)];
}

function cutFromRight(text: string, marks: readonly string[]): string[] | undefined {
  const pieces: string[] = [];
  let end = text.length;
  for (const mark of marks.toReversed()) {
    const next = end < mark.length ? -1 : text.lastIndexOf(mark, end - mark.length);
    if (next < 0) return undefined;
    pieces.unshift(text.slice(next + mark.length, end));
    end = next;
  }
  return [text.slice(0, end), ...pieces];
}
