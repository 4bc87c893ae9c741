import type { CodebookEntry } from '../model/codebook.js';
import type { Format, Shape } from '../model/formats.js';
import type { GipRecord } from '../model/record.js';
import { codebookColumns } from './codebook-columns.js';
import type { CellType, Head } from './column.js';
import { longColumns, wideColumns } from './columns.js';

/** A page or file that data was made from, and what it held. */
export interface PackageSource {
  readonly title: string;
  /** Its address, where one is known. */
  readonly path?: string;
  readonly hash: string;
}

/** A file of data: its name beside the package, size, and hash with the algorithm's name before it. */
export interface PackageFile {
  readonly path: string;
  readonly bytes: number;
  readonly hash: string;
}

export interface PackageContents {
  readonly data: PackageFile & { readonly format: Format; readonly shape: Shape };
  readonly codebookFile: PackageFile;
  readonly codebook: readonly CodebookEntry[];
  readonly sources: readonly PackageSource[];
  /** True where no two pages have the same path. */
  readonly hasKey: boolean;
  /** What the data was made with: versions and hashes. */
  readonly made_with: Readonly<Record<string, unknown>>;
}

/** The descriptor of a Data Package (Frictionless, profiles of version 1). */
export function describePackage(contents: PackageContents): object {
  const { data, codebookFile, codebook, sources, made_with } = contents;
  const resources = [
    describeData(contents),
    describeTable(codebookFile, 'codebook', ',', {
      fields: codebookColumns(codebook).map((column) => describeField(column, null)),
      primaryKey: ['code'],
    }),
  ];
  return {
    profile: isTable(data.format) ? 'tabular-data-package' : 'data-package',
    title: 'Figures of annual reports on government information disclosure (China)',
    sources,
    resources,
    made_with,
  };
}

function describeData({ data, codebook, hasKey }: PackageContents): object {
  const { format, shape, ...file } = data;
  if (!isTable(format)) return { name: 'data', ...file, format };
  const indicators = new Map(codebook.map((entry) => [entry.code, entry]));
  const units = new Map(codebook.map(({ name, unit }) => [name, unit]));
  const isWide = shape === 'wide';
  const columns = isWide ? wideColumns(indicators) : longColumns(indicators);
  const key = isWide ? ['path'] : ['path', 'code', 'origin'];
  const reference = { fields: ['code'], reference: { resource: 'codebook', fields: ['code'] } };
  return describeTable(file, 'data', format === 'csv' ? ',' : '\t', {
    fields: columns.map((column) => describeField(column, isWide ? (units.get(column.name) ?? null) : null)),
    ...(hasKey && { primaryKey: key }),
    ...(!isWide && { foreignKeys: [reference] }),
  });
}

function isTable(format: Format): boolean {
  return format === 'csv' || format === 'tsv';
}

function describeTable(file: PackageFile, name: string, delimiter: string, schema: object): object {
  return {
    profile: 'tabular-data-resource',
    ...{ name, ...file },
    format: delimiter === ',' ? 'csv' : 'tsv',
    mediatype: delimiter === ',' ? 'text/csv' : 'text/tab-separated-values',
    encoding: 'utf-8',
    dialect: { delimiter, lineTerminator: '\n', doubleQuote: true, header: true },
    schema: { ...schema, missingValues: [''] },
  };
}

const TYPES: Readonly<Record<CellType, string>> = {
  text: 'string',
  integer: 'integer',
  number: 'number',
  boolean: 'boolean',
};

function describeField({ name, type, zh, en }: Head, unit: string | null): object {
  return { name, type: TYPES[type], title: zh, description: en, ...(unit !== null && { unit }) };
}

/** Collects pages as they go by. */
export function collectSources() {
  const sources: PackageSource[] = [];
  const paths = new Set<string>();
  return {
    sources,
    hasKey: () => paths.size === sources.length,
    add({
      path,
      container,
      url,
      sha256,
    }: Pick<GipRecord['source'], 'path' | 'container' | 'url' | 'sha256'>) {
      paths.add(path);
      sources.push({
        title: container === null ? path : `${container}: ${path}`,
        ...(url !== null && { path: url }),
        hash: `sha256:${sha256}`,
      });
    },
  };
}
