import { crosswalk } from '../template/crosswalk.js';
import type { PanelCell } from './cells.js';
import type { Decision } from './choose.js';
import { unpack } from './pack.js';
import type { PanelRow } from './panel.js';

type Cell = string | number | boolean | null;
/** A table: its column names, then its rows. */
export type Table = Iterable<readonly Cell[]>;

const KEYS = ['year', 'adcode', 'adcode_current', 'level', 'kind', 'name'] as const;
const OF_PAGE = ['family', 'form', 'edition', 'status', 'path', 'container', 'sha256'] as const;
const LISTS = ['nonnumbers', 'redefined', 'from_prose', 'contradicted', 'approximate', 'corrected'];

/** One row a body and year; the variables behind the keys and the lists of cells that need care. */
export function* panelTable(rows: readonly PanelRow[]): Table {
  yield ['body', ...KEYS, ...OF_PAGE, 'pages', ...LISTS, ...crosswalk.map(({ name }) => name)];
  for (const { body, page, pages } of rows) {
    const cells = unpack(page.cells);
    const values = new Map(cells.map(({ variable, value }) => [variable, value]));
    yield [
      body,
      ...KEYS.map((name) => page[name]),
      ...OF_PAGE.map((name) => page[name]),
      pages,
      ...listCells(cells),
      ...crosswalk.map((_, variable) => values.get(variable) ?? null),
    ];
  }
}

function listCells(cells: readonly PanelCell[]): string[] {
  const numbers = cells.filter(({ value }) => value !== null);
  const list = (is: (cell: PanelCell) => boolean) => numbers.filter(is).map(nameOf).join(' ');
  return [
    cells.flatMap((cell) => (cell.value === null ? `${nameOf(cell)}=${cell.state}` : [])).join(' '),
    list((cell) => lineOf(cell)?.relation === 'redefined'),
    list(({ origin }) => origin !== 'table'),
    list(({ corroboration }) => corroboration === 'contradicted'),
    list(({ approximate }) => approximate),
    cells
      .filter(({ corrected }) => corrected)
      .map(nameOf)
      .join(' '),
  ];
}

function nameOf({ variable }: PanelCell): string {
  return crosswalk[variable]?.name ?? '';
}

function lineOf({ variable, line }: PanelCell) {
  return crosswalk[variable]?.lines[line];
}

/** One row a cell that is there, with what it was made of and where it was read. */
export function* cellsTable(rows: readonly PanelRow[]): Table {
  const ofCell = ['value', 'state', 'origin', 'corroboration', 'approximate', 'corrected'] as const;
  yield [
    ...['body', 'year', 'variable', 'relation', 'codes', ...ofCell],
    ...['path', 'container', 'sha256', 'line'],
  ];
  for (const { body, page } of rows) {
    for (const cell of unpack(page.cells)) {
      const { relation = '', codes = [] } = lineOf(cell) ?? {};
      yield [
        ...[body, page.year, nameOf(cell), relation, codes.join(' + ')],
        ...ofCell.map((name) => cell[name]),
        ...[page.path, page.container, page.sha256, cell.at || null],
      ];
    }
  }
}

/** One row a line of the crosswalk: what each variable is in each form. */
export function* variablesTable(): Table {
  yield [
    ...['variable', 'label_zh', 'label_en', 'unit', 'edition'],
    ...['codes', 'relation', 'note_zh', 'note_en', 'source'],
  ];
  for (const { name, label, unit, lines } of crosswalk)
    for (const { edition, codes, relation, note, source } of lines)
      yield [
        ...[name, label.zh, label.en, unit, edition],
        ...[codes.join(' + '), relation, note.zh, note.en, source],
      ];
}

const OF_DECISION = [
  ...(['decision', 'rule', 'body', 'year', 'name', 'path', 'container', 'sha256'] as const),
  ...(['chosen_path', 'variable', 'value', 'chosen_value'] as const),
];

/** What was decided: pages left out or not taken, figures in which two pages differ, bodies not joined. */
export function* decisionsTable(decisions: readonly Decision[]): Table {
  yield OF_DECISION;
  for (const decision of decisions) yield OF_DECISION.map((name) => decision[name]);
}
