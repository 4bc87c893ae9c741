import type { Figure } from './model.js';
import type { Random } from './random.js';

export interface FigureStyle {
  readonly thousands: boolean;
  readonly fullWidth: boolean;
  readonly units: boolean;
  readonly notes: boolean;
  readonly signs: boolean;
  /** What is printed instead of 0; empty for a blank, undefined for a plain 0. */
  readonly zero: string | undefined;
}

export const plainStyle: FigureStyle = {
  thousands: false,
  fullWidth: false,
  units: false,
  notes: false,
  signs: false,
  zero: undefined,
};

/** Prints a figure, and notes what of it a reader can still know. */
export function printFigure(figure: Figure, unit: string, style: FigureStyle, random: Random): void {
  if (figure.number === 0 && style.zero !== undefined) {
    figure.text = style.zero;
    figure.value = null;
    figure.state = style.zero === '' ? 'blank' : 'mark';
    return;
  }
  const plain = withSign(figure, style, random);
  const grouped = style.thousands ? plain.replace(/\d+/, (digits) => group(digits)) : plain;
  const wide = style.fullWidth ? grouped.replace(/[0-9]/g, (digit) => widen(digit)) : grouped;
  if (style.units) figure.text = withUnit(figure, wide, unit, random);
  else figure.text = style.notes && random.chance(0.3) ? `${wide}${makeNote(figure, random)}` : wide;
}

function withSign(figure: Figure, style: FigureStyle, random: Random): string {
  const size = String(Math.abs(figure.inYuan ? Math.round(figure.number * 10000) : figure.number));
  if (figure.number < 0) return `${style.signs ? random.pick(['−', '﹣', '－', '-']) : '-'}${size}`;
  if (figure.kind !== 'change' || !style.signs || figure.number === 0) return size;
  return `${random.pick(['+', '＋'])}${size}`;
}

function group(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',');
}

function widen(digit: string): string {
  return String.fromCharCode(digit.charCodeAt(0) + 0xfee0);
}

function withUnit(figure: Figure, text: string, unit: string, random: Random): string {
  if (figure.kind !== 'amount') return `${text}${random.pick(['', ' '])}${unit === '' ? '件' : unit}`;
  if (figure.inYuan) return `${text}元`;
  return random.chance(0.4) ? `${Math.round(figure.number * 10000)}元` : `${text}万元`;
}

function makeNote(figure: Figure, random: Random): string {
  if (figure.kind !== 'count' || figure.number === 0) return '';
  const some = random.int(0, figure.number);
  return random.pick([`（其中修订${some}件）`, `（含自然失效 ${some} 件）`, '（含乡镇）']);
}
