import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkFolder } from '../../src/check/across-folder.js';
import { assess } from '../../src/check/assess.js';
import { listRules } from '../../src/check/catalogue.js';
import { checksFor } from '../../src/check/checks-for.js';
import { Figures } from '../../src/check/figures.js';
import type { PageFacts } from '../../src/check/page-facts.js';
import { printRules, writeRulesPage } from '../../src/commands/rules.js';
import { loadIndicators, loadRules, loadTemplates } from '../../src/template/load.js';
import { type Printed, soundForm, tableValues } from '../support/forms.js';

const root = join(import.meta.dirname, '../..');

function plus(form: Printed, changes: Readonly<Record<string, number>>): Printed {
  const changed = new Map(form);
  for (const [code, more] of Object.entries(changes)) changed.set(code, (changed.get(code) ?? 0) + more);
  return changed;
}

/** Subtotals, or the undivided row, of the rows of a group. */
function sumsOf(form: Printed, group: string): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const [code, value] of form) {
    if (!code.startsWith(`applications.${group}.`)) continue;
    const sum = code.replace(/\.[\w.]+:/, `.${group}:`);
    sums[sum] = (sums[sum] ?? 0) + (value ?? 0);
  }
  return sums;
}

const documents = (changes: Readonly<Record<string, number>>) =>
  Object.fromEntries(
    Object.entries(changes).flatMap(([code, n]) =>
      ['regulations', 'normative_documents'].map((kind) => [`disclosure.${kind}.${code}`, n]),
    ),
  );
const divided = soundForm('2021', 5);
const undivided = new Map([...divided].filter(([code]) => !code.startsWith('applications.other.')));
const items = ['licensing', 'other_services', 'penalties', 'compulsion', 'fees'].flatMap((item) => [
  [`disclosure.${item}.previous_items`, 9] as const,
  [`disclosure.${item}.change`, -9] as const,
]);
const local = {
  party_government: 1,
  social_organizations: 2,
  enterprises: 3,
  media: 0,
  research: 4,
  citizens: 5,
  other: 0,
  total: 15,
  'citizens.lawyers': 2,
  'citizens.researchers': 1,
  'citizens.journalists': 2,
};
const channels = ['gazette', 'website', 'weibo', 'wechat', 'other'].map(
  (c) => [`proactive.channel.${c}`, 20] as const,
);

/** Sound forms of every kind that a rule is about. */
const forms = {
  '2019': new Map([
    ...soundForm('2019', 4),
    ...Object.entries(documents({ made: 3, disclosed: 3, public_total: 3 })),
    ...items,
  ]),
  '2021': new Map([...divided, ...Object.entries(documents({ issued: 5, repealed: 1, in_force: 4 }))]),
  'undivided 2021': new Map([...undivided, ...Object.entries(sumsOf(divided, 'other'))]),
  'subtotals 2021': new Map([
    ...divided,
    ...['refused', 'unable', 'not_processed', 'other'].flatMap((group) =>
      Object.entries(sumsOf(divided, group)),
    ),
  ]),
  '2014': new Map([
    ...soundForm('2014', 4),
    ...channels,
    ['proactive.total', 100] as const,
    ['proactive.normative_documents', 7] as const,
    ['proactive.normative_documents_issued', 7] as const,
    ['training.sessions', 2] as const,
    ['training.participants', 2] as const,
    ...Object.entries(local).map(([code, n]) => [`local.applicants.${code}`, n] as const),
    ...['received', 'received.in_person', 'received.fax', 'received.online', 'received.letter'].map(
      (code, i) => [`requests.${code}`, [15, 5, 5, 5, 0][i] ?? 0] as const,
    ),
  ]),
  '2008': new Map<string, number>([
    ['requests.received', 15],
    ['requests.received.in_person', 4],
    ['requests.received.fax', 0],
    ['local2008.requests.received.email', 3],
    ['requests.received.online', 5],
    ['requests.received.letter', 2],
    ['local2008.requests.received.other_form', 1],
    ['local2008.fees.copying', 12],
    ['local2008.fees.copying.paper', 10],
    ['local2008.fees.copying.disc', 2],
    ['local2008.fees.copying.floppy', 0],
    ['local2008.appeals.total', 1],
    ['local2008.appeals.first_handling', 1],
  ]),
} satisfies Record<string, Printed>;

/** For each rule a form in which it holds, and what breaks it there. */
const BREAKS: Readonly<Record<string, readonly [keyof typeof forms, Readonly<Record<string, number>>]>> = {
  'applications.row-total': ['2019', { 'applications.granted:research': 1 }],
  'applications.row-total-other-parts': ['2021', { 'applications.other.fee_unpaid:total': 1 }],
  'applications.row-total-other': ['2019', { 'applications.other:business': 2 }],
  'applications.row-total-other-undivided': ['undivided 2021', { 'applications.other:business': 2 }],
  'applications.row-total-subtotal': ['subtotals 2021', { 'applications.unable:total': 3 }],
  'applications.outcomes': ['2021', { 'applications.refused.state_secret:total': 1 }],
  'applications.flow': ['2021', { 'applications.carried_forward:legal_services': 1 }],
  'applications.refused-subtotal': ['subtotals 2021', { 'applications.refused:natural_person': 1 }],
  'applications.unable-subtotal': ['subtotals 2021', { 'applications.unable.not_held:business': 1 }],
  'applications.not-processed-subtotal': ['subtotals 2021', { 'applications.not_processed:total': 1 }],
  'applications.other-subtotal': ['subtotals 2021', { 'applications.other:total': 1 }],
  'proceedings.total': ['2021', { 'litigation.direct.pending': 1 }],
  'disclosure.issued-in-force': ['2021', { 'disclosure.regulations.issued': 1 }],
  'disclosure.disclosed-public': ['2019', { 'disclosure.regulations.public_total': -1 }],
  'disclosure.items-not-negative': ['2019', { 'disclosure.fees.change': -1 }],
  'disclosure.disclosed-made': ['2019', { 'disclosure.normative_documents.made': -1 }],
  'requests.channels-2008': ['2008', { 'local2008.requests.received.email': 1 }],
  'local2008.copying-parts': ['2008', { 'local2008.fees.copying.disc': 1 }],
  'local2008.appeals-part': ['2008', { 'local2008.appeals.first_handling': 1 }],
  'requests.channels': ['2014', { 'requests.received.letter': 1 }],
  'requests.concluded-parts': ['2014', { 'requests.concluded': 1 }],
  'requests.replies': ['2014', { 'requests.replied.granted': 1 }],
  'requests.refusals': ['2014', { 'requests.replied.refused.state_secret': 1 }],
  'proceedings.parts': ['2014', { 'review.other': 1 }],
  'institution.staff-parts': ['2014', { 'institution.staff.part_time': 1 }],
  'local.applicants-total': ['2014', { 'local.applicants.media': 1 }],
  'local.applicants-received': ['2014', { 'local.applicants.media': 1 }],
  'response.press-conferences-led': ['2014', { 'response.press_conferences.led': 1e6 }],
  'response.online-interviews-led': ['2014', { 'response.online_interviews.led': 1e6 }],
  'requests.on-time': ['2014', { 'requests.concluded.on_time': 1e6 }],
  'proactive.normative-part': ['2014', { 'proactive.normative_documents': 94 }],
  'local.citizens-part': ['2014', { 'local.applicants.citizens.lawyers': 1 }],
  'proactive.normative-issued': ['2014', { 'proactive.normative_documents': 1 }],
  'proactive.channels-reach': ['2014', { 'proactive.total': 1 }],
  'proactive.channel-within': ['2014', { 'proactive.channel.weibo': 81 }],
  'response.ways-reach': ['2014', { 'response.total': 1 }],
  'training.persons': ['2014', { 'training.sessions': 1 }],
};

function statusesOf(rule: string, kind: keyof typeof forms, form: Printed): string[] {
  const edition = kind.slice(-4);
  const { checks, leftEmpty } = checksFor(
    edition === '2014' || edition === '2008' ? 'statistics-table' : 'new-regulation',
    edition,
  );
  const own = assess(checks, new Figures(tableValues(form), leftEmpty)).filter(
    ({ check }) => check.rule.id === rule,
  );
  return own.map(({ result }) => result.status);
}

function page(path: string, changes: Partial<PageFacts>, figures: Printed): PageFacts {
  const form = { family: 'new-regulation', edition: '2021', isGovernment: true, file: null } as const;
  const place = { body: '330200', adcode: '330200', year: 2022 };
  return { path, sha256: path, ...form, ...place, values: tableValues(figures), ...changes };
}

const year2021 = page('a.html', { year: 2021 }, forms['2021']);
const carried: [string, number][] = [...forms['2021']].flatMap(([code, n]) =>
  code.startsWith('applications.carried_forward') ? [[code.replace('forward', 'over'), n]] : [],
);
const stock = { 'disclosure.regulations.in_force': 4, 'disclosure.normative_documents.in_force': 4 };
const next = new Map([
  ...soundForm('2021', 9),
  ...carried,
  ...Object.entries(documents({ issued: 5, repealed: 1, in_force: 8 })),
]);
const year2022 = (figures: Printed) => page('b.html', {}, figures);
const form2020 = { edition: '2019' };
const year2020 = page('a.html', { ...form2020, year: 2019 }, forms['2019']);
const later = (left: number) =>
  page(
    'b.html',
    { ...form2020, year: 2020 },
    new Map([...items].map(([code]) => [code, code.endsWith('items') ? left : 1])),
  );
const county = { body: '330203', adcode: '330203' };
const alone = new Map([['applications.received:total', 7]]);
const whole = page('city.html', {}, new Map([['applications.received:total', 12]]));

/** For each rule over several pages: pages that break it, and pages that do not. */
const PAGES: Readonly<Record<string, readonly [readonly PageFacts[], readonly PageFacts[]]>> = {
  'years.carried': [
    [year2021, year2022(plus(next, { 'applications.carried_over:total': 1 }))],
    [year2021, year2022(next)],
  ],
  'years.in-force': [
    [year2021, year2022(plus(next, stock))],
    [year2021, year2022(next)],
  ],
  'years.items': [
    [year2020, later(3)],
    [year2020, later(0)],
  ],
  'folder.duplicate': [
    [year2021, page('b.html', { year: 2021 }, forms['2021'])],
    [year2021, page('b.html', { year: 2021 }, next)],
  ],
  'folder.recycled-years': [
    [year2021, year2022(forms['2021'])],
    [year2021, year2022(next)],
  ],
  'folder.recycled-bodies': [
    [year2021, page('b.html', { ...county, year: 2021 }, forms['2021'])],
    [page('a.html', {}, alone), page('b.html', county, alone)],
  ],
  'folder.whole-and-parts': [
    [whole, page('a.html', county, alone), page('b.html', { body: '330205', adcode: '330205' }, alone)],
    [
      whole,
      page('a.html', county, alone),
      page('b.html', { body: '330205', adcode: '330205', year: 2021 }, alone),
    ],
  ],
};

describe('every rule', () => {
  it('has a case that breaks it and one that does not', () => {
    const ids = listRules().map(({ rule }) => rule.id);
    expect([...Object.keys(BREAKS), ...Object.keys(PAGES)].sort()).toEqual([...ids].sort());
    expect(ids.length).toBe(44);
  });

  it.each(Object.entries(BREAKS))(
    '%s fails where it is broken and holds where it is not',
    (id, [kind, changes]) => {
      expect(new Set(statusesOf(id, kind, forms[kind]))).toEqual(new Set(['pass']));
      expect(statusesOf(id, kind, plus(forms[kind], changes))).toContain('fail');
    },
  );

  it.each(Object.entries(PAGES))(
    '%s is found where pages break it and not where they do not',
    (id, [wrong, right]) => {
      const found = (pages: readonly PageFacts[]) => checkFolder(pages).map(({ rule }) => rule.split(':')[0]);
      expect(found(wrong)).toContain(id);
      expect(found(right)).not.toContain(id);
    },
  );

  it('holds for editions that a form has, and names codes that are in the codebook', () => {
    const indicators = loadIndicators();
    for (const { family, rules, sets } of loadRules()) {
      const editions = loadTemplates().flatMap(({ data }) => (data.family === family ? [data.edition] : []));
      for (const { id, line, each, editions: own } of rules) {
        expect(editions, id).toEqual(expect.arrayContaining([...own]));
        for (const member of each === undefined ? [''] : (sets[each] ?? []))
          for (const code of line.replaceAll('*', member).match(/[a-z][\w.:]+/g) ?? [])
            expect(indicators.has(code), `${id}: ${code}`).toBe(true);
      }
    }
  });

  it('has one id, and says all of itself in both languages', () => {
    const rules = listRules().map(({ rule }) => rule);
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    for (const { id, name, explanation, false_alarms, source, since } of rules) {
      for (const { zh, en } of [name, explanation, false_alarms]) {
        expect(zh, id).toMatch(/\p{Script=Han}/u);
        expect(en, id).toMatch(/[a-z]{3}/);
      }
      expect(source.length, id).toBeGreaterThan(8);
      expect(since, id).toMatch(/^\d+\.\d+\.\d+$/);
    }
  });

  it('stands in docs/rules.md as the catalogue has it (npm run rules)', () => {
    expect(readFileSync(join(root, 'docs/rules.md'), 'utf8')).toBe(writeRulesPage());
  });

  it('is printed by its id or by that of one of its checks, and all are listed', () => {
    expect(printRules(undefined, 'en')?.trimEnd().split('\n')).toHaveLength(44);
    expect(printRules('applications.flow:business', 'en')).toBe(printRules('applications.flow', 'en'));
    expect(printRules('applications.flow', 'en')).toContain(
      'applications.received:* + applications.carried_over:* =',
    );
    expect(() => printRules('no.such-rule', 'en')).toThrow('there is no rule no.such-rule');
  });
});
