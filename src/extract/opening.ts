import type { Line } from '../model/page.js';
import { closeUp } from '../text/strings.js';

/** A paragraph that may open the report, with what is looked at of it: its beginning, without spaces. */
export interface Opening {
  readonly line: Line;
  readonly text: string;
}

const LINES = 12;
const LONGEST = 600;

/** The first lines of the report. */
export function findOpening(lines: readonly Line[]): Opening[] {
  const opening: Opening[] = [];
  for (let at = 0; at < lines.length && at < LINES; at++) {
    const line = lines[at] as Line;
    opening.push({ line, text: closeUp(line.text.slice(0, LONGEST)) });
  }
  return opening;
}
