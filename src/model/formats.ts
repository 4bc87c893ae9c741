/** Formats that are text, by the endings of file names. */
const TEXT_FORMATS = {
  json: ['.json'],
  ndjson: ['.ndjson', '.jsonl'],
  csv: ['.csv'],
  tsv: ['.tsv'],
} as const;
export type TextFormat = keyof typeof TEXT_FORMATS;

/** Formats of output, by the endings of file names. */
export const FORMATS = {
  ...TEXT_FORMATS,
  xlsx: ['.xlsx'],
  parquet: ['.parquet'],
  sqlite: ['.sqlite', '.sqlite3', '.db'],
} as const;
export type Format = keyof typeof FORMATS;

/** True of formats that a stream can take piece by piece. */
/** Formats of the codebook. */
export const CODEBOOK_FORMATS = { ...TEXT_FORMATS, md: ['.md'] } as const;
export type CodebookFormat = keyof typeof CODEBOOK_FORMATS;

/** True of formats that are made piece by piece as text. */
export function isTextFormat(format: Format): format is TextFormat {
  return format in TEXT_FORMATS;
}

export const SHAPES = ['wide', 'long'] as const;
export type Shape = (typeof SHAPES)[number];

/** What a figure may be asked to have for it at least. */
export const LEAST = ['single', 'double'] as const;
export type Least = (typeof LEAST)[number];

/** The format that the ending of a file name asks for. */
export function formatOf(path: string): Format | undefined {
  return byEnding(FORMATS, path);
}

/** The format of the codebook that the ending of a file name asks for. */
export function codebookFormatOf(path: string): CodebookFormat | undefined {
  return byEnding(CODEBOOK_FORMATS, path);
}

function byEnding<Name extends string>(
  formats: Readonly<Record<Name, readonly string[]>>,
  path: string,
): Name | undefined {
  const lower = path.toLowerCase();
  const known = Object.entries(formats) as [Name, readonly string[]][];
  return known.find(([, endings]) => endings.some((ending) => lower.endsWith(ending)))?.[0];
}

/** Programs for which a script with labels can be written. */
export const LABELS = ['stata', 'r', 'pandas'] as const;
export type Labels = (typeof LABELS)[number];
