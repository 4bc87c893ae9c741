import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { RuleFile } from '../model/rules.js';
import type {
  BlockData,
  Catalogue,
  Form,
  FormNode,
  Indicator,
  RowData,
  TableData,
  Template,
  TemplateData,
} from '../model/template.js';
import { packagePath } from '../package-path.js';
import { gapPattern, hasGap, labelKeys } from '../text/labels.js';
import { readIndicators } from './indicators.js';

const dataFolder = packagePath('src/data/');

let templates: readonly Template[] | undefined;
let indicators: ReadonlyMap<string, Indicator> | undefined;
let rules: readonly RuleFile[] | undefined;

/** The forms that the tool knows, one a folder of data, in the order of their ids. Read once. */
export function loadTemplates(): readonly Template[] {
  templates ??= findFolders(join(dataFolder, 'templates')).map(({ template }) =>
    buildTemplate(JSON.parse(readText(template)) as TemplateData),
  );
  return templates;
}

/** The codebook: indicators by code, in codebook order. Read once. */
export function loadIndicators(): ReadonlyMap<string, Indicator> {
  indicators ??= new Map(
    readIndicators(readText(join(dataFolder, 'indicators.tsv'))).map((row) => [row.code, row]),
  );
  return indicators;
}

/** What pages are read with where nothing else is said. */
export function loadCatalogue(): Catalogue {
  return { templates: loadTemplates(), indicators: loadIndicators() };
}

/** The rules about figures, one file a family of forms. Read once. */
export function loadRules(): readonly RuleFile[] {
  const folder = join(dataFolder, 'identities');
  rules ??= readdirSync(folder)
    .sort()
    .map((name) => JSON.parse(readText(join(folder, name))) as RuleFile);
  return rules;
}

/** Where one template lies. */
export interface TemplateFolder {
  readonly template: string;
  /** Its own indicators, where it has any. */
  readonly indicators: string | null;
}

/** The folders of templates in a folder, in the order of their names; hidden ones and files are passed over. */
export function findFolders(folder: string): TemplateFolder[] {
  return readdirSync(folder)
    .sort()
    .filter((name) => !name.startsWith('.') && statSync(join(folder, name)).isDirectory())
    .map((name) => {
      const indicators = join(folder, name, 'indicators.tsv');
      const template = join(folder, name, 'template.json');
      return { template, indicators: existsSync(indicators) ? indicators : null };
    });
}

/** The text of a file of data in UTF-8, without a byte-order mark. */
export function readText(path: string): string {
  return readFileSync(path, 'utf8').replace(/^\ufeff/, '');
}

/** A form as data, made ready for matching. */
export function buildTemplate(data: TemplateData): Template {
  return { data, forms: data.tables.map(buildForm), units: readUnits(data) };
}

function readUnits({ tables }: TemplateData): Map<string, string> {
  const rows = tables.flatMap(({ blocks }) =>
    blocks.flatMap((block) => flatRows(block.rows, []).map(({ row }) => ({ row, columns: block.columns }))),
  );
  return new Map(
    rows.flatMap(({ row: { code, unit }, columns }) =>
      code === undefined || unit === undefined
        ? []
        : columns.flatMap((column) => (column.code === null ? [] : [[code + column.code, unit] as const])),
    ),
  );
}

/** The labels of a table in the order in which a page prints them: titles, heads, columns level by level, rows. */
function buildForm(data: TableData): Form {
  const nodes: FormNode[] = [];
  const add = (node: Omit<FormNode, 'index' | 'keys' | 'patterns' | 'codes'>, names: readonly string[]) => {
    const fixed = names.filter((name) => !hasGap(name));
    const patterns = names.filter(hasGap).map(gapPattern);
    const { kind, label, block, code, column, path, local, hasRows } = node;
    const keys = [...new Set(fixed.flatMap(labelKeys))];
    const index = nodes.length;
    // One literal: V8 gives each object that is spread and has further fields a hidden class of its own.
    const codes = code === undefined ? [] : codesOf(code, data.blocks[block]?.columns ?? []);
    nodes.push({ index, kind, label, keys, patterns, block, code, codes, column, path, local, hasRows });
  };
  for (const [block, blockData] of data.blocks.entries()) {
    const plain = { block, code: undefined, column: undefined, path: [], local: true, hasRows: false };
    for (const title of blockData.title ?? []) add({ ...plain, kind: 'title', label: title }, [title]);
    for (const head of blockData.head) add({ ...plain, kind: 'head', label: head }, [head]);
    for (const { names, column } of columnLabels(blockData))
      add({ ...plain, kind: 'column', label: names[0] ?? '', column }, names);
    for (const { row, path } of flatRows(blockData.rows, [])) {
      const { label = '', code } = row;
      const entry = {
        block,
        code,
        column: undefined,
        path,
        local: row.local === true,
        hasRows: row.rows !== undefined,
      };
      add({ ...entry, kind: 'row', label }, [label, ...(row.aliases ?? [])]);
    }
  }
  return { data, nodes, keys: indexKeys(nodes) };
}

/** The codebook's own strings: a Map finds a key sooner by the string that it was put in with. */
function codesOf(row: string, columns: BlockData['columns']): (string | null)[] {
  const own = loadIndicators();
  return columns.map(({ code }) => (code === null ? null : (own.get(row + code)?.code ?? row + code)));
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

/** A row is also known by the labels above it and its own together: some pages print them in one cell. */
function indexKeys(nodes: readonly FormNode[]): Map<string, FormNode[]> {
  const index = new Map<string, FormNode[]>();
  for (const node of nodes) {
    let joined: string[] = [...node.keys];
    for (const label of [...node.path].reverse())
      joined = [
        ...joined,
        ...labelKeys(label)
          .slice(-1)
          .flatMap((parent) => joined.map((key) => parent + key)),
      ];
    for (const key of new Set(joined)) index.set(key, [...(index.get(key) ?? []), node]);
  }
  return index;
}
