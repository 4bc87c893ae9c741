import { InvalidArgumentError } from 'commander';
import { FORMATS, type Format, formatOf } from '../model/formats.js';
import { CallError } from './call-error.js';

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

/** The endings of file names that choose a format of output. */
export function endings(): string {
  return Object.values(FORMATS).flat().join(' ');
}

/**
 * The format that the ending of an output file asks for.
 * @throws CallError where no format has it
 */
export function checkEnding(out: string): Format {
  const format = formatOf(out);
  if (!format) throw new CallError(`${out}: no format has this ending; use one of ${endings()} or --format`);
  return format;
}
