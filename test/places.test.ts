import { describe, expect, it } from 'vitest';
import type { GipRecord } from '../src/model/record.js';
import { parsePage } from '../src/parse.js';
import { cleanString } from '../src/text/clean-string.js';
import { parseFigure } from '../src/text/figures.js';
import { squeeze } from '../src/text/strings.js';
import { corpusPages, hasCorpus, type Page, plainPages } from './support/pages.js';

/** What a reader sees of a slice of the decoded page: no tags, no mirror's readings, cleaned as strings of the record are. */
function shown(slice: string): string {
  const reading = /[(\uff08][a-z\u00e0-\u01dc]{1,7}[)\uff09]/g;
  return squeeze(cleanString(slice.replace(/<[^>]*>/g, '').replace(reading, '')));
}

function misplaced({ bytes }: Page): string[] {
  const record: GipRecord = parsePage(bytes);
  const page = new TextDecoder(record.source.encoding ?? 'utf-8').decode(bytes);
  const problems: string[] = [];
  for (const { code, origin, raw, value, state, place } of record.values) {
    const slice = shown(page.slice(place.start, place.end));
    const isThere = origin === 'table' ? slice === squeeze(raw) : slice.includes(squeeze(raw));
    if (!isThere) problems.push(`${code}: ${raw} is not at its place: ${slice}`);
    if (origin === 'table' && state === 'number' && parseFigure(slice).value === null)
      problems.push(`${code}: ${slice}`);
    if (value === 0 && origin === 'table' && !/0/.test(slice))
      problems.push(`${code}: a zero that is not there`);
    if (page.slice(0, place.start).split('\n').length !== place.line)
      problems.push(`${code}: line ${place.line}`);
  }
  for (const { raw, place } of record.unmapped) {
    if (shown(page.slice(place.start, place.end)) !== squeeze(raw)) problems.push(`unmapped ${raw}`);
  }
  for (const { heading, place } of record.sections) {
    if (!shown(page.slice(place.start, place.end)).startsWith(squeeze(heading)))
      problems.push(`section ${heading}`);
  }
  return problems;
}

describe('places', () => {
  it.each(plainPages())('of $name show the number or the sentence that was read', (page) => {
    expect(parsePage(page.bytes).values.length).toBeGreaterThan(0);
    expect(misplaced(page)).toEqual([]);
  });

  it.skipIf(!hasCorpus)('of the real pages do too (skipped where ../shared/corpus is not there)', () => {
    expect(corpusPages().flatMap(misplaced)).toEqual([]);
  });
});
