import data from '../data/labels.json' with { type: 'json' };
import { remember } from './remember.js';
import { squeeze } from './strings.js';

type FigureState = 'number' | 'blank' | 'mark' | 'text';

/** What one cell says. */
export interface Figure {
  readonly state: FigureState;
  /** Counts multiplied out (1.3 ten thousand is 13000), money as printed beside its unit. */
  readonly value: number | null;
  readonly unit: string | null;
  readonly approximate: boolean;
  /** The power of ten behind a number without a unit: where money is counted it is part of the unit. */
  readonly bareTen: string | undefined;
}

/** A number with the unit that the page prints beside it. */
export type Quantity = Pick<Figure, 'unit'> & Partial<Pick<Figure, 'bareTen'>> & { readonly value: number };

const tens: ReadonlyMap<string, number> = new Map(Object.entries(data.tens));
const scale: ReadonlyMap<string, number> = new Map(Object.entries(data.scale));
const anyOf = (words: readonly string[]) =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map(literal)
    .join('|');
const unit = anyOf(data.units);
const ten = anyOf([...tens.keys()]);
const about = data.approximate;
const heading = new RegExp(data.unit_heading);
const unitAlone = new RegExp(`^(?:(?:${ten})?(?:${unit})|${ten})(?:[/、](?:${unit}))?$`);
const leadingTen = new RegExp(`^(${ten})(.*)$`);
const marks = new Set(data.marks);
const markRun = new RegExp(data.mark_run);
const zeroInWords = new RegExp(data.zero_in_words);
const hasDigit = /\d/;
/** e.g. `1,234`, `+36`, `about 180,000`, `\u00a5251000`, `22(with a note)`, and a footnote's sign at the end */
const figure = new RegExp(
  `^(?<before>${anyOf(about.before)})?(?<currency>${data.currency.sign})?(?<sign>[+-]?)` +
    `(?<whole>\\d{1,3}(?:,\\d{3})+|\\d+)(?<decimals>\\.\\d+)?(?<odd>${anyOf(about.after)})?(?<ten>${ten})?(?<more>${anyOf(about.after)})?` +
    `(?<unit>${unit})?(?<last>${anyOf(about.last)})?(?:[([\u3014][^()[\\]\u3014\u3015]*[)\\]\u3015]|${data.footnote})*[。;,]?$`,
);
/** Numbers run together in one cell: which is whose, nobody knows. */
const severalNumbers = /^[^(\u3014[]*\d\s+[+-]?\d/;
/** More digits than a number holds are no count; nor is a long number that begins with a zero, as phone numbers do. */
const MOST_DIGITS = 15;
const MOST_PADDED = 5;

const nothing = (state: FigureState): Figure => {
  return { state, value: null, unit: null, approximate: false, bareTen: undefined };
};
export const BLANK = nothing('blank');
const MARK = nothing('mark');
const TEXT = nothing('text');

/** Reads a cell. Nothing is guessed: what is neither a number nor a sign for nothing is `text`. */
export function parseFigure(printed: string): Figure {
  if (printed === '') return BLANK;
  const value = plainNumber(printed);
  if (value >= 0) return numbers[value] ?? numberOf(value);
  return printed.charCodeAt(0) > LAST_SIGN ? rememberPrinted(printed) : readPrinted(printed);
}

export const SMALL_NUMBERS = 1000;

/** Most numbers are small: these are made once. */
const numbers = Array.from({ length: SMALL_NUMBERS }, (_, value) => numberOf(value));

/** The one figure of a small number with nothing else beside it. */
export function isSmall(figure: Figure): figure is Figure & { readonly value: number } {
  const { value } = figure;
  if (value === null || value < 0 || value >= SMALL_NUMBERS || !Number.isInteger(value)) return false;
  return numbers[value] === figure;
}

function numberOf(value: number): Figure {
  return { state: 'number', value, unit: null, approximate: false, bareTen: undefined };
}

/** What most cells hold: a number of up to five digits and nothing else; -1 for any other text. */
function plainNumber(printed: string): number {
  if (printed.length > MOST_PADDED) return -1;
  let value = 0;
  for (let at = 0; at < printed.length; at++) {
    const digit = printed.charCodeAt(at) - ZERO;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

const ZERO = 0x30;
/** Numbers begin with a digit or a sign, and do not recur as words do. */
const LAST_SIGN = 0x39;

function readPrinted(printed: string): Figure {
  const text = squeeze(printed);
  if (text === '') return BLANK;
  if (marks.has(text) || markRun.test(text)) return MARK;
  const plain = text.replace(zeroInWords, '0');
  const groups = hasDigit.test(plain) ? figure.exec(plain)?.groups : undefined;
  if (!groups || severalNumbers.test(printed) || isNoCount(groups)) return TEXT;
  return readNumber(groups);
}

const rememberPrinted = remember(readPrinted);

function isNoCount({ whole = '', decimals = '' }: Readonly<Record<string, string>>): boolean {
  const digits = whole.replaceAll(',', '');
  const isPadded = digits.startsWith('0') && digits.length > MOST_PADDED;
  return isPadded || digits.length + decimals.length > MOST_DIGITS;
}

function readNumber(groups: Readonly<Record<string, string | undefined>>): Figure {
  const { before, odd, more, last, currency, sign = '', whole = '', decimals = '', ten: times = '' } = groups;
  const number = Number(`${sign}${whole.replaceAll(',', '')}${decimals}`) + 0;
  const printedUnit = groups.unit ?? (currency === undefined ? null : data.currency.unit);
  const isMoney = printedUnit !== null && scale.has(`${times}${printedUnit}`);
  return {
    state: 'number',
    value: isMoney || times === '' ? number : exact(number * (tens.get(times) ?? 1)),
    unit: isMoney ? `${times}${printedUnit}` : printedUnit,
    approximate: [before, odd, more, last].some((word) => word !== undefined),
    bareTen: times !== '' && printedUnit === null ? times : undefined,
  };
}

const readUnit = remember((text) => {
  const name = squeeze(text)
    .replace(/^[(\u3014[](.*)[)\]\u3015]$/, '$1')
    .replace(heading, '');
  return { unit: unitAlone.test(name) ? name : undefined };
});

/** The unit that a text names and nothing else, in brackets or behind the word for unit; else undefined. */
export function findUnit(text: string): string | undefined {
  return readUnit(text).unit;
}

/** True for a cell that only names a unit. */
export function isUnit(text: string): boolean {
  return findUnit(text) !== undefined;
}

const inBrackets = /[(\u3014[][^()[\]\u3014\u3015]{1,20}[)\]\u3015]/g;
const readBrackets = remember((label) => {
  const inside = [...label.matchAll(inBrackets)].map(([text]) => findUnit(text));
  return { unit: inside.findLast((found) => found !== undefined) };
});

/** The unit in the last brackets of a row's label or a column's head that hold one. */
export function unitInBrackets(label: string): string | undefined {
  return label === '' ? undefined : readBrackets(label).unit;
}

/** The value in the codebook's unit where the page prints another one of the same kind. */
export function convertUnit({ value, unit, bareTen }: Quantity, wanted: string): number {
  if (wanted !== data.scale_to) {
    if (unit === null || unit === wanted) return value;
    const [, times = '', counted = ''] = leadingTen.exec(unit) ?? [];
    const isScaled = bareTen === undefined && times !== '' && isSameKind(counted, wanted);
    return isScaled ? exact(value * (tens.get(times) ?? 1)) : value;
  }
  if (bareTen !== undefined)
    return exact((value / (tens.get(bareTen) ?? 1)) * (scale.get(`${bareTen}${moneyUnit}`) ?? 1));
  return exact(value * (scale.get(unit ?? wanted) ?? scale.get(`${unit}${moneyUnit}`) ?? 1));
}

const moneyUnit = data.currency.unit;

/** False where a page counts money or shares for things, or things for money; a power of ten alone may count either. */
export function isSameKind(printed: string, wanted: string): boolean {
  return tens.has(printed) || kindOf(printed) === kindOf(wanted);
}

/** Money is printed in units that differ by powers of ten. */
export function isMoneyUnit(unit: string): boolean {
  return scale.has(unit);
}

function kindOf(unit: string): string {
  if (unit === data.share) return 'share';
  return isMoneyUnit(unit) ? 'money' : 'count';
}

const EXACT = 1e15;

/** Undoes the noise of binary fractions: figures are printed with few digits. */
function exact(value: number): number {
  return Number.isInteger(value) && Math.abs(value) < EXACT ? value : Number(value.toPrecision(15));
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
