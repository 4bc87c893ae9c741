import { applicantCodes, clauses2019, clauses2021, matrix, outcomeCodes } from './labels.js';
import type { Template } from './model.js';
import type { Random } from './random.js';

type Numbers = Map<string, number>;

/** Known values for a page, by code: totals are the sums of their parts, row by row and column by column. */
export function makeNumbers(template: Template, random: Random, parts: { undivided: boolean }): Numbers {
  const numbers: Numbers = new Map();
  const count = createCounts(random);
  if (template === '2014') fillStatistics(numbers, count, random);
  else {
    fillClauses(numbers, count, random, template === '2019' ? clauses2019 : clauses2021);
    fillMatrix(numbers, count, random, outcomeRows(template, parts.undivided));
    fillReview(numbers, count);
  }
  return numbers;
}

type Count = (most?: number) => number;

/** Counts as bodies have them: a village's are mostly zero, a city's mostly not. */
function createCounts(random: Random): Count {
  const zeros = random.pick([0.75, 0.45, 0.1]);
  const size = random.pick([9, 60, 900, 4000]);
  return (most = size) => (random.chance(zeros) ? 0 : random.int(1, most));
}

function fillStatistics(numbers: Numbers, count: Count, random: Random): void {
  const sum = (code: string, parts: readonly string[]) => {
    for (const part of parts) numbers.set(part, count());
    numbers.set(code, total(numbers, parts));
  };
  const under = (code: string, names: string) => names.split(' ').map((name) => `${code}.${name}`);
  const channels = under('proactive.channel', 'gazette website weibo wechat other');
  sum('proactive.total', channels);
  numbers.set('proactive.normative_documents', Math.min(count(80), numbers.get('proactive.total') ?? 0));
  numbers.set('proactive.normative_documents_issued', count(80));
  const responses = 'press_conferences online_interviews interpretations weibo_wechat other';
  sum('response.total', under('response', responses));
  for (const code of under('response', 'press_conferences online_interviews'))
    numbers.set(`${code}.led`, random.int(0, numbers.get(code) ?? 0));
  sum('requests.received', under('requests.received', 'in_person fax online letter'));
  sum('requests.concluded', under('requests.concluded', 'on_time extended'));
  const reasons = 'state_secret trade_secret personal_privacy security_stability not_government_information';
  const replies = 'already_public granted partially_granted not_this_body nonexistent amendment_required';
  sum('requests.replied.refused', under('requests.replied.refused', `${reasons} other_statutory`));
  const others = under('requests.replied', `${replies} other_channel`);
  sum('requests.replied', others);
  numbers.set('requests.replied', total(numbers, [...others, 'requests.replied.refused']));
  for (const code of ['review', 'litigation']) sum(`${code}.total`, under(code, 'upheld corrected other'));
  sum('institution.staff', under('institution.staff', 'full_time part_time'));
  const single = 'complaints.total institution.dedicated_bodies institution.reading_points meetings.held';
  for (const code of [...single.split(' '), 'training.sessions', 'training.participants'])
    numbers.set(code, count());
  for (const code of ['fees.collected', 'institution.budget']) numbers.set(code, amount(count, random));
}

function fillClauses(numbers: Numbers, count: Count, random: Random, clauses: string): void {
  for (const code of clauses.match(/[a-z_]+\.[a-z_]+/g) ?? []) {
    const full = `disclosure.${code}`;
    if (code.endsWith('.change')) numbers.set(full, count() * random.pick([1, -1]));
    else if (code.endsWith('.amount')) numbers.set(full, amount(count, random));
    else numbers.set(full, code.endsWith('.decisions') ? count(random.pick([90, 9000, 900000])) : count());
  }
}

/** Money in 10,000 yuan, with up to four decimals. */
function amount(count: Count, random: Random): number {
  const places = random.pick([0, 1, 2, 4]);
  const whole = count();
  return whole === 0 ? 0 : Number((whole + random.int(0, 9999) / 10000).toFixed(places));
}

function outcomeRows(template: Template, undivided: boolean): string[] {
  const rows = matrix
    .trim()
    .split('\n')
    .map((line) => line.split('|')[4] ?? '');
  const whole = template === '2019' || undivided;
  return rows.filter(
    (code) =>
      !['received', 'carried_over', 'carried_forward', 'total'].includes(code) &&
      (whole ? !code.startsWith('other.') : code !== 'other'),
  );
}

function fillMatrix(numbers: Numbers, count: Count, random: Random, rows: readonly string[]): void {
  const code = (row: string, applicant: string) => `applications.${row}:${applicant}`;
  const people = applicantCodes.slice(0, -1);
  for (const who of people) {
    const rare = who !== 'natural_person' && random.chance(0.6);
    for (const row of [...rows, 'carried_forward']) numbers.set(code(row, who), rare ? 0 : count());
    const done = rows.reduce((sum, row) => sum + (numbers.get(code(row, who)) ?? 0), 0);
    const handled = done + (numbers.get(code('carried_forward', who)) ?? 0);
    const before = random.int(0, Math.floor(handled / 4));
    numbers.set(code('total', who), done);
    numbers.set(code('carried_over', who), before);
    numbers.set(code('received', who), handled - before);
    for (const group of ['refused', 'unable', 'not_processed'])
      numbers.set(
        code(group, who),
        rows
          .filter((r) => r.startsWith(`${group}.`))
          .reduce((s, r) => s + (numbers.get(code(r, who)) ?? 0), 0),
      );
  }
  const all = ['received', 'carried_over', 'carried_forward', 'total', 'refused', 'unable', 'not_processed'];
  for (const row of [...rows, ...all])
    numbers.set(
      code(row, 'total'),
      total(
        numbers,
        people.map((who) => code(row, who)),
      ),
    );
}

function fillReview(numbers: Numbers, count: Count): void {
  for (const kind of ['review', 'litigation.direct', 'litigation.after_review']) {
    const parts = outcomeCodes.slice(0, -1).map((outcome) => `${kind}.${outcome}`);
    for (const part of parts) numbers.set(part, count(40));
    numbers.set(`${kind}.total`, total(numbers, parts));
  }
}

function total(numbers: Numbers, codes: readonly string[]): number {
  return codes.reduce((sum, code) => sum + (numbers.get(code) ?? 0), 0);
}
