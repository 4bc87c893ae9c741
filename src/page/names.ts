import data from '../data/html.json' with { type: 'json' };

/** Elements and attributes that are known here, by number; 0 is none. */
const known = ['', ...new Set(listNames())];
export const KNOWN_NAMES = known.length;

function listNames(): string[] {
  const {
    skip,
    block,
    closes_itself,
    void: empty,
    raw_text,
    foreign,
    in_foreign,
    ends,
    attributes,
    drawn_tables,
  } = data;
  const { containers, rows, cells, inline_cells } = drawn_tables;
  const ended = Object.entries(ends).flatMap(([names, ended]) => [...names.split(' '), ...ended]);
  const drawn = [...containers, ...rows, ...cells, ...inline_cells];
  return [
    ...attributes.flatMap(({ names, of }) => [...names, ...of.flatMap(elementsOf)]),
    ...skip,
    ...block,
    ...empty,
    ...closes_itself,
    ...raw_text,
    ...foreign,
    ...in_foreign,
    ...ended,
    ...drawn,
    'a',
    'sup',
  ];
}

/** The elements of a list of those that draw tables; any other name is an element's own. */
export function elementsOf(name: string): readonly string[] {
  const { containers, cells, inline_cells } = data.drawn_tables;
  const lists: Readonly<Record<string, readonly string[]>> = { containers, cells, inline_cells };
  return lists[name] ?? [name];
}

const letters = Uint8Array.from(known.join(''), (letter) => letter.charCodeAt(0));
/** Where the letters of each name begin, and behind the last one where they end. */
const begins = Uint16Array.from([...known, ''], (_, id) => known.slice(0, id).join('').length);
const MASK = 0x3ff;
const slots = fillSlots();

function slotOf(codes: ArrayLike<number>, start: number, end: number): number {
  const first = (codes[start] ?? 0) | 0x20;
  const middle = (codes[(start + end) >> 1] ?? 0) | 0x20;
  const last = (codes[end - 1] ?? 0) | 0x20;
  return (first * 33 + middle * 5 + last * 129 + (end - start) * 257) & MASK;
}

function fillSlots(): Int16Array {
  const table = new Int16Array(MASK + 1);
  known.forEach((name, id) => {
    if (id === 0) return;
    let slot = slotOf(toCodes(name), 0, name.length);
    while (table[slot] !== 0) slot = (slot + 1) & MASK;
    table[slot] = id;
  });
  return table;
}

function toCodes(name: string): Uint16Array {
  return Uint16Array.from(name, (letter) => letter.charCodeAt(0));
}

/** The number of the name at `[start, end)` of code units, in letters of either case; 0 where it is not known. */
export function findName(codes: Uint16Array, start: number, end: number): number {
  for (let slot = slotOf(codes, start, end); ; slot = (slot + 1) & MASK) {
    const id = slots[slot] ?? 0;
    if (id === 0 || isAt(id, codes, start, end)) return id;
  }
}

function isAt(id: number, codes: Uint16Array, start: number, end: number): boolean {
  const from = begins[id] ?? 0;
  if ((begins[id + 1] ?? 0) - from !== end - start) return false;
  for (let at = start; at < end; at++) {
    const code = codes[at] ?? 0;
    const small = code >= 0x41 && code <= 0x5a ? code | 0x20 : code;
    if (small !== letters[from + at - start]) return false;
  }
  return true;
}

/** The number of a known name; for tables that are built once. */
export function idOf(name: string): number {
  return findName(toCodes(name), 0, name.length);
}

/** One entry for each known name, 1 for those given. */
export function markNames(names: readonly string[]): Uint8Array {
  const table = new Uint8Array(KNOWN_NAMES);
  for (const name of names) table[idOf(name)] = 1;
  return table;
}
