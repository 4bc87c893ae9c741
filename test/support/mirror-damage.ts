import { createRequire } from 'node:module';
import characters from '../../src/data/characters.json' with { type: 'json' };

/** How the mirror's program decoded its own damaged bytes. */
export interface DamageOptions {
  readonly seed: number;
  /** How many characters get a reading; Infinity for every traditional one. */
  readonly annotated: number;
  /** Share of the annotated characters that is taken from those in the text; the rest may straddle by chance. */
  readonly present?: number;
  /** What a dangling byte becomes: `?` in place of the character behind it too, or U+FFFD before it. */
  readonly hole?: 'eaten' | 'replaced';
  /** What becomes of pairs that no standard assigns. */
  readonly unassigned?: 'private' | 'question' | 'dropped';
  readonly fold?: boolean;
}

export interface Damaged {
  /** What an undamaged mirror page would say: the same text with its widths folded. */
  readonly clean: string;
  readonly damaged: string;
  readonly annotated: readonly string[];
}

const { Converter } = createRequire(import.meta.url)('opencc-js') as {
  Converter: (options: { from: string; to: string }) => (text: string) => string;
};
export const toTraditional = Converter({ from: 'cn', to: 't' });

const decoder = new TextDecoder('gb18030');
const pairOf = new Map<string, number>();
const charOf = new Map<number, string>();
for (let lead = 0x81; lead <= 0xfe; lead++)
  for (let trail = 0x40; trail <= 0xfe; trail++) {
    const char = trail === 0x7f ? '\ufffd' : decoder.decode(Uint8Array.of(lead, trail));
    if (char.length !== 1 || char === '\ufffd') continue;
    if (!pairOf.has(char)) pairOf.set(char, (lead << 8) | trail);
    charOf.set((lead << 8) | trail, char);
  }
const readings = Object.entries(characters.readings as Record<string, string>).filter(([char]) =>
  pairOf.has(char),
);

/** Puts readings behind byte pairs of the text, wherever they stand, as a mirror's program did. */
export function damage(text: string, options: DamageOptions): Damaged {
  const random = createRandom(options.seed);
  const known = [...text].filter((char) => char.charCodeAt(0) < 0x80 || pairOf.has(char)).join('');
  let bytes = encode(known);
  const chosen = choose(known, options, random);
  for (const [char, list] of chosen) {
    const all = list.split(' ');
    const reading = all[Math.floor(random() ** 3 * all.length)] ?? '';
    bytes = annotate(bytes, pairOf.get(char) ?? 0, encode(`(${reading})`));
  }
  const fold = (options.fold ?? true) ? foldWidths : (plain: string) => plain;
  return {
    clean: fold(known),
    damaged: fold(decode(bytes, options)),
    annotated: chosen.map(([char]) => char),
  };
}

/** mulberry32: the same numbers for the same seed. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000;
  };
}

function foldWidths(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
}

function choose(text: string, options: DamageOptions, random: () => number) {
  const shuffle = <T>(list: readonly T[]) =>
    list
      .map((item) => ({ item, key: random() }))
      .sort((a, b) => a.key - b.key)
      .map(({ item }) => item);
  if (options.annotated >= readings.length) return shuffle(readings);
  const inText = new Set(text);
  const present = shuffle(readings.filter(([char]) => inText.has(char)));
  const first = present.slice(0, Math.round(options.annotated * (options.present ?? 0.8)));
  const rest = shuffle(readings.filter((entry) => !first.includes(entry)));
  return shuffle([...first, ...rest.slice(0, options.annotated - first.length)]);
}

function annotate(bytes: readonly number[], pair: number, addition: readonly number[]): number[] {
  const result: number[] = [];
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    result.push(byte);
    if (byte !== pair >> 8 || bytes[at + 1] !== (pair & 0xff)) continue;
    result.push(pair & 0xff, ...addition);
    at++;
  }
  return result;
}

function encode(text: string): number[] {
  return [...text].flatMap((char) => {
    const pair = pairOf.get(char);
    return pair === undefined ? [char.charCodeAt(0)] : [pair >> 8, pair & 0xff];
  });
}

function decode(bytes: readonly number[], { hole = 'eaten', unassigned = 'private' }: DamageOptions): string {
  let text = '';
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte <= 0x80) {
      text += byte === 0x80 ? '\u20ac' : String.fromCharCode(byte);
      continue;
    }
    const next = bytes[at + 1];
    const char = next === undefined ? undefined : charOf.get((byte << 8) | next);
    if (char === undefined && next !== undefined && next < 0x80 && hole === 'replaced') text += '\ufffd';
    else {
      at++;
      if (char !== undefined && (unassigned === 'private' || !/[\ue000-\uf8ff]/.test(char))) text += char;
      else if (char === undefined || unassigned === 'question') text += '?';
    }
  }
  return text;
}
