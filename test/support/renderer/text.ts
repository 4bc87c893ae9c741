import { drawTable } from './drawn.js';
import { withoutSpans } from './html.js';
import { type Cell, type Sheet, textOf } from './model.js';
import type { Part } from './parts.js';
import { pdfTable } from './pdf.js';
import type { Random } from './random.js';

type DrawTable = (sheet: Sheet, random: Random) => string;

/** Tables as text: all the ways of the catalogue. */
export const textTables: Readonly<Record<string, DrawTable>> = {
  'lines-blank': (sheet) =>
    printed(sheet)
      .flatMap((cell) => cell.lines)
      .join('\n\n'),
  lines: (sheet) =>
    printed(sheet)
      .flatMap((cell) => cell.lines)
      .join('\n'),
  /** An empty cell leaves an empty line. */
  'lines-kept': (sheet, random) =>
    sheet.rows
      .flat()
      .flatMap((cell) => cell.lines)
      .join(random.pick(['\n', '\n\n'])),
  'lines-no-units': (sheet) =>
    printed(sheet)
      .filter((cell) => cell.kind !== 'unit' || /..|元/.test(textOf(cell)))
      .flatMap((cell) => cell.lines)
      .join('\n'),
  'pipe-cell': (sheet, random) => {
    const edge = random.pick([
      ['', ''],
      ['|\n', ''],
      ['', ' |'],
    ] as const);
    const row = (cells: readonly Cell[]) =>
      `${edge[0]}${cells.map((cell) => `${cell.lines.join('\n')} |`).join('\n')}${edge[1]}`;
    return sheet.rows.map(row).join('\n');
  },
  'pipe-newline': (sheet, random) => {
    const edge = random.pick(['', '|\n']);
    return sheet.rows
      .map((row) => `${edge}${row.map((cell) => `${cell.lines.join('\n')}\n|`).join('\n')}`)
      .join('\n');
  },
  'pipe-row-end': (sheet, random) => pipeRows(rowsOf(sheet, random), '', ' |'),
  'pipe-row-both': (sheet, random) => pipeRows(rowsOf(sheet, random), '| ', ' |'),
  'pipe-row-extra': (sheet, random) => {
    const run = '|'.repeat(random.int(2, 6));
    const edges = random.pick([
      ['', ` | ${run}`],
      [`${run} `, ' |'],
      ['| ', ` | |\n${run}`],
    ] as const);
    return pipeRows(withoutSpans(sheet), edges[0], edges[1]).replaceAll('|  |', random.pick(['||', '|  |']));
  },
  tabs: (sheet, random) =>
    rowsOf(sheet, random)
      .map((row) => row.map(textOf).join('\t'))
      .join('\n'),
  markdown: (sheet) => markdown(withoutSpans(sheet)),
  'markdown-exploded': (sheet) => splitGroups(sheet).map(markdown).join('\n\n'),
  drawn: drawTable,
  pdf: pdfTable,
  flat: (sheet) => printed(sheet).map(textOf).join(' '),
};

export function renderText(
  parts: readonly Part[],
  rendering: string,
  damage: ReadonlySet<string>,
  random: Random,
): string {
  const draw = textTables[rendering];
  if (!draw) throw new Error(`no such rendering: ${rendering}`);
  const mark = rendering.startsWith('markdown') ? '## ' : '';
  const lines = parts.map((part) => {
    if (part.kind === 'table') {
      const table = draw(part.sheet, random);
      return damage.has('page-numbers') ? addPageNumbers(table, random) : table;
    }
    return part.kind === 'heading' ? `${mark}${part.text}` : part.text;
  });
  if (rendering === 'flat') return `${lines[0]}\n${lines.slice(1).join(' ')}\n`;
  if (rendering === 'pdf') return `${lines.join('\n')}\n`;
  return `${lines.join('\n\n')}\n`;
}

/** Pages end between lines. */
function addPageNumbers(table: string, random: Random): string {
  const number = random.pick(['- 3 -', '— 4 —', '第 5 页 共 9 页']);
  return table.replace(/\n/g, (end) => (random.chance(0.02) ? `\n${number}\n` : end));
}

const printed = (sheet: Sheet) => sheet.rows.flat().filter((cell) => textOf(cell) !== '');

function rowsOf(sheet: Sheet, random: Random): readonly (readonly Cell[])[] {
  return random.chance(0.5) ? sheet.rows : withoutSpans(sheet);
}

/** A wrapped label keeps its line break in the cell. */
function pipeRows(rows: readonly (readonly Cell[])[], before: string, after: string): string {
  return rows
    .map((row) => `${before}${row.map((cell) => cell.lines.join('\n')).join(' | ')}${after}`)
    .join('\n');
}

function markdown(rows: readonly (readonly Cell[])[]): string {
  const lines = rows.map((row) => `| ${row.map((cell) => cell.lines.join('<br>')).join(' | ')} |`);
  const width = rows[0]?.length ?? 1;
  return [lines[0], `|${'---|'.repeat(width)}`, ...lines.slice(1)].join('\n');
}

/** A table for the head, and one for each run of rows that a heading or a group of the form begins. */
function splitGroups(sheet: Sheet): Cell[][][] {
  const rows = withoutSpans(sheet);
  const groups: Cell[][][] = [];
  for (const [y, row] of rows.entries()) {
    const origin = sheet.rows[y] ?? [];
    const opens = origin.some((cell) => cell.rowSpan > 1) || !origin.some((cell) => cell.figure);
    const open = groups.at(-1);
    const follows = open?.some((cells) => cells.some((cell) => cell.figure)) === false;
    if (!open || (opens && !follows)) groups.push([row]);
    else open.push(row);
  }
  return groups;
}
