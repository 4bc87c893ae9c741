import fc from 'fast-check';
import { damagesOf } from './damage.js';
import { type Plan, renderings } from './page.js';

/** The simplest plan that still fails: fast-check takes damages away, tries other renderings and smaller seeds. */
export function shrinkPlan(plan: Plan, fails: (plan: Plan) => boolean): Plan {
  const plans = fc.record({
    template: fc.constant(plan.template),
    rendering: fc.constantFrom(plan.rendering, ...renderings.filter((name) => name !== plan.rendering)),
    damage: fc.subarray(damagesOf(plan.template)),
    seed: fc.integer({ min: 1, max: 1e9 }),
  });
  const inOrder = { ...plan, damage: damagesOf(plan.template).filter((name) => plan.damage.includes(name)) };
  const found = fc.check(
    fc.property(plans, (candidate) => !fails(candidate)),
    { seed: plan.seed, numRuns: 1, examples: [[inOrder]] },
  );
  return found.counterexample?.[0] ?? plan;
}
