import { makeBlocks } from './blocks.js';
import { breakSheet } from './columns.js';
import { blockDamage } from './damage.js';
import { type FigureStyle, plainStyle, printFigure } from './figures.js';
import { htmlTables, renderHtml } from './html.js';
import { layOut } from './layout.js';
import { type Block, type Figure, type Sheet, type Template, textOf } from './model.js';
import { assemble } from './parts-of-page.js';
import { createRandom, type Random } from './random.js';
import { changeScript } from './script.js';
import { renderText, textTables } from './text.js';
import { makeNumbers } from './values.js';

/** What decides a page: the same plan gives the same page. */
export interface Plan {
  readonly template: Template;
  readonly rendering: string;
  readonly damage: readonly string[];
  readonly seed: number;
}

export interface Truth {
  readonly value: number | null;
  readonly state: Figure['state'];
  readonly raw: string;
  /** The rendering dropped blanks of this row: which figure belongs to which column cannot be seen. */
  readonly lost: boolean;
}

export interface Page {
  readonly plan: Plan;
  readonly text: string;
  readonly truth: ReadonlyMap<string, Truth>;
  /** Figures as printed that no indicator takes. */
  readonly others: readonly string[];
}

export const renderings = [...Object.keys(htmlTables), ...Object.keys(textTables)];

const dropsBlanks = /^(?:lines|flat|pdf|html-paragraphs|html-row|html-break)/;

/** Makes one page from known values. */
export function makePage(plan: Plan): Page {
  const random = createRandom(plan.seed);
  const damage = withoutContradictions(plan.damage);
  const options = { undivided: damage.has('other-undivided'), subtotals: damage.has('subtotals') };
  const numbers = makeNumbers(plan.template, random, options);
  const blocks = makeBlocks(plan.template, numbers, options);
  for (const name of damage) for (const block of blocks) blockDamage[name]?.(block, random);
  for (const block of blocks) print(block, damage, random);
  const sheets = blocks.map((block) => layOut(block, damage, random));
  const merged = plan.rendering === 'html-clauses' ? sheets : mergeClauses(sheets, random);
  const broken = merged.map((group) => group.flatMap((sheet) => breakSheet(sheet, damage, random)));
  const parts = assemble(plan.template, broken, damage, random);
  const isHtml = plan.rendering in htmlTables;
  const text = isHtml
    ? renderHtml(parts, plan.rendering, random)
    : renderText(parts, plan.rendering, damage, random);
  const all = parts.flatMap((part) => (part.kind === 'table' && !part.sheet.isCopy ? [part.sheet] : []));
  const truth = readTruth(all, dropsBlanks.test(plan.rendering));
  return { plan, text: changeScript(text, damage), truth, others: readOthers(all) };
}

/** Nothing on the page would say that money is in yuan. */
function withoutContradictions(names: readonly string[]): Set<string> {
  const damage = new Set(names);
  if (damage.has('no-unit') || damage.has('heads-wrong')) damage.delete('fee-yuan');
  return damage;
}

function print(block: Block, damage: ReadonlySet<string>, random: Random): void {
  const style: FigureStyle = {
    ...plainStyle,
    thousands: damage.has('thousands'),
    fullWidth: damage.has('full-width'),
    units: damage.has('units-in-cells'),
    notes: damage.has('notes-in-cells'),
    signs: damage.has('signs'),
    zero: damage.has('marks')
      ? random.pick(['—', '－', '--', '/', '无', '空', '-'])
      : damage.has('blank-zeros')
        ? ''
        : undefined,
  };
  for (const row of block.rows)
    for (const [i, figure] of row.figures.entries()) {
      printFigure(figure, row.unit, style, random);
      const isOrganisation = block.kind === 'matrix' && i > 0 && i < 6;
      const isEmpty = damage.has('blank-orgs') && isOrganisation && figure.number === 0;
      if (isEmpty || damage.has('form-blank'))
        Object.assign(figure, { text: '', value: null, state: 'blank' });
    }
}

/** All clauses of Article 20 in one table, as the form has them, or each in its own. */
function mergeClauses(sheets: readonly Sheet[][], random: Random): Sheet[][] {
  const clauses = sheets.flat().filter((sheet) => sheet.name === 'clause');
  if (clauses.length === 0 || random.chance(0.3)) return [...sheets];
  const one: Sheet = { name: 'clause', rows: clauses.flatMap((sheet) => sheet.rows) };
  return [[one], ...sheets.filter((group) => group[0]?.name !== 'clause')];
}

function readTruth(sheets: readonly Sheet[], losesBlanks: boolean): Map<string, Truth> {
  const truth = new Map<string, Truth>();
  for (const row of sheets.flatMap((sheet) => sheet.rows)) {
    const figures = row.flatMap((cell) => cell.figure ?? []);
    const blanks = figures.filter((figure) => figure.state === 'blank').length;
    const lost = losesBlanks && blanks > 0 && blanks < figures.length;
    for (const { code, value, state, text, isLost } of figures)
      if (code !== null) truth.set(code, { value, state, raw: text, lost: lost || isLost === true });
  }
  return truth;
}

function readOthers(sheets: readonly Sheet[]): string[] {
  const cells = sheets.flatMap((sheet) => sheet.rows.flat());
  return cells.filter(({ figure }) => figure?.code === null && figure.state === 'number').map(textOf);
}
