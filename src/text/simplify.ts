import { createRequire } from 'node:module';
import characters from '../data/characters.json' with { type: 'json' };
import type { PageText } from '../model/page.js';
import { addCode, codesOf, createCodeSet, hasCode } from './codes.js';
import { createTrie, type Trie } from './trie.js';
import { keepNames, replaceForms, replaceTaiwanWords } from './words.js';

export type Script = 'simplified' | 'traditional' | 'mixed';

/** Characters that only one of the scripts has. */
const traditionals = createCodeSet();
const simplifieds = createCodeSet();
for (const char of Object.keys(characters.readings)) addCode(traditionals, char.charCodeAt(0));
for (const char of characters.simplified) addCode(simplifieds, char.charCodeAt(0));
const FIRST_HAN = 0x4e00;
/** Below this share of its distinctive characters a script is a quotation, a name or a slip. */
const PRESENT = 0.05;
const FEW = 3;

let convert: ((text: string) => string) | undefined;

interface Simplified {
  readonly page: PageText;
  readonly script: Script | null;
  /** Words of Taiwan that were put back. */
  readonly taiwanWords: number;
}

/** Traditional to simplified, one character for one, so that offsets hold; simplified pages are left untouched. */
export function simplify(page: PageText): Simplified {
  const script = readScript(page.text);
  if (script === null || script === 'simplified') return { page, script, taiwanWords: 0 };
  convert ??= loadConverter();
  const { page: worded, count } = replaceTaiwanWords(page);
  const plain = replaceForms(worded.text);
  const text = keepNames(plain, sameLength(plain, convert));
  return { page: { ...worded, text }, script, taiwanWords: count };
}

/** True for a text that stays as it is, for it has no character that is traditional only. */
export function isWithoutTraditional(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (hasCode(traditionals, text.charCodeAt(at))) return false;
  return true;
}

/** Which script the text is in, by the characters that only one of them has; null where there is none of either. */
function readScript(text: string): Script | null {
  const codes = codesOf(text);
  let traditional = 0;
  let simplified = 0;
  for (let at = 0; at < text.length; at++) {
    const code = codes[at] ?? 0;
    if (code < FIRST_HAN) continue;
    if (hasCode(simplifieds, code)) simplified++;
    else if (hasCode(traditionals, code)) traditional++;
  }
  const both = traditional + simplified;
  if (both === 0) return null;
  if (traditional < FEW && simplified >= traditional) return 'simplified';
  if (traditional < both * PRESENT) return 'simplified';
  return simplified < both * PRESENT ? 'traditional' : 'mixed';
}

/**
 * OpenCC's dictionaries with a search of our own, in a third of the time of OpenCC's. What it does beside that, folding
 * compatibility ideographs, mending has done before.
 */
export function loadConverter(): (text: string) => string {
  const { Locale } = createRequire(import.meta.url)('opencc-js/t2cn') as typeof import('opencc-js/t2cn');
  const dictionaries: readonly string[] = Locale.to.cn.flat();
  const words = createTrie<string>();
  for (const entry of dictionaries.flatMap((entries) => entries.split('|'))) {
    const [word = '', plain = ''] = entry.split(' ');
    words.add(word, plain);
  }
  return (text) => convertWords(text, words);
}

/** @param words with what stands for them, of which none is more than twice as long */
function convertWords(text: string, words: Trie<string>): string {
  const codes = new Uint16Array(text.length * 2);
  let length = 0;
  for (let at = 0; at < text.length; ) {
    const found = words.find(text, at);
    if (found) for (let i = 0; i < found.meaning.length; i++) codes[length++] = found.meaning.charCodeAt(i);
    else codes[length++] = text.charCodeAt(at);
    at = found ? found.end : at + 1;
  }
  return Buffer.from(codes.buffer, 0, length * 2).toString('utf16le');
}

/** The dictionary changes the length of a few rare characters; those lines are converted character by character. */
function sameLength(text: string, to: (text: string) => string): string {
  const whole = to(text);
  if (whole.length === text.length) return whole;
  const lines = text.split('\n');
  if (lines.length > 1) return lines.map((line) => sameLength(line, to)).join('\n');
  return [...text]
    .map((char) => {
      const plain = to(char);
      return plain.length === char.length ? plain : char;
    })
    .join('');
}
