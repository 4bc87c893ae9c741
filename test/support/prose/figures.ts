import type { Random } from '../renderer/random.js';
import type { Facts, Style } from './facts.js';
import { isMoney, unitsOf } from './words.js';

/** A figure as printed, and what it says in the unit of the codebook. */
export interface Figure {
  readonly text: string;
  readonly value: number;
  readonly approximate: boolean;
}

/** `!` leaves the unit out; `~` may round. */
export type Manner = '' | '!' | '~';

export function printFigure(
  random: Random,
  { style, units }: Facts,
  code: string,
  value: number,
  manner: Manner,
): Figure {
  if (isMoney(code)) return printMoney(random, style, code);
  const unit = manner === '!' ? '' : pickUnit(random, units, unitsOf(code));
  const figure = manner === '~' && value >= 20 ? round(random, value) : undefined;
  if (figure) return { ...figure, text: space(style, printDigits(figure.text, style), unit) };
  return { text: space(style, printCount(value, style), unit), value, approximate: false };
}

function pickUnit(random: Random, kept: Map<string, string>, units: readonly string[]): string {
  const key = units.join();
  const before = kept.get(key);
  if (before !== undefined && random.chance(0.95)) return before;
  const unit = random.pick(units);
  kept.set(key, unit);
  return unit;
}

/** A number with an approximation or in ten thousands, one time in two. */
function round(random: Random, value: number): Figure | undefined {
  if (random.chance(0.5)) return undefined;
  if (value >= 12_000) {
    const tenths = Math.floor(value / 1000);
    const about = random.pick(['', '余', '多']);
    return { text: `${tenths / 10}万${about}`, value: tenths * 1000, approximate: about !== '' };
  }
  const step = value >= 1000 ? 100 : 10;
  const rounded = Math.floor(value / step) * step;
  const text = random.pick([`${rounded}余`, `${rounded}多`, `约${rounded}`]);
  return { text, value: rounded, approximate: true };
}

function printMoney(random: Random, style: Style, code: string): Figure {
  const yuan = code === 'fees.collected' ? random.int(20, 5000) : random.int(100, 90_000) * 100;
  if (code === 'fees.collected' || random.chance(0.3))
    return { text: space(style, printCount(yuan, style), '元'), value: yuan / 10_000, approximate: false };
  return {
    text: space(style, printDigits(String(yuan / 10_000), style), '万元'),
    value: yuan / 10_000,
    approximate: false,
  };
}

export function printCount(value: number, style: Style): string {
  if (style.digits === 'comma') return value.toLocaleString('en-US');
  return printDigits(String(value), style);
}

function printDigits(text: string, style: Style): string {
  if (style.digits !== 'wide') return text;
  return text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

function space(style: Style, number: string, unit: string): string {
  return style.hasSpaces ? ` ${number} ${unit}` : `${number}${unit}`;
}
