import { copySheet, makeOtherTable } from './extras.js';
import type { Sheet, Template } from './model.js';
import type { Part } from './parts.js';
import type { Random } from './random.js';
import {
  bodies,
  copyCaption,
  headings2014,
  headings2019,
  nothingMore,
  otherCaption,
  places,
  sentences,
} from './words.js';

/** Puts the tables of a report between its title, its introduction, its sections and its end. */
export function assemble(
  template: Template,
  all: readonly Sheet[][],
  damage: ReadonlySet<string>,
  random: Random,
): Part[] {
  const tables = damage.has('tables-moved') ? random.shuffle(all) : all;
  const year = random.pick(years[template]);
  const body = `${random.pick(places)}${random.pick(bodies)}`;
  const headings = template === '2014' ? headings2014 : headings2019;
  const parts: Part[] = [
    { kind: 'title', text: `${body}${year}年政府信息公开工作年度报告` },
    { kind: 'paragraph', text: introduction(body, year) },
  ];
  for (const [i, heading] of headings.entries()) {
    parts.push({ kind: 'heading', text: heading });
    const sheets = damage.has('tables-moved')
      ? movedTo(i, headings.length, tables)
      : tablesUnder(template, i, tables);
    for (const sheet of sheets) parts.push({ kind: 'table', sheet });
    const text = heading.includes('其他需要') ? nothingMore : random.pick(sentences);
    if (sheets.length === 0) parts.push({ kind: 'paragraph', text });
  }
  if (damage.has('tables-around')) addOthers(parts, random);
  if (damage.has('table-twice')) addCopies(parts, tables, random);
  return parts;
}

/** All tables of the report stand together at the end. */
function movedTo(section: number, sections: number, tables: readonly Sheet[][]): Sheet[] {
  return section === sections - 1 ? tables.flat() : [];
}

function addOthers(parts: Part[], random: Random): void {
  for (let i = random.int(1, 2); i > 0; i--) {
    const at = random.pick([2, 3, parts.length, parts.length - 1]);
    parts.splice(
      at,
      0,
      { kind: 'paragraph', text: otherCaption },
      { kind: 'table', sheet: makeOtherTable(random) },
    );
  }
}

function addCopies(parts: Part[], tables: readonly Sheet[][], random: Random): void {
  const isOther = random.chance(0.5);
  parts.push({ kind: 'paragraph', text: copyCaption });
  for (const sheet of tables.flat()) parts.push({ kind: 'table', sheet: copySheet(sheet, isOther, random) });
}

const years: Readonly<Record<Template, readonly number[]>> = {
  '2014': [2014, 2015, 2016, 2017, 2018, 2019, 2020],
  '2019': [2019, 2020, 2021, 2022],
  '2021': [2020, 2021, 2022, 2023, 2024],
};

function introduction(body: string, year: number): string {
  return (
    `根据《中华人民共和国政府信息公开条例》的规定，由${body}编制本年度报告。` +
    `本报告所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。`
  );
}

/** The statistics table stands at the end; the form's three tables in the second to the fourth section. */
function tablesUnder(template: Template, section: number, tables: readonly Sheet[][]): Sheet[] {
  if (template === '2014') return section === headings2014.length - 1 ? tables.flat() : [];
  const names = ['', 'clause', 'matrix', 'review'];
  return tables.flat().filter((sheet) => sheet.name === names[section]);
}
