import { type Cell, coverOf, createCell, type Sheet, textOf } from './model.js';
import type { Part } from './parts.js';
import type { Random } from './random.js';

type DrawTable = (sheet: Sheet, random: Random) => string;

/** Tables in HTML of every kind. */
export const htmlTables: Readonly<Record<string, DrawTable>> = {
  'html-spans': (sheet, random) => table(sheet.rows, random.pick([plainCell, styledCell]), random),
  'html-no-spans': (sheet, random) => table(withoutSpans(sheet), plainCell, random),
  'html-word': (sheet, random) => table(sheet.rows, wordCell, random),
  'html-unclosed': (sheet, random) => {
    const rows = sheet.rows.map((row) => `<tr>${row.map((cell) => openCell(cell, random)).join('')}\n`);
    return `<table border=1>\n${rows.join('')}</table>`;
  },
  'html-layout': (sheet, random) =>
    `<table><tr><td>${table(sheet.rows, plainCell, random)}</td></tr></table>`,
  'html-clauses': (sheet, random) => table(sheet.rows, random.pick([plainCell, wordCell]), random),
  'html-divs': (sheet) => {
    const cells = (row: readonly Cell[]) =>
      row.map((cell) => `<div class="td">${breaks(cell)}</div>`).join('');
    return `<div class="table">${sheet.rows.map((row) => `<div class="tr">${cells(row)}</div>\n`).join('')}</div>`;
  },
  'html-paragraphs': (sheet) =>
    sheet.rows
      .flat()
      .map((cell) => `<p style="text-align:center">${textOf(cell) === '' ? '&nbsp;' : breaks(cell)}</p>\n`)
      .join(''),
  'html-lists': (sheet, random) => {
    const [table, row, cell] = random.pick([
      ['div', 'ul', 'li'],
      ['ul', 'li', 'div'],
      ['ul', 'li', 'span'],
      ['div', 'dl', 'dd'],
    ] as const);
    const cells = (cells: readonly Cell[]) =>
      cells.map((own) => `<${cell}>${breaks(own)}</${cell}>`).join('');
    const rows = withoutSpans(sheet).map((own) => `<${row}>${cells(own)}</${row}>\n`);
    return `<${table}>${rows.join('')}</${table}>`;
  },
  'html-th': (sheet, random) =>
    table(sheet.rows, plainCell, random).replaceAll('<td', '<th').replaceAll('</td', '</th'),
  'html-sections': (sheet) => {
    const first = sheet.rows.findIndex((row) => row.some((cell) => cell.figure));
    const rows = sheet.rows.map((row) => `<tr>${row.map(plainCell).join('')}</tr>`);
    const body = `<tbody>${rows.slice(first, -1).join('')}</tbody><tfoot>${rows.at(-1)}</tfoot>`;
    return `<table><caption>附表</caption><colgroup><col><col></colgroup><thead>${rows.slice(0, first).join('')}</thead>${body}</table>`;
  },
  'html-hidden': (sheet, random) => {
    const hidden = () => `<td style="display: none">${random.int(1, 99)}</td>`;
    const row = (cells: readonly Cell[]) => `<tr>${cells.map(plainCell).join('')}${hidden()}</tr>`;
    const rows = sheet.rows.map(row);
    rows.splice(1, 0, `<tr style="display:none">${hidden()}<td>备用</td><td>${random.int(1, 99)}</td></tr>`);
    return `<table>${rows.join('\n')}</table>`;
  },
  'html-inner': (sheet, random) =>
    `<table><tr><td>附表</td></tr><tr><td colspan="2">${table(sheet.rows, wordCell, random)}</td></tr></table>`,
  'html-breaks': (sheet, random) => {
    const gap = random.pick(['&nbsp;&nbsp;', '　　', ' ']);
    const rows = sheet.rows.map((row) => row.filter((cell) => textOf(cell) !== ''));
    const lines = rows.map((row) => row.map((cell) => `<span>${textOf(cell)}</span>`).join(gap));
    return `<p>${lines.join('<br>\n')}</p>`;
  },
  'html-row-paragraphs': (sheet, random) => {
    const gap = random.pick(['&nbsp;&nbsp;&nbsp;&nbsp;', '　　', '&emsp;']);
    const rows = sheet.rows.map((row) => row.map(textOf).filter((text) => text !== ''));
    return rows.map((row) => `<p>${row.join(gap)}</p>\n`).join('');
  },
};

export function renderHtml(parts: readonly Part[], rendering: string, random: Random): string {
  const draw = htmlTables[rendering];
  if (!draw) throw new Error(`no such rendering: ${rendering}`);
  const title = parts.map((part) => (part.kind === 'title' ? part.text : '')).join('');
  const body = parts.map((part) => {
    if (part.kind === 'table') return draw(part.sheet, random);
    if (part.kind === 'title') return `<h1>${part.text}</h1>\n<p>发布时间：2022-01-20 来源：办公室</p>`;
    return `<p style="text-indent:2em">${part.text}</p>`;
  });
  const text = body.join('\n');
  const inside =
    rendering === 'html-layout'
      ? `<table width="100%"><tr><td><a href="/">首页</a></td></tr><tr><td>\n${text}\n</td></tr></table>`
      : `<div class="article">\n${text}\n</div>`;
  return `<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>${title}</title></head><body>\n${inside}\n</body></html>\n`;
}

type DrawCell = (cell: Cell, random: Random) => string;

function table(rows: readonly (readonly Cell[])[], draw: DrawCell, random: Random): string {
  const lines = rows.map((row) => `<tr>${row.map((cell) => draw(cell, random)).join('')}</tr>\n`);
  return `<table border="1"><tbody>\n${lines.join('')}</tbody></table>`;
}

function plainCell(cell: Cell): string {
  return `<td${spans(cell)}>${breaks(cell)}</td>`;
}

function styledCell(cell: Cell): string {
  const inner = cell.lines.map((line) => `<p style="text-align:center"><span>${line}</span></p>`).join('');
  return `<td${spans(cell)} style="width:64px;border:solid 1px" nowrap>${inner}</td>`;
}

/** Word's way: text in pieces, each in spans of its own, blanks as &nbsp; or in an empty o:p. */
function wordCell(cell: Cell, random: Random): string {
  const piece = (text: string) =>
    `<span lang="EN-US" style="font-size:10.5pt"><font face="宋体">${text}</font></span>`;
  const blank = random.pick(['<span>&nbsp;</span>', '<o:p>&nbsp;</o:p>', '<o:p> </o:p>', '']);
  const cut = (line: string) => {
    if (line.length < 2 || !random.chance(0.4)) return [line];
    const at = random.int(1, line.length - 1);
    return [line.slice(0, at), line.slice(at)];
  };
  const lines = cell.lines.map((line) => (line === '' ? blank : cut(line).map(piece).join('')));
  const inner = lines.map((line) => `<p class="MsoNormal" align="center">${line}<o:p></o:p></p>`).join('\n');
  return `<td${spans(cell)} width="64" valign="top">\n${inner}</td>\n`;
}

function openCell(cell: Cell, random: Random): string {
  return `<td${spans(cell)}>${random.chance(0.5) ? breaks(cell) : `<p>${breaks(cell)}`}`;
}

function spans(cell: Cell): string {
  const rows = cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : '';
  return cell.columnSpan > 1 ? `${rows} colspan="${cell.columnSpan}"` : rows;
}

function breaks(cell: Cell): string {
  return cell.lines.join('<br/>');
}

/** Each place of the grid a cell of its own: what was covered is empty. */
export function withoutSpans(sheet: Sheet): Cell[][] {
  return coverOf(sheet).map((row) =>
    row.map(({ cell, begins }) =>
      begins ? { ...cell, rowSpan: 1, columnSpan: 1 } : createCell('empty', ''),
    ),
  );
}
