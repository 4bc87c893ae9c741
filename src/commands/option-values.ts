import { InvalidArgumentError } from 'commander';
import { CallError } from '../model/call-error.js';
import {
  CODEBOOK_FORMATS,
  type CodebookFormat,
  codebookFormatOf,
  FORMATS,
  type Format,
  formatOf,
  LABELS,
  type Labels,
} from '../model/formats.js';

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

/** Programs that an option names, parted by commas. */
export function readLabels(printed: string): Labels[] {
  const named = printed.split(',').map((name) => name.trim().toLowerCase());
  const known = LABELS.filter((name) => named.includes(name));
  if (named.length === 0 || known.length !== new Set(named).size)
    throw new InvalidArgumentError(`programs are ${LABELS.join(', ')}, parted by commas.`);
  return known;
}

export const LABELS_HELP = `also write scripts that load the CSV or TSV with labels: ${LABELS.join(',')}`;

/** @throws CallError where there is no file that a package could lie beside */
export function checkPackage(out: string | undefined): void {
  if (out === undefined) throw new CallError('--package goes with --out, beside which it is written');
}

export const PACKAGE_HELP = 'also write datapackage.json and the codebook beside it';

/** @throws CallError where scripts have no table that they could load */
export function checkLabels(out: string | undefined, format: Format): void {
  if (out === undefined || (format !== 'csv' && format !== 'tsv'))
    throw new CallError('--labels goes with an --out of CSV or TSV, which the scripts load');
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

/** The endings of file names that choose a format of the codebook. */
export function codebookEndings(): string {
  return Object.values(CODEBOOK_FORMATS).flat().join(' ');
}

/**
 * The format of the codebook that the ending of an output file asks for.
 * @throws CallError where no format has it
 */
export function checkCodebookEnding(out: string): CodebookFormat {
  const format = codebookFormatOf(out);
  if (!format)
    throw new CallError(
      `${out}: the codebook has no format with this ending; use one of ${codebookEndings()}`,
    );
  return format;
}
