/** Formats that are text, by the endings of file names. */
const TEXT_FORMATS = {
  json: ['.json'],
  ndjson: ['.ndjson', '.jsonl'],
  csv: ['.csv'],
  tsv: ['.tsv'],
} as const;
export type TextFormat = keyof typeof TEXT_FORMATS;

/** Formats of output, by the endings of file names. */
export const FORMATS = { ...TEXT_FORMATS } as const;
export type Format = keyof typeof FORMATS;

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
  const lower = path.toLowerCase();
  const known = Object.entries(FORMATS) as [Format, readonly string[]][];
  return known.find(([, endings]) => endings.some((ending) => lower.endsWith(ending)))?.[0];
}
