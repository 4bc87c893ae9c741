import * as z from 'zod';
import type { Finding } from '../model/finding.js';

const entry = z.object({
  path: z.string(),
  rule: z.string(),
  codes: z.array(z.string()),
  expected: z.unknown().optional(),
  got: z.unknown().optional(),
  other: z.string().optional(),
});
const baseline = z.object({ findings: z.array(entry), known: z.array(entry).optional() });

/** Tells known findings from new ones. */
export type IsKnown = (finding: Finding) => boolean;

/**
 * A baseline is an earlier report in JSON: what it found, and what it knew, is known.
 * @throws z.ZodError where the content is no such report
 */
export function readBaseline(content: unknown): IsKnown {
  const { findings, known = [] } = baseline.parse(content);
  const keys = new Set([...findings, ...known].map(keyOf));
  return (finding) => keys.has(keyOf(finding));
}

/** The same page, rule, cells and figures; wording may change. */
function keyOf({ path, rule, codes, expected, got, other }: z.infer<typeof entry> | Finding): string {
  return JSON.stringify([path, rule, codes, expected ?? null, got ?? null, other ?? null]);
}
