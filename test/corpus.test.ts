import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parsePage } from '../src/parse.js';
import { corpusFolder, corpusPages, hasCorpus } from './support/pages.js';

const score = join(corpusFolder, '../tools/score.mjs');

describe('the real pages (skipped where ../shared/corpus is not there)', () => {
  it.skipIf(!hasCorpus)('give every figure, heading and fact that was read by hand', () => {
    const records = join(mkdtempSync(join(tmpdir(), 'gip-parse-')), 'records.ndjson');
    writeFileSync(
      records,
      corpusPages()
        .map(({ name, bytes }) => JSON.stringify(parsePage(bytes, { path: name })))
        .join('\n'),
    );
    const { figures } = JSON.parse(
      execFileSync('node', [score, records, corpusFolder, '--json'], { encoding: 'utf8' }),
    );
    for (const part of ['table', 'template', 'sections', 'prose', 'meta']) {
      expect(figures[part].precision, `precision of ${part}`).toBe(1);
    }
    for (const part of ['table', 'template', 'sections'])
      expect(figures[part].recall, `recall of ${part}`).toBe(1);
    expect(figures.meta.recall).toBeGreaterThanOrEqual(0.95);
    expect(figures.prose.recall).toBeGreaterThanOrEqual(0.9);
  });
});
