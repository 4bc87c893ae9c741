const spaces = /\s+/g;
const space = /\s/;
const [HAN, MARK, SPACE] = [1, 2, 4];
/** By code unit, what decides about spaces; 0 for all else. */
const kinds = buildKinds();

/** A string as the record shows it: lines joined, runs of spaces made one, none between Han characters. */
export function tidy(text: string): string {
  let at = findSpace(text, 0);
  if (at === text.length) return text;
  let tidied = text.slice(0, at);
  while (at < text.length) {
    const before = kindAt(text, at - 1);
    while (isSpace(text.charCodeAt(at))) at++;
    const isKept = tidied !== '' && at < text.length && !isAroundHan(before, kindAt(text, at));
    const end = findSpace(text, at);
    tidied += isKept ? ` ${text.slice(at, end)}` : text.slice(at, end);
    at = end;
  }
  return tidied;
}

/** True where tidying `[start, end)` of some code units would change anything. */
export function holdsSpace(codes: Uint16Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (isSpace(codes[at] ?? 0)) return true;
  return false;
}

function findSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** Han characters, of which most text is, are told by their number alone. */
function isSpace(code: number): boolean {
  return code > 0x3000 ? code === 0xfeff : kinds[code] === SPACE;
}

function kindAt(text: string, at: number): number {
  return kinds[text.charCodeAt(at)] ?? 0;
}

function isAroundHan(before: number, behind: number): boolean {
  return before === HAN ? behind !== 0 : before === MARK && behind === HAN;
}

function buildKinds(): Uint8Array {
  const table = new Uint8Array(0x10000);
  table.fill(HAN, 0x2e80, 0xa000).fill(HAN, 0xf900, 0xfb00).fill(HAN, 0x2018, 0x201e);
  for (const char of '\u2014\u2026') table[char.charCodeAt(0)] = HAN;
  for (const char of ',;:()?!') table[char.charCodeAt(0)] = MARK;
  table.fill(SPACE, 0x09, 0x0e).fill(SPACE, 0x2000, 0x200b);
  for (const char of ' \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff') table[char.charCodeAt(0)] = SPACE;
  return table;
}

/** Without any space: the form in which patterns are matched. */
export function squeeze(text: string): string {
  return space.test(text) ? text.replace(spaces, '') : text;
}

/** The same for a tidy text, of which no space is other than a plain one. */
export function closeUp(tidied: string): string {
  return tidied.includes(' ') ? tidied.replaceAll(' ', '') : tidied;
}

/** True where a text holds one of the parts, and where there are none to hold. */
export function holdsAny(text: string, parts: readonly string[]): boolean {
  if (parts.length === 0) return true;
  for (const part of parts) if (text.includes(part)) return true;
  return false;
}

/** By code units, so that the order is the same everywhere. */
export function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
