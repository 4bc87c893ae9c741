import type {
  BlockData,
  Form,
  FormNode,
  RowData,
  TableData,
  Template,
  TemplateData,
} from '../model/template.js';
import { gapPattern, hasGap, labelKeys } from '../text/labels.js';

/** A form as data, made ready for matching. */
export function buildTemplate(data: TemplateData): Template {
  return { data, forms: data.tables.map(buildForm) };
}

/** The labels of a table in the order in which a page prints them: titles, heads, columns level by level, rows. */
function buildForm(data: TableData): Form {
  const nodes: FormNode[] = [];
  const add = (node: Omit<FormNode, 'index' | 'keys' | 'patterns'>, names: readonly string[]) => {
    const fixed = names.filter((name) => !hasGap(name));
    const patterns = names.filter(hasGap).map(gapPattern);
    nodes.push({ ...node, index: nodes.length, keys: [...new Set(fixed.flatMap(labelKeys))], patterns });
  };
  for (const [block, blockData] of data.blocks.entries()) {
    const none = { code: undefined, unit: undefined, column: undefined };
    const plain = { ...none, block, path: [], local: true, hasRows: false };
    for (const title of blockData.title ?? []) add({ ...plain, kind: 'title', label: title }, [title]);
    for (const head of blockData.head) add({ ...plain, kind: 'head', label: head }, [head]);
    for (const { names, column } of columnLabels(blockData))
      add({ ...plain, kind: 'column', label: names[0] ?? '', column }, names);
    for (const { row, path } of flatRows(blockData.rows, [])) {
      const { label = '', code, unit } = row;
      const entry = {
        ...none,
        block,
        code,
        unit,
        path,
        local: row.local === true,
        hasRows: row.rows !== undefined,
      };
      add({ ...entry, kind: 'row', label }, [label, ...(row.aliases ?? [])]);
    }
  }
  return { data, nodes, keys: indexKeys(nodes) };
}

function columnLabels(block: BlockData): { names: readonly string[]; column: number | undefined }[] {
  const found: { names: readonly string[]; column: number | undefined; level: number }[] = [];
  const seen = new Set<string>();
  for (const [column, data] of block.columns.entries()) {
    const above = data.under ?? [];
    for (const [level, label] of above.entries()) {
      const chain = above.slice(0, level + 1).join('/');
      if (!seen.has(chain)) found.push({ names: [label], column: undefined, level });
      seen.add(chain);
    }
    found.push({ names: data.labels, column, level: above.length });
  }
  return found.sort((a, b) => a.level - b.level);
}

function flatRows(
  rows: readonly RowData[],
  path: readonly string[],
): { row: RowData; path: readonly string[] }[] {
  return rows.flatMap((row) => [{ row, path }, ...flatRows(row.rows ?? [], [...path, row.label ?? ''])]);
}

/** A row is also known by its parent's label and its own together: some pages print both in one cell. */
function indexKeys(nodes: readonly FormNode[]): Map<string, FormNode[]> {
  const index = new Map<string, FormNode[]>();
  for (const node of nodes) {
    const above = labelKeys(node.path.at(-1) ?? '');
    const joined = above.flatMap((parent) => node.keys.map((key) => parent + key));
    for (const key of new Set([...node.keys, ...joined])) index.set(key, [...(index.get(key) ?? []), node]);
  }
  return index;
}
