import { InvalidArgumentError } from 'commander';

export const DEFAULT_MAX_BYTES = 30_000_000;

/** An encoding that an option names. */
export function readEncoding(label: string): string {
  try {
    new TextDecoder(label);
    return label;
  } catch {
    throw new InvalidArgumentError('no such encoding; try utf-8, gb18030 or big5.');
  }
}

/** A number that an option gives. */
export function readCount(printed: string): number {
  const count = Number(printed);
  if (!Number.isInteger(count) || count <= 0)
    throw new InvalidArgumentError('a whole number above 0 is needed.');
  return count;
}
