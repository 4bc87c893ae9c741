import data from '../data/report.json' with { type: 'json' };

const hanYear = new RegExp(data.han_year, 'g');
const digits: Readonly<Record<string, string>> = data.han_digits;

/** Years written in Han numerals, in digits. */
export function digitYears(text: string): string {
  return text.replace(hanYear, (year) => [...year].map((char) => digits[char] ?? char).join(''));
}
