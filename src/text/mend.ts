import { decodeHTML } from 'entities';
import data from '../data/mend.json' with { type: 'json' };
import { addCode, type CodeSet, createCodeSet, hasCode } from './codes.js';
import type { TextWriter } from './page-text.js';
import { remember } from './remember.js';

/** How often each kind of damage was mended. */
export type Repairs = Map<string, number>;

const NOTHING = '';
const RADICALS: readonly [number, number] = [0x2e80, 0x2fdf];
const COMPATIBILITY: readonly [number, number] = [0xf900, 0xfaff];
const folds = buildFolds();
const [LINE_FEED, AMPERSAND, LESS, QUESTION] = [0x0a, 0x26, 0x3c, 0x3f];
const kinds: Readonly<Record<number, string>> = {
  [AMPERSAND]: 'entity',
  [LESS]: 'inline_tag',
  [QUESTION]: 'lost_space',
};
/** All else always stays as it is. */
const mayChange = listChanging();
const entity = /&(?:amp;){0,2}(?:#x[0-9a-f]{1,6}|#\d{1,7}|[a-z][a-z0-9]{1,31});?/iy;
const readEntity = remember((printed) => {
  const plain = printed.replace(/&(?:amp;)+/i, '&');
  const char = decodeHTML(plain.endsWith(';') ? plain : `${plain};`);
  if (char === plain || char.startsWith('&')) return char === '&' ? char : printed;
  return [...char].map((c) => folds[c.charCodeAt(0)] ?? c).join('');
});
const inlineTag = new RegExp(data.inline_tags, 'iy');

export interface MendOptions {
  /** A mirror site's page, where `?` stands for lost spaces. */
  readonly mirrored: boolean;
  readonly repairs: Repairs;
  /** What a line break becomes. */
  readonly newline: string;
  /** Text with a few tags of HTML left in it: they are taken out. */
  readonly tags?: boolean;
}

/** Writes `[start, end)` of the writer's source with compatibility forms, spaces and entities put right. */
export function mend(writer: TextWriter, start: number, end: number, options: MendOptions): void {
  const { source, codes } = writer;
  for (let at = writer.copyUpTo(mayChange, start, end); at < end; at = writer.copyUpTo(mayChange, at, end)) {
    const code = codes[at] ?? 0;
    const printed = findTag(source, at, end, code, options);
    const text = printed === undefined ? mendOne(source, at, code, options) : readTag(printed, code);
    if (text === undefined) {
      writer.copyOne(at++);
      continue;
    }
    const next = at + (printed?.length ?? 1);
    writer.put(text, at, next);
    const kind = kindOf(code);
    if (kind) options.repairs.set(kind, (options.repairs.get(kind) ?? 0) + 1);
    at = next;
  }
}

/** True for a text in which nothing is to be put right. */
export function isMended(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (hasCode(mayChange, text.charCodeAt(at))) return false;
  return true;
}

/** An entity, or a tag that is to be taken out. */
function findTag(source: string, at: number, end: number, code: number, { tags }: MendOptions) {
  if (code === AMPERSAND) return matchAt(entity, source, at, end);
  return code === LESS && tags ? matchAt(inlineTag, source, at, end) : undefined;
}

function readTag(printed: string, code: number): string {
  return code === AMPERSAND ? readEntity(printed) : ' ';
}

/** What stands for one character; undefined where it stays. */
function mendOne(source: string, at: number, code: number, { mirrored, newline }: MendOptions) {
  if (code === QUESTION) return mirrored && isLostSpace(source, at) ? ' ' : undefined;
  return code === LINE_FEED ? newline : folds[code];
}

/** What folding is called that other people would see; widths and spaces differ from page to page and are no damage. */
function kindOf(code: number): string | undefined {
  if (code < 0x80) return kinds[code];
  if (code >= RADICALS[0] && code <= RADICALS[1]) return 'radical';
  return code >= COMPATIBILITY[0] && code <= COMPATIBILITY[1] ? 'compatibility_ideograph' : undefined;
}

/** One entry for every character that is folded; a line break becomes what the caller asks for, a CR nothing. */
function buildFolds(): (string | undefined)[] {
  const table: (string | undefined)[] = new Array(0x10000).fill(undefined);
  for (let code = 0xff01; code <= 0xff5e; code++) table[code] = String.fromCharCode(code - 0xfee0);
  for (const [char, plain] of Object.entries(data.fold))
    if (char !== plain) table[char.charCodeAt(0)] = plain;
  for (const [first, last] of [RADICALS, COMPATIBILITY])
    for (let code = first; code <= last; code++) foldIdeograph(table, code);
  for (let at = 0; at < data.radicals.length; at += 2)
    table[data.radicals.charCodeAt(at)] = data.radicals.charAt(at + 1);
  for (const char of data.spaces) table[char.charCodeAt(0)] = ' ';
  for (const char of data.nothing) table[char.charCodeAt(0)] = NOTHING;
  table[0x0d] = NOTHING;
  return table;
}

function listChanging(): CodeSet {
  const set = createCodeSet();
  folds.forEach((fold, code) => {
    if (fold !== undefined) addCode(set, code);
  });
  for (const code of [LINE_FEED, AMPERSAND, LESS, QUESTION]) addCode(set, code);
  return set;
}

function foldIdeograph(table: (string | undefined)[], code: number): void {
  const char = String.fromCharCode(code);
  const plain = char.normalize('NFKC');
  if (plain !== char) table[code] = plain;
}

function matchAt(pattern: RegExp, source: string, at: number, end: number): string | undefined {
  pattern.lastIndex = at;
  const found = pattern.exec(source);
  return found && pattern.lastIndex <= end ? found[0] : undefined;
}

/** On mirrors `?` stands for a no-break space where it is repeated or alone between spaces, marks and line ends. */
function isLostSpace(source: string, at: number): boolean {
  const before = source[at - 1] ?? '\n';
  const after = source[at + 1] ?? '\n';
  if (before === '?' || after === '?') return true;
  return /[\s|>]/.test(before) && !/[a-z\u00e0-\u00fc\u0101-\u01dc]/.test(after);
}
