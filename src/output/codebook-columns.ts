import wording from '../data/columns.json' with { type: 'json' };
import type { CodebookEntry } from '../model/codebook.js';
import { type Column, named } from './column.js';

const OF_INDICATOR = ['code', 'name', 'family', 'edition', 'label_zh', 'unit', 'parent', 'meaning'] as const;

/** Columns of the codebook: an indicator's own, what the forms say together, and a column for each form's label. */
export function codebookColumns(codebook: readonly CodebookEntry[]): Column<CodebookEntry>[] {
  const forms = new Set(codebook.flatMap(({ labels }) => labels.map(({ form }) => form)));
  return [
    ...OF_INDICATOR.map((name) => named('codebook', name, (entry: CodebookEntry) => entry[name])),
    named('codebook', 'first_year', (entry) => entry.first_year),
    named('codebook', 'last_year', (entry) => entry.last_year),
    named('codebook', 'sources', (entry) => entry.sources.join('; ')),
    named('codebook', 'form_units', (entry) => listUnits(entry)),
    named('codebook', 'comparisons', (entry) =>
      entry.comparisons
        .map(({ code, edition, kind, note }) => `${kind} ${code} (${edition}): ${note.zh} ${note.en}`)
        .join('; '),
    ),
    ...[...forms].map(labelColumn),
  ];
}

function labelColumn(form: string): Column<CodebookEntry> {
  const { zh, en } = wording.codebook['label_{form}'];
  return {
    name: `label_${form.replaceAll('-', '_')}`,
    type: 'text',
    zh: zh.replace('{form}', form),
    en: en.replace('{form}', form),
    read: ({ labels }) => labels.find((label) => label.form === form)?.label ?? null,
  };
}

/** Units in which forms count what the codebook counts in another. */
function listUnits({ labels, unit }: CodebookEntry): string {
  return labels
    .filter((label) => label.unit !== unit)
    .map((label) => `${label.form}: ${label.unit}`)
    .join('; ');
}
