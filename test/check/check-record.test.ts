import { describe, expect, it } from 'vitest';
import { checkRecord } from '../../src/check/check-record.js';
import { emptyRecord } from '../../src/model/empty-record.js';
import type { GipRecord, Value } from '../../src/model/record.js';
import { type Printed, soundForm, tableValues } from '../support/forms.js';
import type { Template } from '../support/renderer/model.js';

const source = { path: '-', container: null, url: null, fetchedAt: null, sha256: '', bytes: 0 };

function check(
  printed: Printed,
  template: Template,
  change: (values: Value[]) => Value[] = (v) => v,
): GipRecord {
  const empty = emptyRecord(source, { name: '', version: '' }, 'parsed', '');
  const family = template === '2014' ? ('statistics-table' as const) : ('new-regulation' as const);
  const form = {
    family,
    edition: template,
    score: 1,
    runner_up: null,
    reasons: [],
  } satisfies GipRecord['template'];
  const record = { ...empty, template: form, values: change(tableValues(printed)) };
  checkRecord(record, '');
  return record;
}

const checkOf = (record: GipRecord, id: string) => record.checks.find((one) => one.id === id);
const figureOf = (record: GipRecord, code: string) => record.values.find((value) => value.code === code);
const form2021 = soundForm('2021', 3);
const form2014 = soundForm('2014', 3);
const change = (form: Printed, changes: Readonly<Record<string, number | null>>) =>
  new Map([...form, ...Object.entries(changes)]);

describe('a check', () => {
  it('passes nothing whose table is not there, and lists what is missing', () => {
    const rest = new Map([...form2021].filter(([code]) => !code.startsWith('applications.')));
    const own = check(rest, '2021').checks.filter(({ id }) => id.startsWith('applications.'));
    expect(own.length).toBe(39);
    for (const { status, missing, codes, left } of own)
      expect([status, missing, left]).toEqual(['not_assessed', codes, null]);
  });

  it('is not assessed where one input is blank, and lists it alone', () => {
    const blank = 'applications.granted:natural_person';
    const record = check(change(form2021, { [blank]: null }), '2021');
    expect(checkOf(record, 'applications.row-total:granted')).toMatchObject({
      status: 'not_assessed',
      missing: [blank],
    });
    expect(record.checks.filter(({ status }) => status === 'not_assessed')).toHaveLength(2);
  });

  it('is not assessed where an input holds text', () => {
    const record = check(form2014, '2014', (values) =>
      values.map((v) => (v.code === 'requests.received.fax' ? { ...v, value: null, state: 'text' } : v)),
    );
    expect(checkOf(record, 'requests.channels')).toMatchObject({
      status: 'not_assessed',
      missing: ['requests.received.fax'],
    });
    expect(record.culprits).toEqual([]);
  });

  it('counts the blanks of an organisation column left empty as nothing, and says so', () => {
    const column = [...form2021.keys()].filter((code) => code.endsWith(':research'));
    const left = Object.fromEntries(column.map((code) => [code, null]));
    const record = check(change(form2021, left), '2021');
    const row = checkOf(record, 'applications.row-total:granted');
    expect(row?.blank_as_nothing).toEqual(['applications.granted:research']);
    expect(row?.missing).toEqual([]);
    expect(checkOf(record, 'applications.flow:research')?.status).toBe('not_assessed');
    expect(figureOf(record, 'applications.granted:research')).toMatchObject({
      value: null,
      corroboration: 'none',
    });
  });

  it('takes a blank in an organisation column that prints zeros for unread', () => {
    const code = 'applications.granted:research';
    const zeros = Object.fromEntries(
      [...form2021.keys()].filter((c) => c.endsWith(':research')).map((c) => [c, 0]),
    );
    const record = check(change(form2021, { ...zeros, [code]: null }), '2021');
    expect(checkOf(record, 'applications.row-total:granted')?.missing).toEqual([code]);
  });

  it('makes room for rounding only where a figure is rounded', () => {
    const code = 'requests.received';
    const changed = change(form2014, { [code]: 100, 'requests.received.in_person': 58 });
    const rest = {
      'requests.received.fax': 0,
      'requests.received.online': 50,
      'requests.received.letter': 0,
    };
    const printed = change(changed, rest);
    const rounded = (values: Value[]) =>
      values.map((v) => (v.code === code ? { ...v, approximate: true } : v));
    expect(checkOf(check(printed, '2014'), 'requests.channels')?.status).toBe('fail');
    expect(checkOf(check(printed, '2014', rounded), 'requests.channels')?.status).toBe('pass');
  });

  it('uses the subtotal of a group of which the page has no other row, and checks it where it has both', () => {
    const group = [...form2021].filter(([code]) => code.startsWith('applications.unable.'));
    const sums: Record<string, number> = {};
    for (const [code, n] of group) {
      const sum = code.replace(/unable\.\w+/, 'unable');
      sums[sum] = (sums[sum] ?? 0) + n;
    }
    const both = change(form2021, sums);
    expect(checkOf(check(both, '2021'), 'applications.unable-subtotal:total')?.status).toBe('pass');
    const alone = new Map([...both].filter(([code]) => !group.some(([own]) => own === code)));
    const outcomes = checkOf(check(alone, '2021'), 'applications.outcomes:total');
    expect([outcomes?.status, outcomes?.codes.includes('applications.unable:total')]).toEqual(['pass', true]);
  });
});

describe('a culprit', () => {
  const code = 'applications.received:business';

  it('folds the failures that echo it, and its figure stays as printed', () => {
    const implied = form2021.get(code) ?? 0;
    const record = check(change(form2021, { [code]: implied + 1 }), '2021');
    expect(record.culprits).toMatchObject([
      {
        codes: [code],
        printed: implied + 1,
        implied,
        explains: ['applications.row-total:received', 'applications.flow:business'],
      },
    ]);
    expect(figureOf(record, code)).toMatchObject({ value: implied + 1, corroboration: 'contradicted' });
    expect(record.messages.map((m) => [m.code, m.codes])).toEqual([['culprit', [code]]]);
  });

  it('folds a bound that holds whichever cell is wrong, and no other', () => {
    const more = (code: string) => (form2014.get(code) ?? 0) + 1;
    const onTime = 'requests.concluded.on_time';
    const led = 'response.press_conferences.led';
    const record = check(
      change(form2014, {
        'requests.concluded.extended': 0,
        [onTime]: more('requests.concluded'),
        [led]: more('response.press_conferences'),
      }),
      '2014',
    );
    expect(record.culprits).toMatchObject([
      {
        alternatives: [[onTime], ['requests.concluded']],
        explains: ['requests.concluded-parts', 'requests.on-time'],
      },
    ]);
    expect(record.messages.filter((m) => m.code === 'bound_fails').map((m) => m.codes[0])).toEqual([led]);
  });

  it('is none where several cells explain as well: all are listed', () => {
    const wrong = { 'review.upheld': (form2021.get('review.upheld') ?? 0) + 5 };
    const [culprit, ...others] = check(change(form2021, wrong), '2021').culprits;
    expect(others).toEqual([]);
    expect(culprit).toMatchObject({ codes: [], printed: null, implied: null, slip: null });
    expect(culprit?.alternatives?.length).toBeGreaterThan(1);
    expect(culprit?.alternatives).toContainEqual(['review.upheld']);
  });

  it('is a row whose figures stand one column off', () => {
    const row = 'applications.received';
    const applicants = [
      'natural_person',
      'business',
      'research',
      'public_welfare',
      'legal_services',
      'other_organization',
      'total',
    ];
    const figures = applicants.map((who) => form2021.get(`${row}:${who}`) ?? 0);
    const moved = [0, ...figures.slice(0, -1)];
    const wrong = Object.fromEntries(applicants.map((who, i) => [`${row}:${who}`, moved[i] ?? 0]));
    const [culprit] = check(change(form2021, wrong), '2021').culprits;
    expect(culprit?.slip).toBe('shifted_row');
    expect(culprit?.codes.every((one) => one.startsWith(`${row}:`))).toBe(true);
  });

  it('is a blank cell that hides a figure', () => {
    const record = check(change(form2021, { 'applications.total:total': null }), '2021');
    expect(record.culprits).toMatchObject([
      {
        codes: ['applications.total:total'],
        printed: null,
        implied: form2021.get('applications.total:total'),
        slip: 'blank',
      },
    ]);
  });
});

describe('corroboration', () => {
  const prose = (code: string, value: number) => (values: Value[]) => [
    ...values,
    ...values.filter((v) => v.code === code).map((v) => ({ ...v, value, origin: 'prose' as const })),
  ];

  it('is double for a cell of the matrix, single where one identity holds the cell, none where none does', () => {
    const record = check(form2021, '2021');
    expect(figureOf(record, 'applications.granted:business')?.corroboration).toBe('double');
    expect(figureOf(record, 'review.upheld')?.corroboration).toBe('single');
    expect(figureOf(record, 'disclosure.licensing.decisions')?.corroboration).toBe('none');
  });

  it('counts a sentence that states the same figure, for the cell and for the sentence', () => {
    const code = 'review.total';
    const same = check(form2021, '2021', prose(code, form2021.get(code) ?? 0));
    expect(same.values.filter((v) => v.code === code).map((v) => v.corroboration)).toEqual([
      'double',
      'double',
    ]);
    const other = check(form2021, '2021', prose(code, -1));
    expect(other.values.filter((v) => v.code === code).map((v) => v.corroboration)).toEqual([
      'single',
      'none',
    ]);
  });

  it('is contradicted where only failing identities hold the cell', () => {
    const record = check(change(form2021, { 'review.total': 9999 }), '2021');
    expect(figureOf(record, 'review.pending')?.corroboration).toBe('contradicted');
  });

  it('does not see columns exchanged: every identity still holds', () => {
    const exchange = (code: string) =>
      code.replace(/:(business|research)$/, (_, who) => (who === 'business' ? ':research' : ':business'));
    const record = check(new Map([...form2021].map(([code, n]) => [exchange(code), n])), '2021');
    expect(record.checks.filter(({ status }) => status === 'fail')).toEqual([]);
  });
});
