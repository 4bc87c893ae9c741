import { describe, expect, it } from 'vitest';
import { readProse } from '../../src/extract/prose.js';
import { timesOf } from '../../src/extract/prose-rules.js';
import { asking, contesting, disclosing, organising, pageOf } from '../support/chapters.js';
import { parse } from '../support/small-page.js';

const received = (text: string, publisher?: string) => asking(2016, publisher)(text)['requests.received'];
const total = (text: string, publisher?: string) => disclosing(2016, publisher)(text)['proactive.total'];

describe('the time that a sentence speaks of', () => {
  it.each([
    '2015年收到申请12件，其中网络申请3件。',
    '2015年，我局收到申请12件。',
    '去年收到申请12件，答复12件。',
    '上年同期，收到申请12件。',
    '回顾2015年，收到申请12件。',
    '2015年，未收到政府信息公开申请。',
    '上年度没有收到政府信息公开申请。',
  ])('is another year up to its end: %s', (text) => expect(asking(2016)(text)).toEqual({}));

  it.each([
    '2015年收到申请12件，今年收到申请9件。',
    '2015年收到申请12件，2016年收到申请9件。',
    '上年收到申请12件，全年新收申请9件。',
    '收到申请9件，比2015年减少3件。',
    '与2015年相比，收到申请减少3件，为9件。2016年共收到申请9件。',
    '收到的申请由2015年的12件减少到9件。',
    '收到申请9件（2015年为12件）。',
  ])('is the year again where it says so, or only compares: %s', (text) => expect(received(text)).toBe(9));

  it.each([
    '2014年至2016年共收到申请70件。',
    '2014—2016年，共收到申请70件。',
    '近三年来，共收到申请70件。',
    '自2014年以来，收到申请70件。',
    '自《条例》施行以来，累计收到申请70件。',
    '历年累计收到申请70件。',
  ])('is more than a year: %s', (text) => expect(asking(2016)(text)).toEqual({}));

  it.each(['上半年收到申请7件，下半年收到申请2件。', '第三季度收到申请7件。'])(
    'is a part of the year: %s',
    (text) => expect(asking(2016)(text)).toEqual({}),
  );

  it.each([
    '2017年力争主动公开政府信息70条。',
    '下一步，主动公开政府信息不少于70条。',
    '明年将进一步扩大范围，主动公开政府信息70条。',
  ])('is still to come: %s', (text) => expect(disclosing(2016)(text)).toEqual({}));

  it('is not still to come where 将 is no more than a particle', () => {
    expect(received('将公开要求写入流程，收到申请9件。')).toBe(9);
  });
});

describe('a sum up to a date', () => {
  const text = '截至2016年底，累计主动公开政府信息700条。';

  it('is kept where it stands alone, with a warning that names its code', () => {
    const { values, messages } = parse(pageOf(2016, { '二、主动公开政府信息情况': text }));
    expect(values).toMatchObject([{ code: 'proactive.total', value: 700 }]);
    expect(messages).toContainEqual(
      expect.objectContaining({ code: 'may_be_running_total', codes: ['proactive.total'] }),
    );
  });

  it('gives way to a figure of the year', () => {
    const page = pageOf(2016, { '二、主动公开政府信息情况': `${text}全年主动公开政府信息81条。` });
    const { values, messages } = parse(page);
    expect(values).toMatchObject([{ code: 'proactive.total', value: 81, also: [] }]);
    expect(messages.map(({ code }) => code)).not.toContain('may_be_running_total');
  });

  it('is the year’s where it is said to be', () => expect(total('全年累计主动公开政府信息81条。')).toBe(81));
});

describe('whose figure it is', () => {
  it.each([
    ['全省各级行政机关共收到申请70件。', '江山市人民政府'],
    ['全市各部门共收到申请70件。', '江山市林业局'],
    ['全市共收到申请70件。', '江山市城南镇人民政府'],
    ['全国收到申请70件。', '浙江省林业厅'],
    ['邻近的常山县收到申请70件。', '江山市人民政府'],
  ])('is another body’s: %s (%s)', (text, publisher) => expect(received(text, publisher)).toBe(undefined));

  it.each([
    ['全市各级行政机关共收到申请70件。', '江山市人民政府'],
    ['全县共收到申请70件。', '宁乡县人民政府'],
    ['全市共收到申请70件。', '镇江市水利局'],
    ['全省共收到申请70件。', '浙江省市场监督管理局'],
    ['江山市信访局收到申请70件。', '江山市信访局'],
  ])('is the body’s own: %s (%s)', (text, publisher) => expect(received(text, publisher)).toBe(70));

  it.each([
    '收到申请9件，其中市级2件。',
    '收到申请9件。市直单位收到申请2件。',
    '收到申请9件。其中，各乡镇收到申请2件。',
    '收到申请9件。从受理单位看，局机关收到申请2件。',
    '收到申请9件。收到申请最多的是下属单位，收到申请2件。',
  ])('is not taken from a part: %s', (text) =>
    expect(asking(2016)(text)).toEqual({ 'requests.received': 9 }),
  );
});

describe('a total', () => {
  it('of one channel is the whole where the page gives no other, and the channel’s where it does', () => {
    const one = '通过门户网站主动公开政府信息70条。';
    expect(disclosing(2016)(one)).toEqual({ 'proactive.total': 70 });
    expect(disclosing(2016)(`全年主动公开政府信息81条。${one}`)).toEqual({
      'proactive.total': 81,
      'proactive.channel.website': 70,
    });
  });

  it.each([
    '主动公开招投标信息12条。',
    '门户网站累计发布各类信息1860条，公众号推送信息320条。截至目前，网站累计发布信息99条。',
  ])('of one kind of information, or of web posts up to now, is not the year’s disclosures: %s', (text) =>
    expect(total(text)).toBe(undefined),
  );
});

describe('figures in a list', () => {
  it('go to their nouns behind colons, in brackets and numbered', () => {
    const parts = { 'requests.received.fax': 2, 'requests.received.letter': 7 };
    for (const list of [
      '传真申请：2件、信函申请：7件',
      '（1）传真申请2件，（2）信函申请7件',
      '2件为传真申请，7件为信函申请',
    ])
      expect(asking(2016)(`收到申请9件（其中：${list}）。`), list).toEqual({
        'requests.received': 9,
        ...parts,
      });
  });

  it('that sum up two outcomes are neither’s', () => {
    expect(asking(2016)('收到申请9件。予以公开或部分公开5件，不予公开4件。')).toEqual({
      'requests.received': 9,
      'requests.replied.refused': 4,
    });
  });

  it('are all zero where one zero is said of all', () => {
    expect(asking(2016)('当面申请、传真申请、信函申请均为0件。')).toEqual({
      'requests.received.in_person': 0,
      'requests.received.fax': 0,
      'requests.received.letter': 0,
    });
  });

  it('are one figure where all of it is said to be of one kind', () => {
    expect(asking(2016)('收到申请9件，均为网络申请。')).toEqual({
      'requests.received': 9,
      'requests.received.online': 9,
    });
  });

  it('of how lawsuits began and ended keep apart', () => {
    expect(
      contesting(2021)('行政诉讼中，未经复议直接起诉3件，其中结果维持2件、尚未审结1件；复议后起诉4件。'),
    ).toEqual({
      'litigation.direct.total': 3,
      'litigation.direct.upheld': 2,
      'litigation.direct.pending': 1,
      'litigation.after_review.total': 4,
    });
  });

  it('that a clause before has left go to the noun behind', () => {
    expect(asking(2021)('尚有1件申请未到答复期限，结转下一年度继续办理。')).toEqual({
      'applications.carried_forward:total': 1,
    });
  });
});

describe('figures of something else', () => {
  it.each([
    '接到消费投诉举报64件，均已处理。',
    '环境污染举报投诉452件。',
    '办理民事诉讼案件5件。',
    '办理其他行政复议案件48件，与政府信息公开无关。',
    '未收到消费投诉。',
  ])('are no complaints, reviews or lawsuits about disclosure: %s', (text) => {
    expect(contesting(2016)(text)).toEqual({});
  });

  it('are no fees where they were remitted', () => {
    expect(asking(2016)('为申请人减免复印费28元。')).toEqual({});
  });

  it.each(['组织安全生产培训19期，培训企业负责人39人次。', '全年召开党组会议12次。', '接听咨询电话38次。'])(
    'are no training, meetings or requests: %s',
    (text) => expect(organising(2016)(text)).toEqual({}),
  );

  it.each([
    '12345热线受理群众诉求116件，办结350件。',
    '受理信访件79件，办结79件。',
    '全年邮寄审批办件690件。',
  ])('are no requests: %s', (text) => expect(asking(2016)(text)).toEqual({}));
});

describe('a sentence of a megabyte', () => {
  it.each(['收到申请1件,其中网络、信函分别为1件、0件,均已办结,', '未收到申请、复议,', '((其中市级3件、3件'])(
    'is read in time that grows with its length: %s',
    { timeout: 30_000 },
    (piece) => {
      const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
      const sentence = { text, section: '三、依申请公开', start: 0, end: text.length };
      const started = performance.now();
      readProse([sentence], timesOf(undefined, 2016), 2016, null);
      expect(performance.now() - started).toBeLessThan(20_000);
    },
  );
});
