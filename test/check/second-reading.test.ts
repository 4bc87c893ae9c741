import { describe, expect, it } from 'vitest';
import { createSecondReading } from '../../src/check/second-reading.js';
import type { GipRecord, Value } from '../../src/model/record.js';
import { parsePage } from '../../src/parse.js';
import { makePage, renderings } from '../support/renderer/page.js';

const codes = ['review.upheld', 'review.corrected', 'review.other', 'review.pending', 'review.total'];

/** A page with a review that does not add up, in this rendering. */
function parseBroken(rendering: string, damage: readonly string[] = []): { record: GipRecord; text: string } {
  const page = makePage({ template: '2021', rendering, damage, seed: 11 });
  const total = /^(\d+)$/;
  const record = parsePage(Buffer.from(page.text));
  const place = record.values.find(({ code }) => code === 'review.total')?.place;
  if (!place) throw new Error(`${rendering}: no review.total`);
  const printed = page.text
    .slice(place.start, place.end)
    .replace(/<[^>]*>/g, '')
    .trim();
  if (!total.test(printed)) throw new Error(`${rendering}: “${printed}” is no figure`);
  const cell = page.text.slice(place.start, place.end).replace(printed, '9999');
  const text = page.text.slice(0, place.start) + cell + page.text.slice(place.end);
  return { record: parsePage(Buffer.from(text)), text };
}

describe('the verdict on a failure', () => {
  /** Renderings of bars in which the row of fifteen figures is placed by the order of the form, as a message says. */
  const byOrder = ['pipe-cell', 'pipe-newline'];

  it.each(renderings)('is page where the page itself prints what fails: %s', (rendering) => {
    const { record } = parseBroken(rendering);
    const doubted = record.messages.filter(({ code }) => code === 'columns_by_order');
    expect(doubted.some((message) => message.codes.includes('review.total'))).toBe(
      byOrder.includes(rendering),
    );
    expect(record.checks.find(({ id }) => id === 'proceedings.total:review')).toMatchObject({
      status: 'fail',
      verdict: byOrder.includes(rendering) ? 'parser' : 'page',
    });
  });

  it('is parser where the record holds another figure than the source', () => {
    const { record, text } = parseBroken('html-no-spans');
    const misread = (value: Value) =>
      value.code === 'review.other' ? { ...value, raw: '88', value: 88 } : value;
    expect(createSecondReading(record, text)(codes)).toBe('page');
    expect(createSecondReading({ ...record, values: record.values.map(misread) }, text)(codes)).toBe(
      'parser',
    );
  });

  it('is parser where a message doubts the columns of the row', () => {
    const { record, text } = parseBroken('html-no-spans');
    const doubt = { code: 'columns_by_order', severity: 'warning', text: '', place: null, codes } as const;
    const doubted = { ...record, messages: [{ ...doubt, codes: [...codes] }] };
    expect(createSecondReading(doubted, text)(codes)).toBe('parser');
  });

  it('is unknown where a further figure stands beside the row, or the page gives the code twice', () => {
    const { record, text } = parseBroken('html-no-spans');
    const [first] = record.values.filter(({ code }) => code === 'review.upheld');
    const without = { ...record, values: record.values.filter((value) => value !== first) };
    expect(createSecondReading(without, text)(codes.slice(1))).toBe('unknown');
    const again = (value: Value) =>
      value.code === 'review.other'
        ? { ...value, also: [{ raw: '1', value: -1, place: value.place }] }
        : value;
    const twice = { ...record, values: record.values.map(again) };
    expect(createSecondReading(twice, text)(codes)).not.toBe('page');
  });

  it('takes no longer on a hostile source', () => {
    const { record } = parseBroken('html-no-spans');
    const hostile = '<'.repeat(500_000) + '<!--'.repeat(100_000);
    const begin = performance.now();
    createSecondReading(record, hostile)(codes);
    expect(performance.now() - begin).toBeLessThan(2_000);
  });
});
