import characters from '../data/characters.json' with { type: 'json' };
import data from '../data/mirror.json' with { type: 'json' };
import { gbk, isLead } from './mirror-bytes.js';

/** A reading found in the page: as its table spells it, and where it ends. */
export interface Reading {
  readonly text: string;
  readonly end: number;
}

let known: ReadonlyMap<number, ReadonlySet<string>> | undefined;
const dangling = new Map<string, readonly number[]>();
const MEMORY = 4096;

const TONED = /[\u00e0-\u00fc\u0101-\u01dc]/;
const LETTERS =
  '(?:[a-z\u00e0-\u00fc\u0101-\u01dc\u0251\u0261]|&#x?[0-9a-f]{2,5};|&[aeiou](?:grave|acute|uml);){1,7}';
/** `(fa)`, and in markup `<i>(fa)</i>` or `(<i>fa</i>)`; the tones are in the letters or written as entities. */
const whole = new RegExp(`[(\uff08](${LETTERS})[)\uff09]`, 'y');
const marked = new RegExp(`<([a-z]{1,6})(?: [^<>]{0,60})?>[(\uff08](${LETTERS})[)\uff09]</\\1>`, 'y');
/** The same behind an eaten first character. */
const headless = new RegExp(`(${LETTERS})[)\uff09]`, 'y');
const headlessMarked = new RegExp(`([a-z]{1,6})(?: [^<>]{0,60})?>[(\uff08](${LETTERS})[)\uff09]</\\1>`, 'y');
const entity = /&(?:#(x?)([0-9a-f]+)|([aeiou])(grave|acute|uml));/g;
const special = /[&\u0251\u0261]/;
const ACCENTS: Readonly<Record<string, string>> = { grave: '\u0300', acute: '\u0301', uml: '\u0308' };

/** A reading in brackets at this place. */
export function findReading(source: string, at: number): Reading | undefined {
  if (source.charCodeAt(at) === 0x3c) return match(marked, source, at, 2);
  return match(whole, source, at, 1);
}

/** A reading whose bracket, or the bracket of whose tag, has been eaten by what stands before this place. */
export function findHeadless(source: string, at: number): Reading | undefined {
  const code = source.charCodeAt(at);
  if (code === 0x3c || code === 0x28 || code === 0xff08) return findReading(source, at);
  if (code !== 0x26 && (code < 0x61 || code > 0x251)) return undefined;
  return match(headless, source, at, 1) ?? match(headlessMarked, source, at, 2);
}

export function hasTone(reading: string): boolean {
  return TONED.test(reading);
}

/** True where this only-traditional character may be read so. */
export function isReadAs(code: number, reading: string): boolean {
  known ??= loadReadings();
  return known.get(code)?.has(reading) ?? false;
}

/** The second bytes that make an annotated character, read so, of this first byte. */
export function findDangling(first: number, reading: string): readonly number[] {
  const key = `${first} ${reading}`;
  const before = dangling.get(key);
  if (before) return before;
  const found: number[] = [];
  if (isLead(first))
    for (let byte = 0x40; byte <= 0xfe; byte++)
      if (isReadAs(gbk().charOf[(first << 8) | byte] ?? 0, reading)) found.push(byte);
  if (dangling.size >= MEMORY) dangling.clear();
  dangling.set(key, found);
  return found;
}

function match(pattern: RegExp, source: string, at: number, group: number): Reading | undefined {
  pattern.lastIndex = at;
  const text = pattern.exec(source)?.[group];
  return text === undefined ? undefined : { text: spell(text), end: pattern.lastIndex };
}

/** Entities decoded, and the phonetic letters that some fonts need as plain ones. */
function spell(letters: string): string {
  if (!special.test(letters)) return letters;
  const plain = letters.replace(entity, (_, hex: string, digits: string, letter: string, accent: string) =>
    letter
      ? `${letter}${ACCENTS[accent] ?? ''}`.normalize('NFC')
      : String.fromCharCode(Number.parseInt(digits, hex ? 16 : 10)),
  );
  return plain.replace(/\u0251/g, 'a').replace(/\u0261/g, 'g');
}

function loadReadings(): Map<number, Set<string>> {
  const map = new Map<number, Set<string>>();
  for (const table of [characters.readings, data.readings])
    for (const [char, list] of Object.entries(table)) {
      const code = char.charCodeAt(0);
      map.set(code, new Set([...(map.get(code) ?? []), ...list.split(' ')]));
    }
  return map;
}
