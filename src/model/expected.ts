import * as z from 'zod';
import { recordSchema } from './record.js';

const part = recordSchema.shape;
const culprit = part.culprits.element.pick({ codes: true, printed: true, implied: true }).partial();

/** What a reader judged a page to say; what is not named is not compared. */
export const expectedSchema = z.strictObject({
  status: part.status.optional(),
  template: part.template.partial().strict().optional(),
  report: part.report.partial().strict().optional(),
  /** Level-1 headings in order. */
  sections: z.array(z.string()).optional(),
  /** Figures by code: the table's, or the prose's where no table has the code; null for a cell without a number. */
  values: z.record(z.string(), z.number().nullable()).optional(),
  /** Figures of sentences. */
  prose: z.record(z.string(), z.number()).optional(),
  states: z.record(z.string(), z.string()).optional(),
  approximate: z.array(z.string()).optional(),
  unmapped: z.array(part.unmapped.element.partial().strict()).optional(),
  /** What the page itself gets wrong. */
  culprits: z.array(culprit.strict()).optional(),
});

export type Expected = z.infer<typeof expectedSchema>;
