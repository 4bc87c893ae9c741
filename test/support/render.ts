import { load } from 'cheerio/slim';

/** The text of an HTML page as a browser saves it: a line a paragraph, a table row with its cells parted by bars. */
export function asTextWithBars(html: string): string {
  const $ = load(html);
  $('script, style, head').remove();
  $('tr').each((_, row) => {
    const cells = $(row)
      .children('td, th')
      .toArray()
      .map((cell) => $(cell).text().replace(/\s+/g, ' ').trim());
    $(row).replaceWith(`<p>${cells.map((cell) => `${escapeHtml(cell)} | `).join('')}</p>`);
  });
  return linesOf($);
}

/** The same with one cell a line and nothing where a cell is empty. */
export function asTextWithCellLines(html: string): string {
  const $ = load(html);
  $('script, style, head').remove();
  $('td br, td p').each((_, el) => void $(el).replaceWith($(el).contents()));
  $('td, th').each(
    (_, cell) => void $(cell).replaceWith(`<p>${escapeHtml($(cell).text().replace(/\s+/g, ' ').trim())}</p>`),
  );
  return linesOf($);
}

function linesOf($: ReturnType<typeof load>): string {
  $('br, p, div, li, tr, h1, h2, h3, h4, header, footer, nav, table, ul, section, article').each((_, el) => {
    $(el).prepend('\n').append('\n');
  });
  return $('body')
    .text()
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n\n');
}

/** A text page as a government site would show it: menus before, related reports and a footer behind. */
export function inSitePage(text: string): string {
  const menu = ['首页', '政务公开', '政府信息公开指南', '政府信息公开年报', '互动交流']
    .map((m) => `<li><a href="/x">${m}</a></li>`)
    .join('');
  const related = [
    '甲县民政局2018年政府信息公开工作年度报告',
    '乙市2017年政府信息公开年报',
    '丙区财政局2021年政府信息公开工作年度报告',
  ];
  const links = related
    .map((r, i) => `<li><a href="/r${i}">${r}</a><span>2022-01-1${i}</span></li>`)
    .join('');
  const body = text
    .split(/\r?\n/)
    .map((line) => `<p>${escapeHtml(line)}</p>`)
    .join('\n');
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>政府信息公开</title><style>p{margin:0}</style></head><body>
<div class="top"><ul class="nav">${menu}</ul></div><div class="list"><h4>相关信息</h4><ul>${links}</ul></div>
<div class="main"><div class="article">${body}</div><div class="share">分享到：<a href="#">微信</a></div>
<div class="rel">相关阅读<ul>${links}</ul></div></div><div class="foot"><p>主办：某某政府办公室　ICP备00000000号</p><p>网站标识码：0000000000</p></div></body></html>`;
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
