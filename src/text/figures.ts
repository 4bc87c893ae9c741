import data from '../data/labels.json' with { type: 'json' };
import { squeeze } from './strings.js';

type FigureState = 'number' | 'blank' | 'mark' | 'text';

/** What one cell says. */
export interface Figure {
  readonly state: FigureState;
  readonly value: number | null;
  readonly unit: string | null;
  readonly approximate: boolean;
}

const units = [...data.units].sort((a, b) => b.length - a.length).map(literal);
const unitAlone = new RegExp(`^[(]?(?:${units.join('|')})[)]?$`);
const marks = new Set(data.marks);
const tenNames = Object.keys(data.tens).join('|');
const { before, after } = data.approximate;
/** e.g. `1,234`, `+36`, money and counts with units, `22(with a note)` */
const figure = new RegExp(
  `^(${before.join('|')})?([+-]?)(\\d{1,3}(?:,\\d{3})+|\\d+)(\\.\\d+)?(${tenNames})?(${after.join('|')})?` +
    `(${units.join('|')})?(?:[(][^()]*[)])?[。;,]?$`,
);
const tens: Readonly<Record<string, number>> = data.tens;
const scale: Readonly<Record<string, number>> = data.scale;

/** Numbers run together in one cell: which is whose, nobody knows. */
const severalNumbers = /\d\s+[+-]?\d/;

const BLANK: Figure = { state: 'blank', value: null, unit: null, approximate: false };

/** Reads a cell. Nothing is guessed: what is neither a number nor a sign for nothing is `text`. */
export function parseFigure(printed: string): Figure {
  const text = squeeze(printed);
  if (text === '') return BLANK;
  if (severalNumbers.test(printed)) return { ...BLANK, state: 'text' };
  if (marks.has(text)) return { ...BLANK, state: 'mark' };
  const found = figure.exec(text);
  if (!found) return { ...BLANK, state: 'text' };
  const [, about, sign = '', whole = '', decimals = '', ten = '', more, unit] = found;
  const number = Number(`${sign}${whole.replaceAll(',', '')}${decimals}`);
  const printedUnit = unit ?? null;
  const isMoney = printedUnit !== null && `${ten}${printedUnit}` in scale;
  return {
    state: 'number',
    value: isMoney || ten === '' ? number : exact(number * (tens[ten] ?? 1)),
    unit: isMoney ? `${ten}${printedUnit}` : printedUnit,
    approximate: about !== undefined || more !== undefined,
  };
}

/** True for a cell that only names a unit. */
export function isUnit(text: string): boolean {
  return unitAlone.test(squeeze(text));
}

/** The value in the codebook's unit where the page prints another one of the same kind. */
export function convertUnit(value: number, printed: string | null, wanted: string): number {
  if (printed === null || printed === wanted || wanted !== data.scale_to) return value;
  const factor = scale[printed];
  return factor === undefined ? value : exact(value * factor);
}

/** Undoes the noise of binary fractions: figures are printed with few digits. */
function exact(value: number): number {
  return Number(value.toPrecision(12));
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
