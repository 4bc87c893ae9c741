import type { Random } from '../renderer/random.js';
import * as phrases from './phrases.js';

/** The opening of a made page, and what it says of itself. */
export interface Opening {
  readonly page: string;
  readonly truth: Truth;
}

interface Truth {
  readonly report_year: number;
  readonly publisher: string;
  readonly period_start: string | null;
  readonly period_end: string | null;
  readonly published_on: string | null;
  readonly adcode: string | null;
}

interface Plan {
  readonly office: phrases.Office;
  readonly year: number;
  readonly title: readonly string[];
  readonly text: readonly string[];
  readonly date: string | null;
  /** Whether the page's chrome must name the body. */
  readonly isNamed: boolean;
}

const digits = '〇一二三四五六七八九';
const han = (year: number) => [...String(year)].map((digit) => digits[Number(digit)]).join('');

function fill(text: string, office: phrases.Office, year: number, period = ''): string {
  return text
    .replaceAll('{p}', period)
    .replaceAll('{b}', office.printed)
    .replaceAll('{f}', office.publisher)
    .replaceAll('{s}', office.self)
    .replaceAll('{h}', han(year))
    .replaceAll('{l}', String(year - 1))
    .replaceAll('{y}', String(year));
}

/** One page: a title, an opening and a rendering by chance, so that each of them meets each other. */
export function makeOpening(random: Random, at: number): Opening {
  const office = random.pick(phrases.offices);
  const year = random.int(2008, 2025);
  const isNamed = random.chance(0.75);
  const period = random.chance(0.8) ? random.pick(phrases.periods) : '';
  const title = isNamed
    ? (phrases.titles[at % phrases.titles.length] ?? '')
    : random.pick(phrases.bareTitles);
  const opening = random.pick(isNamed ? phrases.openings : phrases.namingOpenings);
  const text = [opening, random.pick(phrases.sections), ...phrases.paragraphs];
  const plan: Plan = {
    office,
    year,
    title: fill(title, office, year).split('|'),
    text: text.map((line) => fill(line, office, year, fill(period, office, year))),
    date: random.chance(0.7) ? `${year + 1}-0${random.int(1, 4)}-${random.int(10, 28)}` : null,
    isNamed,
  };
  const page = random.pick(renderings)(plan);
  const hasPeriod = period !== '';
  return {
    page,
    truth: {
      report_year: year,
      publisher: office.publisher,
      period_start: hasPeriod ? `${year}-01-01` : null,
      period_end: hasPeriod ? `${year}-12-31` : null,
      published_on: plan.date,
      adcode: office.adcode,
    },
  };
}

type Render = (plan: Plan) => string;

const lines: Render = ({ title, text, date }) =>
  [...title, ...(date ? [`发布时间：${date}`] : []), '', ...text].join('\n');

const spaced: Render = ({ office, title, text, date }) =>
  [
    `当前位置：首页 > 政务公开 > 政府信息公开年报 > 正文`,
    ...title,
    `来源：${office.site}  ${date ? `发布日期：${date} 09:30` : ''}  浏览次数：102  字体：【大 中 小】`,
    ...text.map((line) => `　　${line}`),
  ].join('\n\n');

const metadata: Render = ({ office, title, text, date }) =>
  [
    '索引号 | 003081/2020-00012 | 组配分类 | 政府信息公开年报 |',
    `发布机构 | ${office.publisher} | ${date ? `发文日期 | ${date} |` : '发文日期 | |'}`,
    `名称 | ${title.length === 1 ? title[0] : '年度报告'} | 文号 | 无 |`,
    ...title,
    ...text,
  ].join('\n');

const html: Render = ({ office, title, text, date }) =>
  [
    `<html><head><title>${title.join('')} - ${office.site}</title>`,
    `<meta name="SiteName" content="${office.site}">${date ? `<meta name="PubDate" content="${date} 10:00">` : ''}</head>`,
    `<body><div class="nav"><a href="/">首页</a><a href="/zwgk">政务公开</a><a href="/nb">政府信息公开年报</a></div>`,
    `<h1>${title.join('<br>')}</h1>`,
    ...text.map((line) => `<p style="text-indent:2em"><span>${line}</span></p>`),
    '<div class="footer">主办单位：某办公室 <a href="/map">网站地图</a></div></body></html>',
  ].join('\n');

const chromeTitle: Render = ({ office, title, text, date }) =>
  [
    '<html><body><div class="crumb">您现在的位置：<a href="/">首页</a> &gt; <a href="/a">信息公开</a> &gt; 正文</div>',
    `<div class="title">${title.map((line) => `<p>${line}</p>`).join('')}</div>`,
    `<div class="meta"><span>发布日期：${date ?? ''}</span><span>来源：${office.site}</span><span>点击量：7</span></div>`,
    ...title.map(
      (line) => `<p align="center"><strong>${line.replace(/\d/g, '<span>$&</span>')}</strong></p>`,
    ),
    ...text.map((line) => `<p>${line}</p>`),
    '</body></html>',
  ].join('\n');

const renderings: readonly Render[] = [lines, spaced, metadata, html, chromeTitle];
