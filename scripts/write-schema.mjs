// Writes docs/record.schema.json from the zod schema of the record. Usage: npm run schema
import { writeFileSync } from 'node:fs';
import { recordJsonSchema } from '../dist/json-schema.js';

writeFileSync(
  new URL('../docs/record.schema.json', import.meta.url),
  `${JSON.stringify(recordJsonSchema(), null, 2)}\n`,
);
