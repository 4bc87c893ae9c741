import type { Status } from './model/record.js';
import { findBinaryKind } from './text/kind-of-bytes.js';

/** Bytes that are not parsed at all, and why; undefined where they may be a page. */
export function refuse(bytes: Uint8Array, maxBytes: number): { status: Status; reason: string } | undefined {
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
