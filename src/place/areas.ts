import packed from '../data/areacodes.json' with { type: 'json' };

/** A prefecture that has prefectures under it: first four digits of their codes. */
export const prefecturesUnder: Readonly<Record<string, readonly string[]>> = packed.over;

export type AreaLevel = 'province' | 'prefecture' | 'county';

/** One unit under one name: a renamed unit has an area for each of its names, all with the same code. */
export interface Area {
  readonly code: string;
  readonly name: string;
  /** What its name is shortened to: of provinces and of autonomous prefectures, counties and banners. */
  readonly shorts: readonly string[];
  readonly level: AreaLevel;
  /** First year in force on 31 December. */
  readonly from: number;
  /** First year no longer in force on 31 December; null while in force. */
  readonly to: number | null;
  /** Code of the one unit that carries this one on; null where there is none or no clear one. */
  readonly heir: string | null;
}

interface NameIndex {
  /** Codes by the name in full, and by the short names that people give to autonomous units. */
  readonly codes: ReadonlyMap<string, readonly string[]>;
  /** Codes of provinces by short name. */
  readonly provinces: ReadonlyMap<string, string>;
  /** By the first two characters of names: the names' lengths, as bits. */
  readonly lengths: ReadonlyMap<string, number>;
}

const texts: Readonly<Record<string, string>> = packed.provinces;
const areasByCode = new Map<string, readonly Area[]>();
const areasByName = new Map<string, readonly Area[]>();
let names: NameIndex | undefined;

/** Every area of a code, from the lines of `data/areacodes.json` (whose `about` tells source and form), earliest first. */
export function areasOfCode(code: string): readonly Area[] {
  let areas = areasByCode.get(code);
  if (areas === undefined) {
    areas = readAreas(code);
    areasByCode.set(code, areas);
  }
  return areas;
}

/** Every area that bears the name in any year, in full or as its short name. */
export function areasOfName(name: string): readonly Area[] {
  const codes = nameIndex().codes.get(name);
  if (codes === undefined) return [];
  let areas = areasByName.get(name);
  if (areas === undefined) {
    areas = [...new Set(codes)]
      .flatMap(areasOfCode)
      .filter((area) => area.name === name || area.shorts.includes(name));
    areasByName.set(name, areas);
  }
  return areas;
}

/** The province of a short name. */
export function findProvince(short: string): Area | undefined {
  const code = nameIndex().provinces.get(short);
  return code === undefined ? undefined : areasOfCode(code)[0];
}

/** Lengths of the names that begin with these two characters, as bits: bit 3 for names of three; 0 where none does. */
export function nameLengths(head: string): number {
  return nameIndex().lengths.get(head) ?? 0;
}

/** Whether towns lie right under the area: counties, and the prefectures that never had any. */
export function hasTowns({ code, level }: Area): boolean {
  const county = new RegExp(`^${code.slice(2, 4)}(?!00)`, 'm');
  return level === 'county' || (level === 'prefecture' && !county.test(texts[code.slice(0, 2)] ?? ''));
}

function readAreas(code: string): Area[] {
  const province = code.slice(0, 2);
  const text = `\n${texts[province] ?? ''}\n`;
  const areas: Area[] = [];
  const key = `\n${code.slice(2)} `;
  for (let at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + 1)) {
    areas.push(parseLine(province, text.slice(at + 1, text.indexOf('\n', at + 1))));
  }
  return areas;
}

function parseLine(province: string, line: string): Area {
  const [tail = '', name = '', from = '', to = '', heir = '', short = ''] = line.split(' ');
  const level = tail === '0000' ? 'province' : tail.endsWith('00') ? 'prefecture' : 'county';
  const end = to === '' ? null : Number(to);
  const heirCode = heir === '' ? null : heir.length < 6 ? province + heir : heir;
  return {
    code: province + tail,
    name,
    shorts: short === '' ? [] : short.split(','),
    level,
    from: Number(from),
    to: end,
    heir: heirCode,
  };
}

function nameIndex(): NameIndex {
  names ??= buildNames();
  return names;
}

/** Reads names only: an area is parsed when its name is met. A line that does not end in a digit has a short name. */
function buildNames(): NameIndex {
  const codes = new Map<string, string[]>();
  const provinces = new Map<string, string>();
  const lengths = new Map<string, number>();
  const add = (name: string, code: string): void => {
    const list = codes.get(name);
    if (list !== undefined) return void list.push(code);
    codes.set(name, [code]);
    const head = name.slice(0, 2);
    lengths.set(head, (lengths.get(head) ?? 0) | (1 << name.length));
  };
  for (const [province, text] of Object.entries(texts)) {
    for (const line of text.split('\n')) {
      const code = province + line.slice(0, 4);
      add(line.slice(5, line.indexOf(' ', 5)), code);
      if (line.charCodeAt(line.length - 1) <= DIGIT_NINE) continue;
      for (const short of line.slice(line.lastIndexOf(' ') + 1).split(',')) {
        if (code.endsWith('0000')) provinces.set(short, code);
        else add(short, code);
      }
    }
  }
  return { codes, provinces, lengths };
}

const DIGIT_NINE = 0x39;
