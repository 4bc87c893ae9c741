import data from '../data/report.json' with { type: 'json' };

const hanYear = new RegExp(data.han_year, 'g');
const hanDay = new RegExp(data.han_day, 'g');
const digits: Readonly<Record<string, string>> = data.han_digits;
const ten = data.han_ten;
const mistyped = new RegExp(data.mistyped_year, 'g');
const alike: Readonly<Record<string, string>> = data.digits_alike;
const [FIRST = 0, LAST = 0] = data.years;

/** Years written in Han numerals, in digits. */
export function digitYears(text: string): string {
  if (!text.includes(data.han_year_opens)) return text;
  return text.replace(hanYear, (year) => [...year].map((char) => digits[char] ?? char).join(''));
}

/** Years, months and days written in Han numerals, in digits. */
export function digitDates(text: string): string {
  return digitYears(text).replace(hanDay, (number) => String(parseBelowHundred(number)));
}

/** A Han numeral from one to ninety-nine. */
function parseBelowHundred(number: string): number {
  const [tens = '', ones = ''] = number.includes(ten) ? number.split(ten) : ['0', number];
  return Number(digits[tens] ?? (tens === '0' ? 0 : 1)) * 10 + Number(digits[ones] ?? 0);
}

/** Mistyped years as the year they can only mean (2107, 20l7 and 20017 for 2017); a text without any stays as it is. */
export function mendYears(text: string): string {
  return text.replace(mistyped, (printed) =>
    isYear(Number(printed)) ? printed : String(findMeant(printed) ?? printed),
  );
}

function findMeant(printed: string): number | undefined {
  const plain = [...printed].map((char) => alike[char] ?? char).join('');
  const [a = '', b = '', c = '', d = ''] = plain;
  const readings = plain.length === 4 ? [plain, a + c + b + d] : withoutDoubled(plain);
  return readings.map(Number).find(isYear);
}

function isYear(number: number): boolean {
  return number >= FIRST && number <= LAST;
}

function withoutDoubled(plain: string): string[] {
  return [...plain].flatMap((char, i) =>
    char === plain[i + 1] ? [plain.slice(0, i) + plain.slice(i + 1)] : [],
  );
}
