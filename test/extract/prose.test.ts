import { describe, expect, it } from 'vitest';
import { asking, contesting, disclosing, pageOf } from '../support/chapters.js';
import { parse, proseFigures } from '../support/small-page.js';

const asked2021 = (text: string) =>
  proseFigures(
    parse(pageOf(2021, { '一、总体情况': '我局认真落实条例。', '三、收到和处理政府信息公开申请情况': text })),
  );

describe('a statement', () => {
  it.each([
    ['全年主动公开政府信息81条。', 81],
    ['全年主动公开政府信息共1,113条。', 1113],
    ['我局共主动公开各类政府信息466条。', 466],
    ['主动公开信息总数466条。', 466],
    ['通过各类平台主动公开政府信息 1128 条。', 1128],
    ['本年度主动公开政府信息３９３件。', 393],
    ['全年累计主动公开政府信息1.3万条。', 13000],
    ['全年主动公开63条政府信息。', 63],
  ])('gives what was disclosed: %s', (text, value) => {
    expect(disclosing(2016)(text)['proactive.total']).toBe(value);
  });

  it.each([
    ['全年收到政府信息公开申请34件。', 34],
    ['共接到政府信息公开申请4件。', 4],
    ['全年受理依申请公开33件。', 33],
    ['本年度收到1条申请，已答复。', 1],
    ['共收到政府信息公开申请29宗。', 29],
    ['收到依申请公开信息申请26份。', 26],
    ['全年新收政府信息公开申请7项。', 7],
    ['依申请公开3件。', 3],
  ])('gives the requests received: %s', (text, value) => {
    expect(asking(2016)(text)['requests.received']).toBe(value);
    expect(asking(2021)(text)['applications.received:total']).toBe(value);
  });

  it.each([
    ['全年收到行政复议2件。', 'review.total', 2],
    ['因政府信息公开被申请行政复议案件2件。', 'review.total', 2],
    ['全年发生行政诉讼1起。', 'litigation.total', 1],
  ])('gives reviews and lawsuits: %s', (text, code, value) => {
    expect(contesting(2016)(text)[code]).toBe(value);
    expect(contesting(2021)(text)[code]).toBe(value);
  });

  it('tells what is carried over, carried forward and decided', () => {
    expect(
      asked2021(
        '全年收到政府信息公开申请34件，上年结转5件。予以公开20件，部分公开7件，无法提供4件，结转下年度继续办理8件。',
      ),
    ).toEqual({
      'applications.received:total': 34,
      'applications.carried_over:total': 5,
      'applications.granted:total': 20,
      'applications.partially_granted:total': 7,
      'applications.unable:total': 4,
      'applications.carried_forward:total': 8,
    });
  });

  it.each([
    ['主动公开政府信息100余条。', true, 100],
    ['主动公开政府信息18万余条。', true, 180000],
    ['主动公开政府信息44条。', false, 44],
  ])('says whether it is rounded: %s', (text, approximate, value) => {
    const { values } = parse(pageOf(2016, { '二、主动公开政府信息情况': text }));
    expect(values).toMatchObject([{ code: 'proactive.total', value, approximate, origin: 'prose' }]);
  });

  it('says that it is rounded where 约 stands before the number', () => {
    const { values } = parse(pageOf(2016, { '二、主动公开政府信息情况': '主动公开政府信息约44条。' }));
    expect(values).toMatchObject([{ code: 'proactive.total', value: 44, approximate: true }]);
  });

  it('has the place of its sentence', () => {
    const page = pageOf(2016, {
      '二、主动公开政府信息情况': '工作有序。全年主动公开政府信息81条。未来可期。',
    });
    const [value] = parse(page).values;
    expect(page.slice(value?.place.start, value?.place.end)).toBe('全年主动公开政府信息81条。');
  });
});

describe('a figure is left alone', () => {
  it.each([
    ['of another year', '2015年主动公开政府信息70条。'],
    ['of last year', '去年主动公开政府信息70条。'],
    ['that is a growth', '主动公开政府信息同比增加70条。'],
    ['that is a comparison', '主动公开政府信息比上年增加70条。'],
    ['that is a plan', '明年计划主动公开政府信息70条。'],
    ['that is a goal', '力争主动公开政府信息70条。'],
    ['that is a share', '主动公开政府信息占比70%。'],
    ['that is a part', '其中本级主动公开政府信息70条。'],
    ['that runs over many years', '历年累计主动公开政府信息700条。'],
  ])('%s', (_, text) => expect(disclosing(2016)(text)['proactive.total']).toBe(undefined));

  it('that runs since the Regulation came into force', () => {
    expect(disclosing(2016)('条例施行以来，累计主动公开政府信息700条。')['proactive.total']).toBe(undefined);
  });

  it.each([
    ['that is a growth', '收到政府信息公开申请同比增长12件。'],
    ['of another year', '2015年收到政府信息公开申请12件。'],
    ['that counts days', '申请均在15个工作日内答复。'],
    ['of complaints by telephone', '受理12345热线567件。'],
    ['of conversations', '接受群众咨询120人次。'],
  ])('%s, among the requests', (_, text) => {
    expect(asking(2016)(text)['requests.received']).toBe(undefined);
  });

  it('where this year and last are compared, this year’s is taken', () => {
    expect(asking(2016)('2016年收到政府信息公开申请9件，比2015年增加3件。')['requests.received']).toBe(9);
    expect(disclosing(2016)('主动公开政府信息由2015年的90条增加到120条。')['proactive.total']).not.toBe(90);
  });
});

describe('a list', () => {
  it('gives its figures in the order of its nouns', () => {
    expect(
      asking(2016)('收到政府信息公开申请16件，其中网络、信函、当面申请分别为12件、3件、1件。'),
    ).toMatchObject({
      'requests.received': 16,
      'requests.received.online': 12,
      'requests.received.letter': 3,
      'requests.received.in_person': 1,
    });
  });

  it('gives nothing where it has more nouns than figures', () => {
    expect(asking(2016)('收到申请15件，网络、信函、当面申请分别为12件、3件。')).toEqual({
      'requests.received': 15,
    });
  });

  it('keeps the whole from its parts', () => {
    expect(asking(2016)('收到政府信息公开申请16件，其中收到网络申请12件，收到信函申请4件。')).toMatchObject({
      'requests.received': 16,
      'requests.received.online': 12,
      'requests.received.letter': 4,
    });
  });
});

describe('a negation', () => {
  it.each([
    '全年未收到政府信息公开申请。',
    '本年度没有收到政府信息公开申请。',
    '我局没收到政府信息公开申请件。',
    '2016年，尚未收到政府信息公开申请。',
    '未接到要求公开政府信息的申请件。',
    '未收到依申请公开的请求。',
    '未受理依申请公开事项。',
    '未收到公民、法人或其他组织的政府信息公开申请。',
    '2016年我局无依申请公开政府信息。',
    '全年收到政府信息公开申请0件。',
  ])('says that no request was received: %s', (text) => {
    expect(asking(2016)(text)).toEqual({ 'requests.received': 0 });
  });

  it.each([
    ['没有因政府信息公开引起的行政复议。', { 'review.total': 0 }],
    ['未发生因政府信息公开申请行政复议的情况。', { 'review.total': 0 }],
    ['未收到有关政府信息公开的行政复议，也无行政诉讼。', { 'review.total': 0, 'litigation.total': 0 }],
    ['没有发生因政府信息公开引起的行政复议和行政诉讼。', { 'review.total': 0, 'litigation.total': 0 }],
    ['行政复议、行政诉讼均为零。', { 'review.total': 0, 'litigation.total': 0 }],
  ])('of reviews and lawsuits is zero for what it denies and for nothing else: %s', (text, figures) => {
    expect(contesting(2016)(text)).toEqual(figures);
  });

  it.each(['没有因行政复议被纠错的案件。', '无行政复议纠错情况。', '未出现行政诉讼败诉的情况。'])(
    'of losing a case does not deny the case: %s',
    (text) => {
      const figures = contesting(2016)(text);
      expect([figures['review.total'], figures['litigation.total']]).toEqual([undefined, undefined]);
    },
  );

  it.each([
    '对收到的政府信息公开申请，没有逾期答复的情况。',
    '没有因申请收取任何费用。',
    '收到的申请全部按时办结，无一积压。',
    '无当面申请，均通过网络提出。',
    '未按规定公开信息的，申请人可以投诉。',
  ])('of something else about requests does not deny them: %s', (text) => {
    expect(asking(2016)(text)['requests.received']).toBe(undefined);
  });

  it('gives way to the figure that the same sentence states', () => {
    expect(asking(2016)('收到政府信息公开申请5件，未收到传真申请。')).toEqual({
      'requests.received': 5,
      'requests.received.fax': 0,
    });
  });

  it('of fees is a zero in 万元', () => {
    const page = pageOf(2016, { '五、政府信息公开的收费及减免情况': '全年未收取政府信息公开费用。' });
    expect(parse(page).values).toMatchObject([{ code: 'fees.collected', value: 0, unit: '万元' }]);
  });
});

describe('money', () => {
  it('is converted into the codebook’s unit', () => {
    const page = pageOf(2016, { '五、政府信息公开的收费及减免情况': '全年共收取信息处理费2950元。' });
    expect(parse(page).values).toMatchObject([
      { code: 'fees.collected', value: 0.295, unit: '万元', unit_printed: '元', raw: '2950' },
    ]);
  });
});

describe('the codes of a sentence', () => {
  it('are those of the Regulation in force in the report year', () => {
    const text = '全年收到政府信息公开申请34件，予以公开20件。';
    expect(asking(2018)(text)).toEqual({ 'requests.received': 34, 'requests.replied.granted': 20 });
    expect(asking(2019)(text)).toEqual({
      'applications.received:total': 34,
      'applications.granted:total': 20,
    });
  });

  it('are those of the edition in force for rules and documents', () => {
    const text = '全年制发规范性文件4件，废止7件，现行有效23件。';
    expect(disclosing(2022)(text)).toEqual({
      'disclosure.normative_documents.issued': 4,
      'disclosure.normative_documents.repealed': 7,
      'disclosure.normative_documents.in_force': 23,
    });
    expect(disclosing(2016)(text)).toEqual({ 'proactive.normative_documents_issued': 4 });
  });
});

describe('two sentences that disagree', () => {
  const page = pageOf(2016, {
    '一、概述': '2016年收到政府信息公开申请12件。',
    '三、依申请公开政府信息情况': '全年收到政府信息公开申请9件。',
  });

  it('leave the one in the section of the indicator, and the other beside it', () => {
    const { values } = parse(page);
    expect(values).toMatchObject([{ code: 'requests.received', value: 9, also: [{ value: 12 }] }]);
  });

  it('are a warning that names the code', () => {
    expect(parse(page).messages).toContainEqual(
      expect.objectContaining({ code: 'value_conflict', severity: 'warning', codes: ['requests.received'] }),
    );
  });
});
