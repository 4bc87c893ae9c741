import data from '../data/prose-lexicon.json' with { type: 'json' };

const tens: Readonly<Record<string, number>> = data.tens;
const digits: Readonly<Record<string, number>> = data.digits;

/** A number in digits as printed. */
export interface Printed {
  readonly value: number;
  /** A word says that there are more. */
  readonly isRound: boolean;
}

/** A number as the pattern of data/prose-lexicon.json finds it: digits, decimals, powers of ten, a word for more. */
export function readPrinted([
  ,
  whole = '',
  decimals = '',
  ten = '',
  more,
  ten2 = '',
]: RegExpExecArray): Printed {
  const plain = Number(whole.includes(',') ? whole.replaceAll(',', '') + decimals : whole + decimals);
  if (ten === '' && ten2 === '') return { value: plain, isRound: more !== undefined };
  const value = plain * (tens[ten] ?? 1) * (tens[ten2] ?? 1);
  return { value: Number(value.toPrecision(12)), isRound: more !== undefined };
}

/** A number up to 999 written in Han numerals; undefined where the signs make none. */
export function readHanNumber(printed: string): number | undefined {
  let sum = 0;
  let digit: number | undefined;
  for (const sign of printed) {
    const power = sign === data.hundred ? 100 : sign === data.ten ? 10 : undefined;
    if (power !== undefined) {
      sum += (digit ?? 1) * power;
      digit = undefined;
    } else {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = digits[sign];
      if (digit === undefined) return undefined;
    }
  }
  return sum + (digit ?? 0);
}
