import { decodeHTML } from 'entities';
import data from '../data/second-reading.json' with { type: 'json' };
import type { GipRecord, Place, Value, Verdict } from '../model/record.js';
import { parseFigure } from '../text/figures.js';

/** Whether the figures of these codes are read the same way twice. */
export type SecondReading = (codes: readonly string[]) => Verdict;

interface Figure {
  readonly raw: string;
  readonly place: Place;
  /** The same for figures that stand in one row of a table; empty where that is not known. */
  readonly row: string;
}

/**
 * Reads the figures of a page again, without its tables: as they follow each other in the source.
 * @param source the decoded page that the record's places point into
 * @returns `page` where both readings agree, `parser` where they differ or a message doubts the table's geometry,
 *   `unknown` where a further figure stands beside the row or the page gives the code twice
 */
export function createSecondReading(record: GipRecord, source: string): SecondReading {
  const figures = listFigures(record);
  const inTables = record.values.filter((value) => value.origin === 'table');
  const rowOf = new Map(inTables.flatMap((v) => (v.value === null ? [] : [[v.code, keyOfRow(v)] as const])));
  const doubted = new Set(
    record.messages.filter(({ code }) => data.geometry.includes(code)).flatMap(({ codes }) => codes),
  );
  const twice = new Set(
    inTables.filter((v) => v.also.some((other) => other.value !== v.value)).map((v) => v.code),
  );
  const known = new Map<string, Verdict>();
  const readRow = (row: string): Verdict => {
    const verdict = known.get(row) ?? compareRow(row, figures, source);
    known.set(row, verdict);
    return verdict;
  };
  return (codes) => {
    if (codes.some((code) => doubted.has(code))) return 'parser';
    const rows = new Set(codes.flatMap((code) => rowOf.get(code) ?? []));
    const verdicts = [...rows].map(readRow);
    if (verdicts.includes('parser')) return 'parser';
    return verdicts.includes('unknown') || codes.some((code) => twice.has(code)) ? 'unknown' : 'page';
  };
}

/** Every figure in a table that the first reading found, in the order of the source. */
function listFigures({ values, unmapped }: GipRecord): Figure[] {
  const inTables = values.filter((value) => value.origin === 'table' && value.value !== null);
  const own = inTables.map((value) => ({ raw: value.raw, place: value.place, row: keyOfRow(value) }));
  const again = inTables.flatMap(({ also }) => also.map(({ raw, place }) => ({ raw, place, row: '' })));
  const loose = unmapped.map(({ raw, place }) => ({ raw, place, row: '' }));
  return [...own, ...again, ...loose].sort((a, b) => a.place.start - b.place.start);
}

/** Cells of one row of the matrix have the same code up to the applicant; any other figure stands alone. */
function keyOfRow({ code }: Pick<Value, 'code'>): string {
  const end = code.indexOf(':');
  return end < 0 ? code : code.slice(0, end);
}

function compareRow(row: string, figures: readonly Figure[], source: string): Verdict {
  const first = figures.findIndex((figure) => figure.row === row);
  const last = figures.findLastIndex((figure) => figure.row === row);
  const own = figures.slice(first, last + 1);
  const from = figures[first]?.place.start ?? 0;
  const to = figures[last]?.place.end ?? 0;
  const before = figures[first - 1]?.place.end ?? Math.max(0, from - data.longest_window / 2);
  const after = figures[last + 1]?.place.start ?? Math.min(source.length, to + data.longest_window / 2);
  if (after - before > data.longest_window) return 'unknown';
  const printed = own.map(({ raw }) => parseFigure(raw).value).join(' ');
  if (printed !== readPieces(source.slice(from, to)).flatMap(numberIn).join(' ')) return 'parser';
  const left = readPieces(source.slice(before, from).split(rowEdge).at(-1) ?? '');
  const right = readPieces(source.slice(to, after).split(rowEdge)[0] ?? '');
  const beside = [left.at(-1), right[0]];
  return beside.some((piece) => numberIn(piece ?? '').length > 0) ? 'unknown' : 'page';
}

const rowEdge = /<\/?tr\b/i;

function numberIn(piece: string): number[] {
  return [parseFigure(piece).value].filter((value) => value !== null);
}

const inline = new Set(data.inline);

/** What stands between tags, bars and spaces. */
function readPieces(slice: string): string[] {
  const text = withoutHalfTags(slice)
    .replace(/<!--.*?(?:-->|$)/gs, '')
    .replace(/<\/?([a-z][a-z0-9:]*)?[^>]*>/gi, (_, name = '') =>
      inline.has(name.toLowerCase()) ? '' : '\n',
    );
  return decodeHTML(text)
    .normalize('NFKC')
    .split(/[\s|]+/)
    .filter((piece) => piece !== '');
}

/** A slice may begin or end inside a tag. */
function withoutHalfTags(slice: string): string {
  const close = slice.indexOf('>');
  const begins = close >= 0 && !slice.slice(0, close).includes('<') ? close + 1 : 0;
  const ends = slice.indexOf('<', slice.lastIndexOf('>') + 1);
  return slice.slice(begins, ends < begins ? undefined : ends);
}
