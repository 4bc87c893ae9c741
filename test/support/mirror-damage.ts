import { createRequire } from 'node:module';
import characters from '../../src/data/characters.json' with { type: 'json' };

/** What a mirror's program did, and how it decoded its own damaged bytes. */
export interface DamageOptions {
  readonly seed: number;
  /** How many characters get a reading; Infinity for every traditional one. */
  readonly annotated: number;
  /** Share of the annotated characters that is taken from those in the text; the rest may straddle by chance. */
  readonly present?: number;
  /** What a dangling byte becomes: `?` in place of the byte behind it too, or U+FFFD before it. */
  readonly hole?: 'eaten' | 'replaced';
  /** What becomes of pairs that no standard assigns. */
  readonly unassigned?: 'private' | 'question' | 'dropped';
  readonly fold?: boolean;
  /** How a reading is written: in brackets, in a tag of its own, with entities for its tones, or without tones. */
  readonly form?: 'brackets' | 'tagged' | 'entities' | 'toneless';
  /** Share of the ideographic spaces that lose their first byte to a `?`. */
  readonly spaces?: number;
  /** The same without a trace: what follows is shifted, and nothing says so. */
  readonly traceless?: boolean;
}

export interface Damaged {
  /** What an undamaged mirror page would say: the same text with its widths folded. */
  readonly printed: string;
  /** The same with `?` for no-break spaces, which the repair leaves. */
  readonly clean: string;
  readonly damaged: string;
  readonly annotated: readonly string[];
  /** Clean characters of which the page holds no byte any more. */
  readonly gone: number;
  /** Clean characters of which the page holds one byte, while no reading tells the other. */
  readonly halved: number;
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

/** A byte, with the character of the clean text it comes from: its place there + 1, or 0 for what was put in. */
type Byte = number;
type Entry = readonly [char: string, readings: string];
const STEP = 0x100;

/** Puts readings behind byte pairs of the text, wherever they stand, as a mirror's program did. */
export function damage(text: string, options: DamageOptions): Damaged {
  const random = createRandom(options.seed);
  const known = [...text].filter(
    (char) => char.charCodeAt(0) < 0x80 || pairOf.has(char) || char === '\u00a0',
  );
  const clean = known.join('').replaceAll('\u00a0', '?');
  const chosen = choose(clean, options, random);
  const bytes = annotate(breakSpaces(encode(clean, true), options, random), chosen, (list) => {
    const all = list.split(' ');
    return encode(print(all[Math.floor(random() ** 3 * all.length)] ?? '', options.form), false);
  });
  const { text: damaged, kept } = decode(bytes, options);
  const halves = kept.filter((count, at) => count === 1 && (clean[at] ?? '') >= '\u0080').length;
  const fold = (options.fold ?? true) ? foldWidths : (plain: string) => plain;
  return {
    printed: fold(known.join('')),
    clean: fold(clean),
    damaged: fold(damaged),
    annotated: chosen.map(([char]) => char),
    gone: kept.filter((count) => count === 0).length,
    halved: halves,
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

function print(reading: string, form: DamageOptions['form']): string {
  if (form === 'tagged') return `<i>(${reading})</i>`;
  if (form === 'toneless') return `(${reading.normalize('NFD').replace(/[\u0300-\u036f]/g, '')})`;
  if (form === 'entities') return `(${reading.replace(/[^a-z]/g, (c) => `&#${c.charCodeAt(0)};`)})`;
  return `(${reading})`;
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

/** An ideographic space has the same byte twice, and the first of them is lost. */
function breakSpaces(bytes: readonly Byte[], options: DamageOptions, random: () => number): Byte[] {
  return bytes.flatMap((byte, at) => {
    const isSpace = readPair(bytes, at) === 0xa1a1 && byte === bytes[at + 1];
    if (!isSpace || random() >= (options.spaces ?? 0)) return [byte];
    return options.traceless ? [] : [byte - 0xa1 + 0x3f];
  });
}

function readPair(bytes: readonly Byte[], at: number): number {
  return (((bytes[at] ?? 0) & 0xff) << 8) | ((bytes[at + 1] ?? 0) & 0xff);
}

/** One character after the other, each with one reading; a pair that has been split by an earlier one is none. */
function annotate(bytes: readonly Byte[], chosen: readonly Entry[], print: (list: string) => Byte[]): Byte[] {
  const places = new Map<number, number[]>();
  for (let at = 0; at + 1 < bytes.length; at++) {
    const pair = readPair(bytes, at);
    const before = places.get(pair);
    if (before) before.push(at);
    else places.set(pair, [at]);
  }
  const behind = new Map<number, Byte[]>();
  for (const [char, list] of chosen) {
    const found = places.get(pairOf.get(char) ?? 0);
    if (!found) continue;
    const addition = print(list);
    for (const at of found) if (!behind.has(at)) behind.set(at + 1, addition);
  }
  return bytes.flatMap((byte, at) => [byte, ...(behind.get(at) ?? [])]);
}

function encode(text: string, isOwn: boolean): Byte[] {
  const bytes: Byte[] = [];
  for (let at = 0; at < text.length; at++) {
    const mark = isOwn ? (at + 1) * STEP : 0;
    const pair = pairOf.get(text.charAt(at));
    if (pair === undefined) bytes.push(mark + text.charCodeAt(at));
    else bytes.push(mark + (pair >> 8), mark + (pair & 0xff));
  }
  return bytes;
}

/** Reads pairs from the left, as the mirror did, whatever had been put between their bytes. */
function decode(bytes: readonly Byte[], { hole = 'eaten', unassigned = 'private' }: DamageOptions) {
  let text = '';
  const kept: number[] = new Array(
    bytes.reduce((most, byte) => Math.max(most, Math.floor(byte / STEP)), 0),
  ).fill(0);
  const keep = (byte: Byte) => {
    if (byte >= STEP) kept[Math.floor(byte / STEP) - 1] = (kept[Math.floor(byte / STEP) - 1] ?? 0) + 1;
  };
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    const next = bytes[at + 1] ?? 0;
    const lead = byte & 0xff;
    const char = lead <= 0x80 ? undefined : charOf.get((lead << 8) | (next & 0xff));
    if (lead <= 0x80) {
      text += lead === 0x80 ? '\u20ac' : String.fromCharCode(lead);
      keep(byte);
    } else if (char === undefined) {
      text += hole === 'replaced' ? '\ufffd' : '?';
      if (next < STEP) keep(byte);
      if (hole === 'eaten') at++;
    } else {
      const isAssigned = !/[\ue000-\uf8ff]/.test(char) || unassigned === 'private';
      if (isAssigned) text += char;
      else if (unassigned === 'question') text += '?';
      if (isAssigned) for (const own of [byte, next]) keep(own);
      at++;
    }
  }
  return { text, kept };
}
