import { CELL_ORIGINS, CELL_STATES, type PanelCell, VOUCHED } from './cells.js';

/** Cells as a short text: a hundred thousand pages are kept until all are known. */
export function pack(cells: readonly PanelCell[]): string {
  return cells
    .map(({ variable, line, value, state, origin, corroboration, approximate, corrected, at }) => {
      const kinds = [
        CELL_STATES.indexOf(state),
        CELL_ORIGINS.indexOf(origin),
        VOUCHED.indexOf(corroboration),
        Number(approximate) + 2 * Number(corrected),
      ];
      return `${variable},${line},${value ?? ''},${kinds.join('')},${at}`;
    })
    .join(';');
}

export function unpack(packed: string): PanelCell[] {
  return packed === '' ? [] : packed.split(';').map(unpackCell);
}

function unpackCell(text: string): PanelCell {
  const [variable, line, value = '', kinds = '', at] = text.split(',');
  const [state = 0, origin = 0, vouched = 0, flags = 0] = [...kinds].map(Number);
  return {
    variable: Number(variable),
    line: Number(line),
    value: value === '' ? null : Number(value),
    state: CELL_STATES[state] ?? 'incomplete',
    origin: CELL_ORIGINS[origin] ?? 'mixed',
    corroboration: VOUCHED[vouched] ?? 'none',
    approximate: flags % 2 === 1,
    corrected: flags >= 2,
    at: Number(at),
  };
}
