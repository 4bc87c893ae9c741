import * as z from 'zod';

/** What a person found the page to say, beside what was read; null where no number should stand. */
export const correctedSchema = z.object({
  value: z.number().nullable(),
  reason: z.string(),
  by: z.string(),
  date: z.string(),
});

/** One line of a file of corrections. */
export interface Correction extends z.infer<typeof correctedSchema> {
  /** Of the page's bytes. */
  readonly sha256: string;
  readonly code: string;
  /** What the page must print for the correction to be right. */
  readonly raw: string;
  readonly line: number;
}
