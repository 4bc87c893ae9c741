import type { Label } from './candidates.js';
import type { Cell } from './cells.js';
import type { FormMatch } from './match-form.js';

/** Everything from the first to the last label of a table in lines belongs to it, with the figures behind. */
export function claimLines(
  matches: readonly FormMatch[],
  labels: readonly Label[],
  cells: readonly Cell[],
): Set<number> {
  const claimed = new Set<number>();
  for (const match of matches) {
    const own = match.links.map((link) => ({ first: labels[link.from], last: labels[link.to] }));
    const lines = own.filter(({ first }) => first?.cell.grid === null);
    const first = lines[0]?.first?.at;
    const last = lines.at(-1)?.last;
    if (first === undefined || last === undefined) continue;
    const end = last.at + 1 + trailing(cells, last.at + 1);
    for (const cell of cells.slice(first, end)) if (cell.kind !== 'prose') claimed.add(cell.start);
  }
  claimOthers(cells, claimed);
  return claimed;
}

/** So many rows one below the other are a table, whatever it counts. */
const ROWS_OF_A_TABLE = 3;
/** A label that shares its line with figures is no longer, and has no mark of a sentence, where it is a row's. */
const LONGEST_LABEL = 20;
const ofSentence = /[\u3002,;:!?]/;

/** Lines of tables that are none of the form's: short labels with figures that stand alone, or in the label's line. */
function claimOthers(cells: readonly Cell[], claimed: Set<number>): void {
  for (let at = 0; at < cells.length; at++) {
    let end = at;
    let rows = 0;
    for (let next = otherRow(cells, end); next !== undefined; next = otherRow(cells, end)) {
      end = next;
      rows++;
    }
    if (rows >= ROWS_OF_A_TABLE) for (const cell of cells.slice(at, end)) claimed.add(cell.start);
    at = Math.max(at, end - 1);
  }
}

function otherRow(cells: readonly Cell[], from: number): number | undefined {
  const label = cells[from];
  const end = label?.kind === 'label' && label.grid === null ? endOfRow(cells, from) : undefined;
  if (!label || end === undefined) return undefined;
  const own = cells.slice(from, end);
  const isLabel = label.text.length <= LONGEST_LABEL && !ofSentence.test(label.text);
  const isOneLine = isLabel && own.every((cell) => !cell.isAlone && cell.line === label.line);
  return isOneLine || own.every((cell) => cell.isAlone) ? end : undefined;
}

/** How many cells behind the last known label still belong to the table: its figures, and further rows in lines. */
function trailing(cells: readonly Cell[], from: number): number {
  let end = from;
  for (let next = endOfRow(cells, from); next !== undefined; next = endOfRow(cells, end)) end = next;
  return end - from;
}

/** So many lines may make the label of a row that the form does not have. */
const MOST_LABELS = 2;
const BEHIND = new Set<Cell['kind']>(['figure', 'unit', 'blank', 'ordinal']);

/** The end of a row that begins here: figures, with a label of a line or two before them. */
function endOfRow(cells: readonly Cell[], from: number): number | undefined {
  let at = from;
  while (at < from + MOST_LABELS && cells[at]?.kind === 'label' && cells[at]?.grid === null) at++;
  let end = at;
  while (BEHIND.has(cells[end]?.kind ?? 'prose') && cells[end]?.grid === cells[at]?.grid) end++;
  const hasFigure = cells.slice(at, end).some((cell) => cell.kind === 'figure');
  return end > from && (hasFigure || at === from) ? end : undefined;
}
