import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../fixtures');
const shared = join(import.meta.dirname, '../../../shared');

export interface Page {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Every page under fixtures/, by its folder. */
export function fixturePages(): Page[] {
  return readdirSync(root).flatMap((template) =>
    readdirSync(join(root, template)).flatMap((name) => {
      const folder = join(root, template, name);
      const page = readdirSync(folder).find((file) => file.startsWith('page.'));
      return page === undefined
        ? []
        : [{ name: `${template}/${name}`, bytes: readFileSync(join(folder, page)) }];
    }),
  );
}

/** Fixtures that are reports with figures. */
export function reportPages(): Page[] {
  return fixturePages().filter(({ name }) => !name.startsWith('not-a-report/'));
}

/** Reports whose bytes show the letters that they mean: not read in a wrong encoding, nor in Taiwan's words. */
export function plainPages(): Page[] {
  return reportPages().filter(({ name }) => !/read-as|footer|taiwan/.test(name));
}

export const corpusFolder = join(shared, 'corpus');
export const hasCorpus = existsSync(corpusFolder);

/** The real pages beside the project, where they are there. */
export function corpusPages(): Page[] {
  if (!hasCorpus) return [];
  const names = readdirSync(corpusFolder).filter((name) => name.endsWith('.txt'));
  return names.map((name) => ({ name, bytes: readFileSync(join(corpusFolder, name)) }));
}

/** Code, origin, value and state of everything read, the way a page states it whatever its rendering. */
export function readings(record: {
  values: readonly { code: string; origin: string; value: number | null; state: string }[];
}): string[] {
  return record.values.map(({ code, origin, value, state }) => `${code} ${origin} ${value ?? state}`).sort();
}
