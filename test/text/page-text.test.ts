import { describe, expect, it } from 'vitest';
import { mend } from '../../src/text/mend.js';
import { TextWriter } from '../../src/text/page-text.js';

/** More than is gathered at once (page-text.ts). */
const LENGTH = 1_100_000;
const write = (source: string) => {
  const writer = new TextWriter(source);
  mend(writer, 0, source.length, { mirrored: false, repairs: new Map(), newline: '\n' });
  return { page: writer.finish(), writer };
};

describe('a text that is gathered in parts', () => {
  it.each([
    ['without anything to mend', '全年收到申请12件。'],
    ['of plain signs', '<td>12</td> '],
    ['with spaces and widths to fold', '申请１２件（含　邮寄）&nbsp;。'],
  ])('is the same as its pieces, each with its place: %s', (_, piece) => {
    const times = Math.ceil((2 * LENGTH) / piece.length);
    const { page, writer } = write(piece.repeat(times));
    const one = write(piece).page;
    const { length } = one.text;
    expect(page.text).toBe(one.text.repeat(times));
    expect(writer.length()).toBe(length * times);
    expect(writer.last()).toBe(one.text.charCodeAt(length - 1));
    for (const copy of [0, 1, Math.floor(times / 2), times - 1])
      for (let at = 0; at < length; at++) {
        expect(page.from(copy * length + at)).toBe(copy * piece.length + one.from(at));
        expect(page.to(copy * length + at)).toBe(copy * piece.length + one.to(at));
      }
  });
});
