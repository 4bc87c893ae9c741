import { damagesOf } from './damage.js';
import type { Template } from './model.js';
import { type Plan, renderings } from './page.js';
import { createRandom, type Random } from './random.js';

const templates: readonly Template[] = ['2014', '2019', '2021'];

/** Narrows a hunt to what is looked into. */
export interface Only {
  readonly template?: string | undefined;
  readonly rendering?: string | undefined;
  readonly damage?: readonly string[] | undefined;
}

/** Plans of pages that go round all templates and renderings; most have one damage, some two, some none. */
export function makePlans(seed: number, count: number, only: Only = {}): Plan[] {
  const random = createRandom(seed);
  const pairs = templates
    .flatMap((template) => renderings.map((rendering) => ({ template, rendering })))
    .filter((pair) => (only.template ?? pair.template) === pair.template)
    .filter((pair) => (only.rendering ?? pair.rendering) === pair.rendering);
  return Array.from({ length: count }, (_, i) => {
    const pair = pairs[(i + seed) % pairs.length] ?? { template: '2014' as const, rendering: 'lines' };
    return { ...pair, damage: only.damage ?? pickDamage(pair.template, random), seed: random.int(1, 1e9) };
  });
}

function pickDamage(template: Template, random: Random): string[] {
  const all = damagesOf(template).filter((name) => name !== 'none');
  const count = random.pick([0, 1, 1, 1, 1, 1, 2, 2]);
  const chosen = random.sample(all, count);
  return chosen.includes('form-blank') ? ['form-blank'] : chosen;
}
