const date = /(?<!\d)((?:19|20)\d{2})\s*[-/.\u5e74]\s*(\d{1,2})\s*[-/.\u6708]\s*(\d{1,2})(?!\d)/;

/** The first date in a text as an ISO date, or undefined where there is none that the calendar knows. */
export function parseDate(text: string): string | undefined {
  const found = date.exec(text);
  return found ? isoDate(Number(found[1]), Number(found[2]), Number(found[3])) : undefined;
}

/** An ISO date, or undefined where the calendar has no such day. */
export function isoDate(year: number, month: number, day: number): string | undefined {
  const time = new Date(Date.UTC(year, month - 1, day));
  if (time.getUTCMonth() !== month - 1 || time.getUTCDate() !== day) return undefined;
  return time.toISOString().slice(0, 10);
}
