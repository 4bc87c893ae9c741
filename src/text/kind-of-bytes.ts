import { countUsual } from './plausible.js';

/** First bytes of files that are no text under any name; the name is what a message says. */
const SIGNATURES: readonly (readonly [string, string])[] = [
  ['%PDF', 'PDF'],
  ['PK\u0003\u0004', 'zip archive or Office document'],
  ['\u00d0\u00cf\u0011\u00e0', 'older Office document'],
  ['\u0089PNG', 'PNG picture'],
  ['\u00ff\u00d8\u00ff', 'JPEG picture'],
  ['GIF8', 'GIF picture'],
  ['\u001f\u008b', 'gzip archive'],
  ['Rar!', 'RAR archive'],
  ['7z\u00bc\u00af', '7z archive'],
];

const firstBytes = new Set(SIGNATURES.map(([signature]) => signature.charCodeAt(0)));

/** What kind of binary file these bytes are, or undefined where they may be text. */
export function findBinaryKind(bytes: Uint8Array): string | undefined {
  if (!firstBytes.has(bytes[0] ?? 0) && !holdsZero(bytes)) return undefined;
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1');
  const known = SIGNATURES.find(([signature]) => head.startsWith(signature));
  if (known) return known[1];
  const marked = head.startsWith('\u00ff\u00fe') || head.startsWith('\u00fe\u00ff');
  return !marked && head.includes('\u0000') && !isUtf16(bytes.subarray(0, 1024)) ? 'binary file' : undefined;
}

/** At its beginning. */
function holdsZero(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length && at < 1024; at++) if (bytes[at] === 0) return true;
  return false;
}

/** True for text in pairs of bytes; what is no text holds characters of all kinds, and none of them often. */
function isUtf16(bytes: Uint8Array): boolean {
  return ['utf-16le', 'utf-16be'].some((encoding) => {
    const text = new TextDecoder(encoding).decode(bytes);
    const { usual, all } = countUsual(text);
    return all - usual <= text.length * MOST_UNUSUAL;
  });
}

/** Of all characters, signs and ASCII included. */
const MOST_UNUSUAL = 0.2;
