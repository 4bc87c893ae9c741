const date = /(?<!\d)((?:19|20)\d{2})\s*[-/.\u5e74]\s*(\d{1,2})\s*[-/.\u6708]\s*(\d{1,2})(?!\d)/;

/** The first date in a text as an ISO date, or undefined where there is none that the calendar knows. */
export function parseDate(text: string): string | undefined {
  const found = date.exec(text);
  return found ? isoDate(Number(found[1]), Number(found[2]), Number(found[3])) : undefined;
}

/** An ISO date of a year of four digits, or undefined where the calendar has no such day. */
export function isoDate(year: number, month: number, day: number): string | undefined {
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= lastDay(year, month))) return undefined;
  return `${year}-${twoDigits(month)}-${twoDigits(day)}`;
}

/** The last day of a month, 1 to 12. */
export function lastDay(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}
