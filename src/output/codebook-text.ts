import { stringify } from 'csv-stringify/sync';
import type { CodebookEntry } from '../model/codebook.js';
import type { TemplateData } from '../model/template.js';
import { codebookColumns } from './codebook-columns.js';
import { fill } from './column.js';

/** The codebook as comma- or tab-separated rows. */
export function writeCodebookTable(codebook: readonly CodebookEntry[], delimiter: ',' | '\t'): string {
  const columns = codebookColumns(codebook);
  const rows = [columns.map(({ name }) => name), ...codebook.map((entry) => fill(columns, entry))];
  return stringify(rows, { delimiter, bom: delimiter === ',', record_delimiter: 'unix' });
}

/** The codebook for a person to read, in Markdown: the forms, then each indicator under the first word of its code. */
export function writeCodebookText(
  codebook: readonly CodebookEntry[],
  templates: readonly TemplateData[],
): string {
  const inOrder = [...templates].sort((a, b) => a.years[0] - b.years[0]);
  const chapters = new Map<string, CodebookEntry[]>();
  for (const entry of codebook) {
    const chapter = /^\w+/.exec(entry.code)?.[0] ?? entry.code;
    chapters.set(chapter, [...(chapters.get(chapter) ?? []), entry]);
  }
  return [
    '# Codebook\n',
    ABOUT,
    '## Forms\n',
    '| form | report years | name | fixed by |\n| --- | --- | --- | --- |',
    ...inOrder.map(
      ({ id, years, name, source }) =>
        `| \`${id}\` | ${period(years)} | ${cell(name.zh)}: ${cell(name.en)} | ${cell(source)} |`,
    ),
    ...[...chapters].flatMap(([chapter, entries]) => [
      `\n## ${chapter}`,
      ...entries.map((entry) => describeEntry(entry, templates)),
    ]),
    '',
  ].join('\n');
}

const ABOUT = `Each indicator has a code, which values carry in the records, and a name, which is its column in tables. Its labels are those
of the forms, from the outermost row to the column; where a form counts in another unit, values are converted.
`;

function describeEntry(entry: CodebookEntry, templates: readonly TemplateData[]): string {
  const { code, name, label_zh, unit, parent, meaning, labels, comparisons } = entry;
  const forms = labels.map(({ form, label, unit: own, local }) => {
    const template = templates.find(({ id }) => id === form);
    const counted = own === unit ? '' : `, in ${own}`;
    const where = local ? ' (in some places)' : '';
    const when = template ? period(template.years) : '';
    return `- ${when}${where} \`${form}\`: ${label}${counted}; ${template?.source ?? ''}`;
  });
  const compared = comparisons.map(
    ({ code: other, edition, kind, note }) =>
      `- ${kind} against \`${other}\` (${edition}): ${note.zh} ${note.en}`,
  );
  return [
    `\n### \`${name}\` ${label_zh}\n`,
    `\`${code}\`, in ${unit}: ${meaning}.${parent && ` Part of \`${parent}\`.`}\n`,
    ...(forms.length > 0 ? forms : ['- in no form; read from sentences']),
    ...compared,
  ].join('\n');
}

function period([first, last]: readonly [number, number]): string {
  return last > OPEN_END ? `${first}-` : `${first}-${last}`;
}

/** A last year behind this one says that a form is in force. */
const OPEN_END = 2090;

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
