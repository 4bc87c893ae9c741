import type { Status } from './model/record.js';
import { findBinaryKind } from './text/kind-of-bytes.js';

export interface Refusal {
  readonly status: Status;
  readonly reason: string;
}

/** Bytes that are not parsed at all, and why; undefined where they may be a page. */
export function refuse(bytes: Uint8Array, maxBytes: number): Refusal | undefined {
  if (bytes.length === 0) return { status: 'empty', reason: 'The file has no bytes: fetch the page again.' };
  if (bytes.length > maxBytes) {
    return { status: 'too_large', reason: tooLarge(bytes.length, maxBytes) };
  }
  const binary = findBinaryKind(bytes);
  if (!binary) return undefined;
  return {
    status: 'undecodable',
    reason: `The file is a ${binary}, no page: convert it to HTML or text first.`,
  };
}

export function tooLarge(bytes: number, maxBytes: number): string {
  return `The page has ${bytes} bytes, the limit is ${maxBytes}: raise the limit if it is one page.`;
}

/**
 * A report has some thousand tags and some ten thousand characters. A page within the limit of bytes may have millions,
 * each of which would become an object of its own.
 */
const MOST = { tags: 450_000, characters: 500_000 } as const;

/** Markup or text that no page has so much of; `tags` counts opening angle brackets, `characters` leaves out white space. */
export function refuseMass(text: string, what: keyof typeof MOST): Refusal | undefined {
  let left: number = MOST[what];
  if (text.length <= left) return undefined;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (what === 'tags' ? code !== 0x3c : code <= 0x20) continue;
    if (--left >= 0) continue;
    return {
      status: 'too_large',
      reason: `The page has more than ${MOST[what]} ${what}, which no report has: cut it into its pages if it holds several.`,
    };
  }
  return undefined;
}
