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
    ...attributes,
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

const MASK = 0x3ff;
const slots = fillSlots();

function slotOf(source: string, start: number, end: number): number {
  const first = source.charCodeAt(start) | 0x20;
  const middle = source.charCodeAt((start + end) >> 1) | 0x20;
  const last = source.charCodeAt(end - 1) | 0x20;
  return (first * 33 + middle * 5 + last * 129 + (end - start) * 257) & MASK;
}

function fillSlots(): Int16Array {
  const table = new Int16Array(MASK + 1);
  known.forEach((name, id) => {
    if (id === 0) return;
    let slot = slotOf(name, 0, name.length);
    while (table[slot] !== 0) slot = (slot + 1) & MASK;
    table[slot] = id;
  });
  return table;
}

/** The number of the name at `[start, end)`, in letters of either case; 0 where it is not known. */
export function findName(source: string, start: number, end: number): number {
  for (let slot = slotOf(source, start, end); ; slot = (slot + 1) & MASK) {
    const id = slots[slot] ?? 0;
    if (id === 0 || isAt(known[id] ?? '', source, start, end)) return id;
  }
}

function isAt(name: string, source: string, start: number, end: number): boolean {
  if (name.length !== end - start) return false;
  for (let at = 0; at < name.length; at++) {
    const code = source.charCodeAt(start + at);
    const small = code >= 0x41 && code <= 0x5a ? code | 0x20 : code;
    if (small !== name.charCodeAt(at)) return false;
  }
  return true;
}

/** The number of a known name; for tables that are built once. */
export function idOf(name: string): number {
  return findName(name, 0, name.length);
}

/** One entry for each known name, 1 for those given. */
export function markNames(names: readonly string[]): Uint8Array {
  const table = new Uint8Array(KNOWN_NAMES);
  for (const name of names) table[idOf(name)] = 1;
  return table;
}
