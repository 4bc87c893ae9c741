import { describe, expect, it } from 'vitest';
import { parse, report } from '../support/small-page.js';
import { cases } from './status.cases.js';

describe('a page that is no report', () => {
  it('comes in forty kinds at least', () => expect(cases.length).toBeGreaterThanOrEqual(40));

  it.each(cases)('$trouble is $status, and the reason says what to do', ({ page, status, says }) => {
    const record = parse(page);
    expect([record.status, record.reason]).toEqual([status, expect.stringMatching(says)]);
    expect(record.reason).toMatch(/: |\.$/);
    expect(record.values.filter(({ value }) => value !== null)).toEqual([]);
  });
});

describe('a page that is a report', () => {
  it.each([
    [
      'with a picture beside its text',
      '<p><img src="/upload/photo.jpg"></p><p>全年主动公开政府信息35条。</p>',
    ],
    [
      'with an attachment below it',
      '<p>全年主动公开政府信息35条。</p><p>附件：<a href="/a.pdf">统计表.pdf</a></p>',
    ],
    ['with a login box', '<div>用户名 密码 登录</div><p>全年主动公开政府信息35条。</p>'],
    ['with headings on rules and plans', '<p>（一）完善工作制度</p><p>全年主动公开政府信息35条。</p>'],
  ])('is parsed: %s', (_, part) => {
    expect(parse(report(part)).status).toBe('parsed');
  });

  it('is parsed where a notice publishes it', () => {
    const notice = '<h1>关于印发宁海县水利局2022年政府信息公开工作年度报告的通知</h1>';
    const { status, report: facts } = parse(
      report('<p>全年主动公开政府信息35条。</p>').replace(/<h1>.*<\/h1>/, notice),
    );
    expect([status, facts.publisher, facts.report_year]).toEqual(['parsed', '宁海县水利局', 2022]);
  });
});
