import * as labels from './labels.js';
import { type Block, createFigure, type Row, type Template } from './model.js';

export interface FormOptions {
  /** (六)其他处理 without its three rows. */
  readonly undivided: boolean;
  /** 小计 under the groups of the matrix. */
  readonly subtotals: boolean;
}

/** The tables of a form filled with known numbers, before any damage. */
export function makeBlocks(
  template: Template,
  numbers: ReadonlyMap<string, number>,
  options: FormOptions,
): Block[] {
  const read = (code: string) => numbers.get(code) ?? 0;
  if (template === '2014') return [statistics(read)];
  const clauses = template === '2019' ? labels.clauses2019 : labels.clauses2021;
  return [
    ...clauses
      .trim()
      .split('\n')
      .map((line) => clause(line, read)),
    applications(template, read, options),
    review(read),
  ];
}

type Read = (code: string) => number;

function statistics(read: Read): Block {
  const rows = labels.statistics2014
    .trim()
    .split('\n')
    .map((line): Row => {
      const [number = '', label = '', unit = '', code = ''] = line.split('|');
      const kind = unit === '万元' ? 'amount' : 'count';
      const figures = code === '' ? [] : [createFigure(code, read(code), kind)];
      return { number, label, group: '', tier: code === '' ? 'heading' : 'row', unit, figures };
    });
  return { kind: 'statistics', title: '政府信息公开情况统计表', heads: ['统计指标', '单位', '统计数'], rows };
}

function clause(line: string, read: Read): Block {
  const [title = '', heads = '', ...rows] = line.split(';');
  return {
    kind: 'clause',
    title,
    heads: heads.split(','),
    rows: rows.map((row): Row => {
      const [label = '', codes = ''] = row.split('=');
      const figures = codes.split(',').map((code) => {
        const kind = code.endsWith('.change') ? 'change' : code.endsWith('.amount') ? 'amount' : 'count';
        return createFigure(`disclosure.${code}`, read(`disclosure.${code}`), kind);
      });
      return { number: '', label, group: '', tier: 'row', unit: '', figures };
    }),
  };
}

function applications(template: Template, read: Read, options: FormOptions): Block {
  const whole = template === '2019' || options.undivided;
  const rows = labels.matrix
    .trim()
    .split('\n')
    .flatMap((line): Row[] => {
      const [tier, group = '', number = '', label = '', code = ''] = line.split('|');
      if (whole ? code.startsWith('other.') : code === 'other') return [];
      const row = { number, label, group, tier: tier as Row['tier'], unit: '', figures: across(code, read) };
      return [row];
    });
  const withSums = options.subtotals ? addSubtotals(rows, read) : rows;
  return {
    kind: 'matrix',
    title: labels.matrixCorner,
    heads: [...labels.matrixHeads.applicants],
    rows: withSums,
  };
}

function across(code: string, read: Read) {
  return labels.applicantCodes.map((who) => {
    const full = `applications.${code}:${who}`;
    return createFigure(full, read(full));
  });
}

function addSubtotals(rows: readonly Row[], read: Read): Row[] {
  const codes = new Map([
    ['（三）不予公开', 'refused'],
    ['（四）无法提供', 'unable'],
    ['（五）不予处理', 'not_processed'],
  ]);
  return rows.flatMap((row, i) => {
    const code = codes.get(row.group);
    if (code === undefined || rows[i + 1]?.group === row.group) return [row];
    return [row, { ...row, number: '', label: '小计', figures: across(code, read) }];
  });
}

function review(read: Read): Block {
  const codes = ['review', 'litigation.direct', 'litigation.after_review'].flatMap((kind) =>
    labels.outcomeCodes.map((outcome) => `${kind}.${outcome}`),
  );
  const figures = codes.map((code) => createFigure(code, read(code)));
  const row: Row = { number: '', label: '', group: '', tier: 'row', unit: '', figures };
  return { kind: 'review', title: '', heads: [...labels.reviewHeads.outcomes], rows: [row] };
}
