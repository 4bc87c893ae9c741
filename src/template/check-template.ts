import type { BlockData, RowData, TemplateData } from '../model/template.js';
import { templateSchema } from '../model/template-schema.js';
import { labelKeys } from '../text/labels.js';

export interface CheckedTemplate {
  /** Undefined where it cannot be used. */
  readonly template: TemplateData | undefined;
  readonly problems: readonly string[];
}

/** Checks a template from outside: its shape, its id, its labels, and that it leads to known codes, each once a table. */
export function checkTemplate(
  file: string,
  data: unknown,
  ids: readonly string[],
  known: ReadonlyMap<string, unknown>,
): CheckedTemplate {
  const { data: template, error } = templateSchema.safeParse(data);
  const problems = template
    ? [
        ...checkId(template, ids),
        ...template.tables.flatMap(({ blocks }, i) => checkBlocks(blocks, i, known)),
      ]
    : error.issues.map(({ path, message }) => ({ path, reason: message }));
  return {
    template: problems.length === 0 ? template : undefined,
    problems: problems.map(({ path, reason }) => `${file}: ${printPath(path)}${reason}`),
  };
}

interface Problem {
  readonly path: readonly PropertyKey[];
  readonly reason: string;
}

/** e.g. `tables[0].blocks[0].rows[3].code: ` */
function printPath(path: readonly PropertyKey[]): string {
  const text = path.reduce<string>(
    (before, key) => before + (typeof key === 'number' ? `[${key}]` : `${before && '.'}${String(key)}`),
    '',
  );
  return text && `${text}: `;
}

function checkId({ id }: TemplateData, ids: readonly string[]): Problem[] {
  return ids.includes(id) ? [{ path: ['id'], reason: `a template “${id}” is there already` }] : [];
}

function checkBlocks(
  blocks: readonly BlockData[],
  table: number,
  known: ReadonlyMap<string, unknown>,
): Problem[] {
  const seen = new Set<string>();
  return blocks.flatMap((block, i) => {
    const { columns, rows } = block;
    const path = ['tables', table, 'blocks', i];
    const ends = columns.flatMap((column) => column.code ?? []);
    const inColumns = columns.flatMap((column, c) =>
      checkLabels(column.labels, [...path, 'columns', c, 'labels']),
    );
    const inRows = listRows(rows, [...path, 'rows']).flatMap(({ row, path }) => [
      ...checkLabels([row.label ?? []].flat(), [...path, 'label']),
      ...checkLabels(row.aliases ?? [], [...path, 'aliases']),
      ...checkCodes(row, ends, [...path, 'code'], known, seen),
    ]);
    return [...inColumns, ...inRows, ...checkSums(block, path)];
  });
}

/** Sums are of the block's own columns, balances of its own rows. */
function checkSums(
  { columns, rows, sums = [], balances = [] }: BlockData,
  path: readonly PropertyKey[],
): Problem[] {
  const inColumns = new Set(columns.map(({ code }) => code));
  const inRows = new Set(listRows(rows, []).map(({ row }) => row.code));
  const unknown = (codes: readonly string[], own: ReadonlySet<unknown>, where: readonly PropertyKey[]) =>
    codes
      .filter((code) => !own.has(code))
      .map((code) => ({ path: [...path, ...where], reason: `“${code}” is none of the block` }));
  return [
    ...sums.flatMap(({ total, of }, i) => unknown([total, ...of], inColumns, ['sums', i])),
    ...balances.flatMap(({ left, right }, i) => unknown([...left, ...right], inRows, ['balances', i])),
  ];
}

function listRows(
  rows: readonly RowData[],
  path: readonly PropertyKey[],
): { row: RowData; path: readonly PropertyKey[] }[] {
  return rows.flatMap((row, i) => [
    { row, path: [...path, i] },
    ...listRows(row.rows ?? [], [...path, i, 'rows']),
  ]);
}

function checkLabels(labels: readonly string[], path: readonly PropertyKey[]): Problem[] {
  return labels.flatMap((label) => {
    if (label.split('*').length > 2) return [{ path, reason: `“${label}” has more than one gap (*)` }];
    return labelKeys(label).length > 0 ? [] : [{ path, reason: `nothing of “${label}” can be compared` }];
  });
}

function checkCodes(
  { code }: RowData,
  ends: readonly string[],
  path: readonly PropertyKey[],
  known: ReadonlyMap<string, unknown>,
  seen: Set<string>,
): Problem[] {
  if (code === undefined) return [];
  return ends.flatMap((end) => {
    const whole = code + end;
    if (!known.has(whole)) return [{ path, reason: `unknown code “${whole}”` }];
    if (seen.has(whole)) return [{ path, reason: `“${whole}” is another row's already` }];
    seen.add(whole);
    return [];
  });
}
