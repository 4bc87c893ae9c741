import reasons from '../../data/missing-reasons.json' with { type: 'json' };
import type { Group, LabelledColumn, LabelledTable } from './labelled-table.js';

/** Characters of a variable's label that Stata keeps. */
const LABEL_LIMIT = 80;

/** A do-file that loads the table into Stata 14 or newer. */
export function writeStata(table: LabelledTable): string {
  const { file, columns, shape } = table;
  return [
    `* Loads ${file} into Stata 14 or newer. Run it in the folder of the data.`,
    '* "label language zh" shows the labels in Chinese, "label language en" in English.',
    '* Why a number is missing: .a blank, .b mark, .c text, .d not in this form, .e not read, .f withheld.',
    'version 14',
    'clear',
    importTable(table),
    ...columns.map(({ name }, at) => `rename v${at + 1} ${name}`),
    ...columns.filter(({ type }) => type === 'boolean').flatMap(({ name }) => makeFlag(name)),
    '',
    'quietly {',
    ...(shape === 'wide' ? tellReasons(table.groups) : tellStates()),
    '}',
    '',
    ...labelAll(table, 'zh'),
    '',
    ...labelAll(table, 'en'),
    '',
    ...columns.flatMap(writeNotes),
    '',
  ].join('\n');
}

function importTable({ file, delimiter, columns }: LabelledTable): string {
  const isText = ({ type }: LabelledColumn) => type === 'text' || type === 'boolean';
  return [
    `import delimited using ${quote(file)}, delimiters(${delimiter === ',' ? '","' : 'tab'})`,
    'varnames(nonames) rowrange(2:) encoding("utf-8") bindquotes(strict) maxquotedrows(unlimited) asdouble',
    `stringcols(${ranges(columns, isText)}) numericcols(${ranges(columns, (column) => !isText(column))})`,
  ].join(' ///\n    ');
}

/** Numbers of columns as a list of Stata, such as `1/3 5`. */
function ranges(columns: readonly LabelledColumn[], isWanted: (column: LabelledColumn) => boolean): string {
  const found: [number, number][] = [];
  for (const [at, column] of columns.entries()) {
    if (!isWanted(column)) continue;
    const last = found.at(-1);
    if (last && last[1] === at) last[1] = at + 1;
    else found.push([at + 1, at + 1]);
  }
  return found.map(([first, last]) => (first === last ? `${first}` : `${first}/${last}`)).join(' ');
}

function makeFlag(name: string): string[] {
  return [`generate byte flag_ = ${name} == "true" if ${name} != ""`, `drop ${name}`, `rename flag_ ${name}`];
}

function tellReasons(groups: readonly Group[]): string[] {
  const states = ['blank', 'mark', 'text', 'withheld'] as const;
  return [
    '    generate listed_ = " " + nonnumbers + " "',
    '    generate byte placed_ = family != "" & !(family == "prose-only" & missing(report_year))',
    ...groups.flatMap(({ names, forms, prose }) => [
      `    generate byte asked_ = ${asks(forms, prose)}`,
      `    foreach name in ${names.join(' ///\n        ')} {`,
      "        replace `name' = .e if missing(`name')",
      "        replace `name' = .d if `name' == .e & placed_ & !asked_",
      ...states.map(
        (state) =>
          `        replace \`name' = .${reasons[state].letter} if missing(\`name') & strpos(listed_, " \`name'=${state} ") > 0`,
      ),
      '    }',
      '    drop asked_',
    ]),
    '    drop listed_ placed_',
  ];
}

function asks(forms: Group['forms'], prose: Group['prose']): string {
  const conditions = [
    ...forms.map(({ family, edition }) => `(family == ${quote(family)} & edition == ${quote(edition)})`),
    ...prose.map(([first, last]) => `(family == "prose-only" & inrange(report_year, ${first}, ${last}))`),
  ];
  return conditions.join(' ///\n        | ') || '0';
}

function tellStates(): string[] {
  return (['blank', 'mark', 'text'] as const).map(
    (state) => `    replace value = .${reasons[state].letter} if missing(value) & state == "${state}"`,
  );
}

function labelAll({ columns, shape }: LabelledTable, language: 'zh' | 'en'): string[] {
  const figures = columns.filter(({ name, unit }) => (shape === 'wide' ? unit !== null : name === 'value'));
  const set = Object.values(reasons).map((reason) => `    .${reason.letter} ${quote(reason[language])}`);
  return [
    language === 'zh' ? 'label language zh, rename' : 'label language en, new',
    `label define reason_${language} ///`,
    set.join(' ///\n'),
    ...columns.map((column) => `label variable ${column.name} ${quote(shorten(column[language]))}`),
    ...figures.map(({ name }) => `label values ${name} reason_${language}`),
  ];
}

/** What a label is too short for. */
function writeNotes({ name, unit, zh, en }: LabelledColumn): string[] {
  return [
    ...(unit === null ? [] : [`char ${name}[unit] ${quote(unit)}`]),
    ...(zh === shorten(zh) ? [] : [`char ${name}[label_zh] ${quote(zh)}`]),
    ...(en === shorten(en) ? [] : [`char ${name}[label_en] ${quote(en)}`]),
  ];
}

function shorten(text: string): string {
  const characters = [...text];
  return characters.length <= LABEL_LIMIT ? text : `${characters.slice(0, LABEL_LIMIT - 1).join('')}\u2026`;
}

/** Stata expands macros in every string; the marks that begin one, and quotes, give way to others like them. */
function quote(text: string): string {
  const plain = text
    .replace(/["`]/g, "'")
    .replaceAll('$', '\uff04')
    .replace(/[\r\n\t]+/g, ' ');
  return `"${plain}"`;
}
