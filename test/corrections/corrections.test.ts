import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withhold } from '../../src/check/withhold.js';
import { createSightings } from '../../src/commands/corrections.js';
import { createCorrector } from '../../src/corrections/apply.js';
import { readCorrections } from '../../src/corrections/read.js';
import { numberOf } from '../../src/model/figure.js';
import { createTableWriter } from '../../src/output/tables.js';
import { loadIndicators } from '../../src/template/load.js';
import { parse, report, table } from '../support/small-page.js';

const record = parse(
  report(
    table(
      ['第二十条第（五）项'],
      ['信息内容', '本年处理决定数量'],
      ['行政许可', '1,030'],
      ['行政处罚', '7'],
      ['行政强制', '/'],
    ),
  ),
);
const codes = new Set(loadIndicators().keys());
const { sha256 } = record.source;
const CODE = 'disclosure.licensing.decisions';
const HEAD = 'sha256,code,raw,value,reason,by,date';

function read(...lines: string[]) {
  return readCorrections([HEAD, ...lines].join('\n'), codes);
}

function correctionsOf(...lines: string[]) {
  const found = read(...lines);
  if ('problem' in found) throw new Error(found.problem);
  return found.corrections;
}

const correct = (...lines: string[]) => createCorrector(correctionsOf(...lines))(record);
const findValue = (own: typeof record, code = CODE) => own.values.find((value) => value.code === code);

describe('a correction', () => {
  const line = `${sha256},${CODE},"1,030",1003,digits turned round,coder-1,2026-01-31`;

  it('stands beside what was read, which stays', () => {
    const [before, after] = [findValue(record), findValue(correct(line))];
    expect(before).toMatchObject({ value: 1030, raw: '1,030' });
    expect(after).toEqual({
      ...before,
      corrected: { value: 1003, reason: 'digits turned round', by: 'coder-1', date: '2026-01-31' },
    });
  });

  it('is what tables show, with the number that was read beside it in the long one', () => {
    const own = loadIndicators();
    const print = (shape: 'wide' | 'long') =>
      createTableWriter({ delimiter: ',', shape, bom: false }, own).write(correct(line));
    expect(print('wide')).toContain(',1003,');
    expect(print('wide')).not.toContain('1030');
    const long = print('long')
      .split('\n')
      .find((row) => row.includes(CODE));
    expect(long).toMatch(/,1003,number,"1,030",.*,1030,coder-1,digits turned round$/);
  });

  it('gives a number to a cell that has none, and takes one away where the value is empty', () => {
    const given = correct(
      `${sha256},disclosure.compulsion.decisions,/,0,stated in a note,coder-1,2026-01-31`,
    );
    const compulsion = findValue(given, 'disclosure.compulsion.decisions');
    expect([compulsion?.value, compulsion?.state, compulsion && numberOf(compulsion)]).toEqual([
      null,
      'mark',
      0,
    ]);
    const taken = findValue(correct(`${sha256},${CODE},"1,030",,of another body,coder-1,2026-01-31`));
    expect(taken && numberOf(taken)).toBeNull();
  });

  it.each([
    ['the page prints something else', `${sha256},${CODE},1030,1003,x,y,2026-01-31`, '"1,030"'],
    ['the page does not have the indicator', `${sha256},fees.collected,3,4,x,y,2026-01-31`, 'nothing'],
  ])('is refused with a message where %s', (_, refused, found) => {
    const own = correct(refused);
    expect(own.values).toEqual(record.values);
    const message = own.messages.find(({ code }) => code === 'correction_refused');
    expect(message?.severity).toBe('warning');
    expect(message?.text).toContain(found);
    expect(message?.text).toContain('line 2');
  });

  it('changes nothing on other pages, and is told of as unused', () => {
    const other = '0'.repeat(64);
    const corrections = correctionsOf(line.replace(sha256, other), line);
    expect(createCorrector(corrections.slice(0, 1))(record)).toBe(record);
    const { note, unused } = createSightings(corrections);
    note(sha256);
    expect(unused()).toEqual([expect.stringContaining('correction of line 2 ')]);
  });

  it('keeps a figure that would be left out for want of corroboration', () => {
    expect(findValue(withhold(record, 'double'))).toBeUndefined();
    expect(findValue(withhold(correct(line), 'double'))?.corrected?.value).toBe(1003);
  });

  it('put twice is the same as put once', () => {
    const raws = fc.constantFrom('"1,030"', '7', '/', '8');
    const owns = fc.constantFrom(CODE, 'disclosure.penalties.decisions', 'disclosure.compulsion.decisions');
    const all = fc.uniqueArray(fc.tuple(owns, raws, fc.nat(9999)), { selector: ([code, raw]) => code + raw });
    fc.assert(
      fc.property(all, (made) => {
        const lines = made.map(([code, raw, value]) => `${sha256},${code},${raw},${value},x,y,2026-01-31`);
        const apply = createCorrector(correctionsOf(...lines));
        expect(apply(apply(record))).toEqual(apply(record));
      }),
      { numRuns: 50 },
    );
  });
});

describe('a file of corrections', () => {
  const good = `${sha256},${CODE},7,8,x,y,2026-01-31`;

  it('names its columns in any order, and may have others and empty lines', () => {
    const text = `\ufeffnote,date,by,reason,value,raw,code,sha256\r\nseen,2026-01-31,y,x,8,7,${CODE},${sha256}\r\n\r\n`;
    expect(readCorrections(text, codes)).toEqual({
      corrections: [
        { sha256, code: CODE, raw: '7', value: 8, reason: 'x', by: 'y', date: '2026-01-31', line: 2 },
      ],
    });
  });

  it.each([
    ['a hash that is none', good.replace(sha256, 'abc'), 'sha256'],
    ['an indicator that is none', good.replace(CODE, 'fees'), 'code'],
    ['a value that is no plain number', good.replace(',8,', ',"1,000",'), 'value'],
    ['no reason', good.replace(',x,', ',,'), 'reason'],
    ['nobody who answers for it', good.replace(',y,', ', ,'), 'by'],
    ['a day that no month has', good.replace('01-31', '02-30'), 'date'],
    ['too few cells', `${sha256},${CODE}`, 'is no CSV'],
    ['an open quote', good.replace(',x,', ',"x,'), 'is no CSV'],
    ['the same figure again', good, 'the same figure as line 2'],
  ])('is refused with line and reason where a line has %s', (_, broken, reason) => {
    const found = read(good, broken);
    expect(found).toMatchObject({ line: 3, problem: expect.stringContaining(reason) });
  });

  it.each(['', 'sha256,code,raw,value,reason,by\n'])('is refused without its columns: %j', (text) => {
    expect(readCorrections(text, codes)).toMatchObject({
      line: 1,
      problem: expect.stringContaining('column'),
    });
  });
});
