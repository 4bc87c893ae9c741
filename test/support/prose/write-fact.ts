import type { Random } from '../renderer/random.js';
import type { Facts } from './facts.js';
import { printCount } from './figures.js';
import { columns } from './words.js';

/** A fact of the page, or a figure that is none of `taken`. */
export function writeFact(random: Random, facts: Facts, taken: readonly number[], slot: string): string {
  const { year, style } = facts;
  const free = (least: number, most: number): string => {
    const number = random.int(least, most);
    return taken.includes(number) ? free(least, most + 5) : printCount(number, style);
  };
  const written: Readonly<Record<string, () => string>> = {
    '#': () => free(11, 499),
    '#small': () => free(2, 60),
    '#big': () => free(600, 30_000),
    '#run': () => free(Math.max(600, ...taken) + 1000, Math.max(600, ...taken) * 3),
    '%': () => `${(random.int(100, 9900) / 100).toFixed(random.int(0, 2))}%`,
    zero: () => random.pick(['0件', '0件', '为0', '为零', '为0件', '数为零']),
    'zero!': () => random.pick(['0件', '0份']),
    year: () => String(year),
    prev: () => String(year - 1),
    prev2: () => String(year - 2),
    next: () => String(year + 1),
    month: () => String(random.int(1, 12)),
    day: () => String(random.int(1, 28)),
    post: () => String(random.int(100_000, 899_999)),
    tel: () => `0${random.int(310, 999)}-${random.int(2_000_000, 8_999_999)}`,
    column: () => random.pick(columns),
    we: () => random.pick(facts.we),
    part: () => random.pick(facts.part),
    other: () => random.pick(['邻近的长丰县', '兄弟单位市水利局']),
    upper: () => facts.upper,
    short: () => facts.short,
  };
  const write = written[slot];
  if (!write) throw new Error(`no fact ${slot}`);
  return write();
}
