import * as z from 'zod';
import { recordSchema } from './record.js';

/** The record as JSON Schema (2020-12), for editors and other languages; docs/record.schema.json holds it. */
export function recordJsonSchema(): object {
  return z.toJSONSchema(recordSchema, { target: 'draft-2020-12' });
}
