import type { CheckResult, Unmapped } from '../model/record.js';
import { type Column, named } from './column.js';
import { placeColumns } from './columns.js';

/** Columns of the page that stand before those of what is on it. */
export const OF_PAGE = ['path', 'container', 'sha256', 'report_year', 'publisher', 'adcode'];

/** Columns that tell of a check, without its page. */
export const checkColumns: readonly Column<CheckResult>[] = [
  ...(['id', 'kind', 'status', 'equation', 'left', 'right'] as const).map((name) =>
    named('checks', name, (check: CheckResult) => check[name]),
  ),
  ...(['codes', 'missing', 'blank_as_nothing'] as const).map((name) =>
    named('checks', name, (check: CheckResult) => check[name]?.join(' ') ?? null),
  ),
  named('checks', 'verdict', (check) => check.verdict ?? null),
];

/** Columns that tell of a figure that no indicator takes, without its page. */
export const unmappedColumns: readonly Column<Unmapped>[] = [
  named('unmapped', 'labels', (figure) => figure.path.join(' > ')),
  named('unmapped', 'column_label', (figure) => figure.column),
  ...(['value', 'raw', 'unit'] as const).map((name) =>
    named('unmapped', name, (figure: Unmapped) => figure[name]),
  ),
  ...placeColumns((figure: Unmapped) => figure.place),
];
