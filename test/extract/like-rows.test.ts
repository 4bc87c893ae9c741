import { describe, expect, it } from 'vitest';
import { parse, report, table } from '../support/small-page.js';

const likeRows = (label: string) => {
  const rows = [
    ['信息内容', '本年处理决定数量'],
    ['行政许可', '412'],
    [label, '57'],
    ['行政强制', '3'],
  ];
  const record = parse(report('<p>二、主动公开政府信息情况</p>', table(...rows)));
  const messages = record.messages.filter(({ code }) => code === 'row_by_likeness');
  return {
    value: record.values.find(({ code }) => code === 'disclosure.penalties.decisions')?.value,
    messages,
  };
};

describe('a row that was known only because its label is like one of the form', () => {
  it('is read, and a warning names its indicators and the form’s label', () => {
    const { value, messages } = likeRows('行政处法');
    expect(value).toBe(57);
    expect(messages.map(({ severity, codes }) => [severity, codes])).toEqual([
      ['warning', ['disclosure.penalties.decisions']],
    ]);
    expect(messages[0]?.text).toContain('行政处法');
    expect(messages[0]?.text).toContain('行政处罚');
  });

  it.each(['行政处罚', '2.行政 处罚', '其中：行政处罚（含简易程序）'])(
    'needs no word where it is the form’s own: %s',
    (label) => {
      expect(likeRows(label)).toEqual({ value: 57, messages: [] });
    },
  );
});
