import type { PageText } from '../model/page.js';

/** A change to a text: `length` characters at `at` of the new text stand for `[start, end)` of the old. */
export interface Edit {
  readonly at: number;
  readonly length: number;
  readonly start: number;
  readonly end: number;
}

/** What shall stand for `[start, end)` of a text. */
export interface Patch {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Puts patches, in order and apart, into a text. */
export function applyPatches(source: string, patches: readonly Patch[]): { text: string; edits: Edit[] } {
  const parts: string[] = [];
  const edits: Edit[] = [];
  let at = 0;
  let kept = 0;
  for (const { start, end, text } of patches) {
    parts.push(source.slice(kept, start), text);
    at += start - kept;
    edits.push({ at, length: text.length, start, end });
    at += text.length;
    kept = end;
  }
  parts.push(source.slice(kept));
  return { text: parts.join(''), edits };
}

/** A page text read from a changed source, with the places of the source as it was. */
export function beforeEdits(page: PageText, edits: readonly Edit[]): PageText {
  if (edits.length === 0) return page;
  return {
    ...page,
    from: (at) => before(page.from(at), edits, 'start'),
    to: (at) => before(page.to(at), edits, 'end'),
  };
}

/** The old place of a new one: an edit as a whole stands for what it replaced. */
function before(offset: number, edits: readonly Edit[], side: 'start' | 'end'): number {
  let low = 0;
  let high = edits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const at = edits[middle]?.at ?? 0;
    if (side === 'start' ? at <= offset : at < offset) low = middle + 1;
    else high = middle;
  }
  const edit = edits[low - 1];
  if (!edit) return offset;
  const behind = offset - (edit.at + edit.length);
  if (behind >= 0) return edit.end + behind;
  return side === 'start' ? edit.start : edit.end;
}
