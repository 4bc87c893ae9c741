import { join } from 'node:path';
import * as z from 'zod';
import { hashFile, namesUnder } from '../input/hash-files.js';

export const MANIFEST = 'MANIFEST.json';

/** The options that decide what a page becomes, by the names that commands have for them. */
const settingsSchema = z.record(z.string(), z.json());

const fileSchema = z.strictObject({ name: z.string(), bytes: z.number(), sha256: z.string() });

const manifestSchema = z.strictObject({
  schema: z.literal('1'),
  tool: z.strictObject({ name: z.string(), version: z.string() }),
  settings: settingsSchema,
  /** Hashes of what the tool knows: its forms, its rules, all its other data; and of forms and corrections of the user's own. */
  knowledge: z.strictObject({
    templates: z.string(),
    rules: z.string(),
    data: z.string(),
    own_templates: z.string().nullable(),
    corrections: z.string().nullable(),
  }),
  files: z.array(fileSchema),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type Settings = z.infer<typeof settingsSchema>;
export type Knowledge = Manifest['knowledge'];
export type BundledFile = z.infer<typeof fileSchema>;

/** @throws where the content is no manifest: the fields that are wrong */
export function readManifest(content: unknown): Manifest {
  const { data, error } = manifestSchema.safeParse(content);
  if (data) return data;
  throw new Error(error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '));
}

/** Every file of a folder but its manifest, in the order of their names. */
export async function listFiles(folder: string): Promise<BundledFile[]> {
  const files: BundledFile[] = [];
  for (const name of namesUnder(folder))
    if (name !== MANIFEST) files.push({ name, ...(await hashFile(join(folder, name))) });
  return files;
}
