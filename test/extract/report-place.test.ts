import { describe, expect, it } from 'vitest';
import { parse } from '../support/small-page.js';

const rest =
  '一、总体情况\n一年来，不断健全公开机制，严格审查发布，公开工作平稳有序，全年主动公开政府信息35条。';
const read = (name: string, before = '', opening = '根据《条例》规定，编制本报告。', behind = '') =>
  parse(`${before}\n${name}2018年政府信息公开工作年度报告\n${opening}\n${rest}\n${behind}`);

describe('a name that several places bear', () => {
  it.each([
    ['the way to the page', '鼓楼区教育局', '当前位置：南京市 > 鼓楼区 > 年报', undefined, '', '320106'],
    ['the source of the page', '鼓楼区教育局', '来源：徐州市鼓楼区人民政府', undefined, '', '320302'],
    [
      'the address for questions',
      '朝阳区财政局',
      '',
      '如有疑问请与我局联系，地址：长春市朝阳区前进大街1号。',
      '',
      '220104',
    ],
    [
      'the first sentence',
      '江北区民政局',
      '',
      '2018年，宁波市江北区民政局认真贯彻落实《条例》。',
      '',
      '330205',
    ],
    [
      'the dialling code of its telephone',
      '鼓楼区教育局',
      '',
      '如有疑问，请与本局联系，电话：0591-87500000。',
      '',
      '350102',
    ],
    [
      'who runs the site',
      '城关区司法局',
      '',
      undefined,
      '主办：拉萨市城关区人民政府办公室 藏ICP备05000111号',
      '540102',
    ],
  ])('is decided by %s', (_, name, before, opening, behind, adcode) => {
    expect(read(name, before, opening, behind).report).toMatchObject({ adcode, alternatives: [] });
  });

  it.each(['鼓楼区教育局', '朝阳区人民政府', '江北区民政局', '城关区司法局', '新华区', '铁西区水利局'])(
    'is left open where the page does not tell: %s',
    (name) => {
      const { report, messages } = read(name);
      expect(report.adcode).toBe(null);
      expect(report.alternatives.length).toBeGreaterThan(1);
      expect(messages.map(({ code }) => code)).toContain('place_ambiguous');
    },
  );

  it('is not decided by telephones of several cities, or without a dialling code', () => {
    for (const numbers of ['0591-87500000、025-83200000', '87500000', '400-1234567'])
      expect(read('鼓楼区教育局', '', `如有疑问，请与本局联系，电话：${numbers}。`).report.adcode).toBe(null);
  });

  it('is not decided by other towns that the text speaks of', () => {
    const { report } = read('鼓楼区教育局', '', '2018年，我局赴徐州市、开封市考察学习，健全机制，稳步推进。');
    expect(report.adcode).toBe(null);
  });

  it('is decided where one of them alone was left in the year', () => {
    expect(read('城东区人民政府').report.adcode).toBe('630102');
  });
});

describe('a place of its year', () => {
  it.each([
    ['赣县人民政府', 2015, '360721', '360704'],
    ['赣州市赣县区人民政府', 2018, '360704', '360704'],
    ['莱芜市人民政府', 2017, '371200', null],
    ['济南市莱芜区人民政府', 2019, '370116', '370116'],
    ['襄樊市人民政府', 2009, '420600', '420600'],
    ['襄阳市人民政府', 2011, '420600', '420600'],
    ['北京市崇文区人民政府', 2009, '110103', '110101'],
    ['北京市宣武区教育委员会', 2009, '110104', '110102'],
    ['三沙市人民政府', 2013, '460300', '460300'],
    ['双河市人民政府', 2016, '659007', '659007'],
  ])('%s of %i has its code', (name, year, adcode, adcode_current) => {
    const page = `${name}${year}年政府信息公开工作年度报告\n根据《条例》规定，编制本报告。\n${rest}`;
    expect(parse(page).report).toMatchObject({ report_year: year, adcode, adcode_current });
  });
});

describe('bodies of every kind', () => {
  it.each([
    ['青田县温溪镇人民政府', 'township', 'township', '331121'],
    ['温州市鹿城区五马街道办事处', 'township', 'township', '330302'],
    ['绍兴市上虞区人民医院', 'county', 'other', '330604'],
    ['杭州市西湖区教育局', 'county', 'department', '330106'],
    ['合肥高新技术产业开发区管理委员会', null, 'other', null],
    ['昆山经济技术开发区管理委员会', null, 'other', null],
    ['芜湖市镜湖区人民检察院', 'county', 'department', '340202'],
    ['国家税务总局嘉善县税务局', 'county', 'department', '330421'],
    ['国家统计局嘉善调查队', null, 'department', null],
    ['嘉善县气象局', 'county', 'department', '330421'],
    ['中华人民共和国杭州海关', null, 'department', null],
    ['浙江省教育厅', 'province', 'department', '330000'],
    ['教育部', 'national', 'department', null],
    ['国务院办公厅', 'national', 'department', null],
    ['浙江大学', null, 'other', null],
    ['新疆生产建设兵团第八师', null, 'other', null],
  ])('%s', (publisher, level, kind, adcode) => {
    expect(read(publisher).report).toMatchObject({ publisher, level, kind, adcode });
  });
});
