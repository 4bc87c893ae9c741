import { expect, test } from 'vitest';
import { recordSchema } from '../src/model/record.js';
import { parsePage } from '../src/parse.js';
import { damagePage, damages } from './support/fuzz.js';
import { fixturePages } from './support/pages.js';
import { createRandom } from './support/renderer/random.js';

const count = Number(process.env.FUZZ_PAGES ?? 300);
const seed = Number(process.env.FUZZ_SEED ?? 1);
const SECONDS = 5;

/** Processor time, so that a busy machine fails no page. */
function secondsOf(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

test(`${count} damaged pages from seed ${seed} each have a valid record, soon`, {
  timeout: 3_600_000,
}, () => {
  const pages = fixturePages().map(({ bytes }) => bytes);
  const wrong: string[] = [];
  const seen = new Set<string>();
  const statuses = new Map<string, number>();
  for (let i = 0; i < count; i++) {
    const { page, names } = damagePage(pages, createRandom(seed * 1_000_000 + i));
    for (const name of names) seen.add(name);
    const seconds = secondsOf(() => {
      const record = parsePage(page);
      const { error } = recordSchema.safeParse(record);
      statuses.set(record.status, (statuses.get(record.status) ?? 0) + 1);
      if (error || record.status === 'failed')
        wrong.push(`page ${i}, ${names.join(', ')}: ${error?.message ?? record.reason}`);
    });
    if (seconds > SECONDS) wrong.push(`page ${i}, ${names.join(', ')}: ${seconds} s`);
  }
  expect(wrong).toEqual([]);
  expect(statuses.get('parsed'), 'pages that are still reports').toBeGreaterThan(count / 5);
  expect([...seen].sort()).toEqual(Object.keys(damages).sort());
});
