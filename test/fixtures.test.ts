import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recordSchema } from '../src/model/record.js';
import { parsePage } from '../src/parse.js';
import { compare, readExpected } from './support/expected.js';

const root = join(import.meta.dirname, '../fixtures');
const cases = readdirSync(root).flatMap((template) =>
  readdirSync(join(root, template)).map((name) => join(template, name)),
);

describe('fixtures', () => {
  it('are there', () => expect(cases.length).toBeGreaterThanOrEqual(20));

  it.each(cases)('%s says what a reader judged it to say', (folder) => {
    const expected = readExpected(readFileSync(join(root, folder, 'expected.json'), 'utf8'));
    const page = readdirSync(join(root, folder)).find((file) => file.startsWith('page.')) ?? '';
    const record = parsePage(readFileSync(join(root, folder, page)), { path: page });
    expect(compare(record, expected)).toEqual([]);
    expect(recordSchema.parse(record)).toEqual(record);
  });
});
