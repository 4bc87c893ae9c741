import type { Random } from '../renderer/random.js';
import type { Draft } from './draft.js';
import type { Facts } from './facts.js';
import type { Sentence } from './page.js';

export type Paragraph = readonly Draft[];

export interface MadeSection {
  readonly heading: string;
  readonly paragraphs: readonly Paragraph[];
}

interface Layout {
  readonly open: string;
  readonly close: string;
  readonly openHeading: string;
  readonly closeHeading: string;
}

const HAN = '一二三四五六七八九';
/** The usual numbering of headings more often. */
const NUMBERS: readonly ((at: number) => string)[] = [
  ...Array.from({ length: 12 }, () => (at: number) => `${HAN[at]}、`),
  (at) => `${HAN[at]}、 `,
  (at) => `${HAN[at]}、 `,
  (at) => `（${HAN[at]}）`,
  (at) => `（${HAN[at]}）`,
  (at) => `${at + 1}.`,
  (at) => `${at + 1}.`,
  (at) => `${HAN[at]} `,
  (at) => `第${HAN[at]}部分 `,
];
const PLAIN: Readonly<Record<string, string>> = { '，': ',', '；': ';', '：': ':', '（': '(', '）': ')' };

/** The page as text or HTML, and where each sentence came to stand. */
export function renderPage(random: Random, facts: Facts, sections: readonly MadeSection[]) {
  const isHtml = random.chance(0.5);
  const layout = isHtml ? htmlLayout(random) : textLayout(random);
  const number = random.pick(NUMBERS);
  const title = makeTitle(random, facts);
  const sentences: Sentence[] = [];
  let text = isHtml ? head(title) : '';
  text += `${layout.openHeading}${title}${layout.closeHeading}`;
  sections.forEach(({ heading, paragraphs }, at) => {
    text += `${layout.openHeading}${number(at)}${heading}${layout.closeHeading}`;
    for (const paragraph of paragraphs) {
      text += layout.open;
      for (const written of paragraph) {
        const lines = facts.style.hasPlainPunctuation ? plain(written.text) : written.text;
        const printed = lines.replaceAll('\n', `${layout.close}${layout.open}`);
        sentences.push({ text: printed, start: text.length, spans: written.spans });
        text += printed;
      }
      text += layout.close;
    }
  });
  text += `${layout.open}${facts.publisher}${layout.close}${layout.open}${facts.year + 1}年1月20日${layout.close}`;
  return { text: isHtml ? `${text}</div></body></html>` : text, sentences };
}

function makeTitle(random: Random, { publisher, year }: Facts): string {
  return random.pick([
    `${publisher}${year}年政府信息公开工作年度报告`,
    `${publisher}${year}年度政府信息公开工作年度报告`,
    `${publisher}${year}年政府信息公开年度报告`,
    `${year}年${publisher}政府信息公开工作年度报告`,
    `${publisher}政府信息公开工作${year}年度报告`,
    `${publisher}${year}年度政府信息公开工作报告`,
    random.chance(0.4)
      ? `${publisher}关于${year}年政府信息公开工作情况的报告`
      : `${publisher}${year}年政府信息公开工作年度报告`,
  ]);
}

const plain = (text: string) => text.replace(/[，；：（）]/g, (mark) => PLAIN[mark] ?? mark);

const head = (title: string) =>
  `<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>${title}</title></head><body><div class="content">\n`;

function htmlLayout(random: Random): Layout {
  const [openHeading = '', closeHeading = ''] = random.pick([
    ['<p><strong>', '</strong></p>\n'],
    ['<h3>', '</h3>\n'],
    ['<p>', '</p>\n'],
    ['<p style="text-indent:2em"><b>', '</b></p>\n'],
  ]);
  const open = random.pick(['<p>', '<p>　　', '<p style="text-indent:2em">', '<p>&nbsp;&nbsp;&nbsp;&nbsp;']);
  return { open, close: '</p>\n', openHeading, closeHeading };
}

function textLayout(random: Random): Layout {
  const end = random.pick(['\n', '\n\n']);
  const open = random.pick(['', '　　', '    ']);
  return { open, close: end, openHeading: random.pick(['', open]), closeHeading: end };
}
