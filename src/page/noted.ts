import data from '../data/html.json' with { type: 'json' };
import { elementsOf, findName, idOf, KNOWN_NAMES } from './names.js';

/** For each element, 1 for the attributes that something is read from. */
const noted = new Uint8Array(KNOWN_NAMES * KNOWN_NAMES);
/** For each element, a bit for the first letter of each of those: most attributes need not be looked up. */
const firstLetters = new Int32Array(KNOWN_NAMES);
for (const { names, of } of data.attributes)
  for (const element of of.flatMap(elementsOf).map(idOf))
    for (const name of names) {
      noted[element * KNOWN_NAMES + idOf(name)] = 1;
      firstLetters[element] = (firstLetters[element] ?? 0) | (1 << (name.charCodeAt(0) & 31));
    }

/** The number of the attribute whose name is at `[start, end)` of code units, where it is noted of this element; else 0. */
export function findNoted(element: number, codes: Uint16Array, start: number, end: number): number {
  if (element >= KNOWN_NAMES) return 0;
  const letters = firstLetters[element] ?? 0;
  if (((letters >> ((codes[start] ?? 0) & 31)) & 1) === 0) return 0;
  const name = findName(codes, start, end);
  return noted[element * KNOWN_NAMES + name] === 1 ? name : 0;
}
