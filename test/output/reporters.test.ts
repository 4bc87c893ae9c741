import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import type { CheckReport, Finding } from '../../src/model/finding.js';
import { writeReport } from '../../src/output/reporters.js';

const schema = readFileSync(join(import.meta.dirname, '../data/junit.xsd'), 'utf8');
const now = new Date('2026-01-02T03:04:05Z');
const place = { start: 5, end: 6, line: 12, table: 0, row: 3, column: 2 };
const page = { path: 'a/页 <1>.html', file: 'pages/a/页 <1>.html' };
const error: Finding = {
  ...page,
  rule: 'culprit',
  severity: 'error',
  text: '“5” & <4>,\n100% "sure" \u0001',
  codes: ['review.total'],
  place,
};
const note: Finding = {
  ...page,
  rule: 'training.persons',
  severity: 'info',
  text: 'odd: 2',
  codes: [],
  place: null,
};
const report: CheckReport = {
  pages: ['a/页 <1>.html', 'b.html'],
  findings: [error, note, { ...error, rule: 'folder.duplicate', severity: 'warning' }],
  known: [],
  unusable: [{ path: 'c.html', reason: 'empty: nothing' }],
  failOn: 'warning',
};

async function problemsOf(xml: string): Promise<readonly unknown[]> {
  const { errors } = await validateXML({
    xml: [{ fileName: 'report.xml', contents: xml }],
    schema: [schema],
  });
  return errors;
}

describe('JUnit XML', () => {
  const xml = writeReport(report, 'junit', now);

  it('fits its schema, whatever the texts hold', async () => {
    expect(await problemsOf(xml)).toEqual([]);
  });

  it('would not fit the schema with anything of it missing', async () => {
    expect(await problemsOf(xml.replace(' hostname="localhost"', ''))).not.toEqual([]);
    expect(await problemsOf(xml.replace('<system-err/>', ''))).not.toEqual([]);
  });

  it('has a failure for each finding that fails, an error for each unusable input, a pass for a clean page', () => {
    expect(xml.match(/<testsuite [^>]*>/g)?.map((tag) => tag.replace(/.*(tests.*) time.*/, '$1'))).toEqual([
      'tests="2" failures="2" errors="0"',
      'tests="1" failures="0" errors="0"',
      'tests="1" failures="0" errors="1"',
    ]);
    expect(xml.match(/<failure /g)).toHaveLength(2);
    expect(xml).toContain('<system-out>training.persons: odd: 2</system-out>');
    expect(xml).toContain('timestamp="2026-01-02T03:04:05"');
  });

  it('fails on errors alone where so asked', () => {
    const lenient = writeReport({ ...report, failOn: 'error' }, 'junit', now);
    expect(lenient.match(/<failure /g)).toHaveLength(1);
  });
});

describe('GitHub annotations', () => {
  it('name file, line and level, with what would end a command escaped', () => {
    const lines = writeReport(report, 'github', now).trimEnd().split('\n');
    expect(lines[0]).toBe(
      '::error file=pages/a/页 <1>.html,line=12,title=culprit::“5” & <4>,%0A100%25 "sure" \u0001',
    );
    expect(lines[1]).toBe('::notice file=pages/a/页 <1>.html,title=training.persons::odd: 2');
    expect(lines.at(-1)).toBe('::error file=c.html,title=unusable::empty: nothing');
  });
});

describe('the report in JSON', () => {
  it('holds all of it', () => {
    expect(JSON.parse(writeReport(report, 'json', now))).toEqual(JSON.parse(JSON.stringify(report)));
  });
});
