import type { Random } from '../renderer/random.js';
import { type Era, wordsOf } from './words.js';

/** What the body did in the year, by code: parts of a list add up to their whole. */
export type Values = ReadonlyMap<string, number>;

/** Wholes and the list of the phrase words whose items are all their parts. */
const WHOLES: Readonly<Record<Era, readonly (readonly [whole: string, list: string])[]>> = {
  earlier: [
    ['requests.received', 'request-channels'],
    ['requests.replied', 'replied'],
    ['requests.replied.refused', 'refused'],
    ['proactive.total', 'channels'],
    ['review.total', 'review'],
    ['litigation.total', 'litigation'],
  ],
  later: [
    ['applications.received:total', 'applicants'],
    ['applications.total:total', 'outcomes'],
    ['applications.refused:total', 'refused'],
    ['applications.unable:total', 'unable'],
    ['applications.not_processed:total', 'not-processed'],
    ['review.total', 'review'],
    ['litigation.direct.total', 'direct'],
  ],
};

export function makeValues(random: Random, era: Era): Values {
  const values = new Map<string, number>();
  const requests = random.chance(0.3) ? random.int(200, 2500) : random.int(2, 150);
  values.set(era === 'earlier' ? 'requests.received' : 'applications.received:total', requests);
  const done = random.int(Math.ceil(requests * 0.8), requests);
  values.set(era === 'earlier' ? 'requests.replied' : 'applications.total:total', done);
  const late = random.int(0, Math.floor(done / 4));
  values.set('requests.concluded', done);
  values.set('requests.concluded.on_time', done - late);
  values.set('requests.concluded.extended', late);
  values.set('proactive.total', random.chance(0.4) ? random.int(3000, 250_000) : random.int(40, 3000));
  for (const [whole, list] of WHOLES[era]) divide(random, values, whole, list, era);
  addLawsuits(values);
  addDocumentsAndStaff(random, values);
  return values;
}

function divide(random: Random, values: Map<string, number>, whole: string, list: string, era: Era): void {
  const codes = Object.keys(wordsOf(era).lists[list]?.items ?? {});
  let left = values.get(whole) ?? random.int(1, 12);
  values.set(whole, left);
  const order = codes.map((code) => ({ code, key: random.int(0, 99_999) })).sort((a, b) => a.key - b.key);
  for (const { code } of order.slice(1)) {
    const part = random.chance(0.3) ? 0 : random.int(0, left);
    values.set(code, part);
    left -= part;
  }
  const first = order[0];
  if (first) values.set(first.code, left);
}

function addLawsuits(values: Map<string, number>): void {
  const direct = values.get('litigation.direct.total');
  if (direct === undefined) return;
  values.set('litigation.after_review.total', direct + 1);
  values.set('litigation.total', 2 * direct + 1);
}

function addDocumentsAndStaff(random: Random, values: Map<string, number>): void {
  const issued = random.int(1, 60);
  values.set('proactive.normative_documents_issued', issued);
  values.set('proactive.normative_documents', random.int(1, issued));
  const fullTime = random.int(1, 20);
  const partTime = random.int(1, 90);
  values.set('institution.staff', fullTime + partTime);
  values.set('institution.staff.full_time', fullTime);
  values.set('institution.staff.part_time', partTime);
}

/** The indicator's figure, or a likely one where the page has no arithmetic for it. */
export function likelyValue(random: Random, code: string): number {
  if (/\.led$/.test(code)) return 1;
  if (/^(?:meetings|training\.sessions|response\.(?:press|online|total|other))/.test(code))
    return random.int(2, 30);
  if (/^(?:institution|response\.)/.test(code)) return random.int(1, 60);
  if (/^disclosure\.(?:licensing|penalties)/.test(code)) return random.int(5, 90_000);
  if (/^(?:proactive\.channel|training)/.test(code)) return random.int(20, 4000);
  return random.int(1, 40);
}
