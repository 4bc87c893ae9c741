import { describe, expect, it } from 'vitest';
import { paragraphs, parse, table } from '../support/small-page.js';

const title = '江山市林业局2020年政府信息公开工作年度报告';
const body = paragraphs(
  '本报告由江山市林业局编制，统计期限为2020年1月1日至2020年12月31日。',
  '一、总体情况',
  '我局认真落实条例，健全机制，严格审查，主动公开政府信息35条，公开工作平稳有序。',
);
const facts = (chrome: string, head = '') =>
  parse(`<html><head>${head}</head><body>${chrome}<h1>${title}</h1>${body}</body></html>`).report;

describe('what the page says of itself', () => {
  it('is read from a table above the report', () => {
    const chrome = table(
      ['索 引 号', '01441/2021-00012', '组配分类', '政府信息公开年报'],
      ['发布机构', '江山市林业局', '发文日期', '2021-01-20'],
      ['标      题', title, '文      号', '江林发〔2021〕3号'],
      ['关 键 词', '年报', '有效性', '有效'],
    );
    expect(facts(chrome)).toMatchObject({
      index_number: '01441/2021-00012',
      issuing_body: '江山市林业局',
      published_on: '2021-01-20',
      document_number: '江林发〔2021〕3号',
    });
  });

  it('is read from one line with several of them', () => {
    expect(
      facts('<p>发布时间：2021-01-20 10:05　来源：江山市林业局办公室　浏览次数：542次　字号：大 中 小</p>'),
    ).toMatchObject({ published_on: '2021-01-20', source_site: '江山市林业局办公室', views: 542 });
  });

  it('is read from elements without a space between them', () => {
    expect(
      facts(
        '<div><span>索引号：01441</span><span>发布机构：江山市林业局</span><span>发布日期：2021-01-20</span></div>',
      ),
    ).toMatchObject({ index_number: '01441', issuing_body: '江山市林业局', published_on: '2021-01-20' });
  });

  it.each([
    ['发布日期：2021-01-20', '2021-01-20'],
    ['发布时间：[2021-01-20]', '2021-01-20'],
    ['发布时间：2021年1月20日', '2021-01-20'],
    ['发文日期 2021/1/20', '2021-01-20'],
    ['发布时间： 2021- 01- 20 09:12', '2021-01-20'],
    ['公开日期：2021-01-22</p><p>发布日期：2021-01-20', '2021-01-20'],
    ['公开日期：2021-01-22', '2021-01-22'],
  ])('has its date of publication in: %s', (line, date) => {
    expect(facts(`<p>${line}</p>`).published_on).toBe(date);
  });

  it.each(['成文日期：2021-01-20', '生成日期：2021-01-20', '填报日期：2021-01-20', '发布日期：2021-02-31'])(
    'has no date of publication in: %s',
    (line) => expect(facts(`<p>${line}</p>`).published_on).toBe(null),
  );

  it('does not take the date of the signature for that of publication', () => {
    expect(parse(`<h1>${title}</h1>${body}<p>江山市林业局</p><p>2021年1月18日</p>`).report.published_on).toBe(
      null,
    );
  });

  it.each([
    ['<meta name="PubDate" content="2021-01-20 10:05:32"><meta name="ContentSource" content="江山市林业局">'],
    ['<META NAME="pubdate" CONTENT="2021-01-20"><meta content="江山市林业局" name="contentsource">'],
  ])('is taken from the head where the page prints nothing', (head) => {
    expect(facts('', head)).toMatchObject({ published_on: '2021-01-20', source_site: '江山市林业局' });
  });

  it('is what the page prints before what its head declares', () => {
    expect(
      facts('<p>发布时间：2021-01-20</p>', '<meta name="PubDate" content="2023-05-05">').published_on,
    ).toBe('2021-01-20');
  });

  it('is null where the page names a field and fills in nothing', () => {
    expect(facts('<p>索引号： 发布机构：  文号：无 浏览次数：</p>')).toMatchObject({
      index_number: null,
      issuing_body: null,
      document_number: null,
      views: null,
    });
  });

  it('is read from the custom elements of one publishing system', () => {
    expect(facts('<publishtime>发布时间：2021-01-20</publishtime><span>浏览量：1,024</span>')).toMatchObject({
      published_on: '2021-01-20',
      views: 1024,
    });
  });

  it('is null where nothing is said', () => {
    expect(facts('')).toMatchObject({
      published_on: null,
      index_number: null,
      document_number: null,
      issuing_body: null,
      source_site: null,
      views: null,
    });
  });
});

describe('the contact for questions', () => {
  const contact = (sentence: string, after = '') => {
    const { contact_address, contact_postcode, contact_phone, contact_fax, contact_email } = parse(
      `<h1>${title}</h1><p>本报告由江山市林业局编制。${sentence}</p>${body}${after}`,
    ).report;
    return { contact_address, contact_postcode, contact_phone, contact_fax, contact_email };
  };
  const none = {
    contact_address: null,
    contact_postcode: null,
    contact_phone: null,
    contact_fax: null,
    contact_email: null,
  };

  it('is read from the opening of the report', () => {
    expect(
      contact(
        '如有疑问，请与本局办公室联系（地址：江山市鹿溪北路288号；邮编：324100；电话：0570-4012345；传真：0570-4012346；电子邮箱：js.ly@example.gov.cn）。',
      ),
    ).toEqual({
      contact_address: '江山市鹿溪北路288号',
      contact_postcode: '324100',
      contact_phone: '0570-4012345',
      contact_fax: '0570-4012346',
      contact_email: 'js.ly@example.gov.cn',
    });
  });

  it('keeps a telephone number as printed, without a dash', () => {
    expect(contact('如有疑问请联系本局，联系电话：05704012345。').contact_phone).toBe('05704012345');
  });

  it('is not that of the site’s footer', () => {
    expect(
      contact(
        '欢迎查阅。',
        '<p>主办：江山市人民政府 联系电话：0570-4000000 邮编：324100</p><p>浙ICP备00000000号</p>',
      ),
    ).toEqual(none);
  });
});
