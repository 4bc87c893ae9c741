// What government sites put around a report: styles and scripts in the page, menus, search forms with hidden fields,
// lists of other documents, layout tables, share buttons, links to other sites and a footer. Built, not copied.

const sections = [
  '信息公开指南',
  '机构职能',
  '政策文件',
  '规划计划',
  '财政预决算',
  '人事信息',
  '重点领域',
  '行政许可',
];
const towns = ['东湖', '西岭', '南桥', '北门', '新城', '清河', '白石', '长林', '平安', '高台'];
const topics = [
  '关于做好春季防火工作的通知',
  '召开全体干部会议',
  '部门预算公开',
  '公开招聘工作人员的公告',
  '办事指南更新',
];
const day = (i) =>
  `20${10 + (i % 14)}-${String(1 + (i % 12)).padStart(2, '0')}-${String(1 + (i % 28)).padStart(2, '0')}`;
const many = (count, make) => Array.from({ length: count }, (_, i) => make(i)).join('');

/** Each returns about one to three KB; `i` makes no two the same. */
const kinds = {
  style: (i) =>
    `<style type="text/css">\n${many(18, (k) => `.col${i}_${k} a:hover,#nav${i}_${k} li{float:left;width:${90 + k}px;background:url(/images/bg${i}.gif) no-repeat 0 -${k * 20}px;color:#${(i * 7919 + k * 104729).toString(16).slice(-6).padStart(6, '3')}}\n`)}</style>\n`,
  script: (i) =>
    `<script type="text/javascript">\n${many(8, (k) => `function show${i}_${k}(id){var d=document.getElementById("tab${k}_"+id);for(var n=0;n<${k + 3}&&d;n++){if(n<id&&d.style){d.style.display="none";}else{d.innerHTML='<li class="on">'+n+'<\\/li>';}}}\n`)}</script>\n`,
  menu: (i) =>
    `<div class="menu" id="menu${i}"><ul class="first">\n${many(6, (k) => `<li class="m${k}"><a href="/zwgk/${i}/${k}/index.html" target="_blank">${sections[(i + k) % sections.length]}</a>\n<ul class="sub" style="display:none"><li><a href="/zwgk/${i}/${k}/1.html">${towns[k]}镇</a></li><li><a href="/zwgk/${i}/${k}/2.html">${towns[(k + i) % 10]}街道</a></li></ul></li>\n`)}</ul></div>\n`,
  hidden: (i) =>
    `<form name="search${i}" action="/search.jsp" method="post"><input type="hidden" name="__VIEWSTATE${i}" value="${many(30, (k) => `/wEPDwUKMTY${(i * 31 + k) * 7919}ZGQ2bWx${k}Qk`)}" /><input type="text" name="q" value="请输入关键字" onfocus="this.value=''"/><select name="kind">${many(6, (k) => `<option value="${k}">${sections[k]}</option>`)}</select><input type="image" src="/images/so.gif"/></form>\n`,
  list: (i) =>
    `<div class="list"><div class="title"><span>${sections[i % sections.length]}</span><a href="/more/${i}.html" class="more">更多&gt;&gt;</a></div><ul>\n${many(9, (k) => `<li><a href="/art/${day(i + k).replaceAll('-', '/')}/art_${i}_${k}.html" title="${towns[(i + k) % 10]}区${topics[k % 5]}" target="_blank">${towns[(i + k) % 10]}区${topics[k % 5]}</a><span class="date">${day(i + k)}</span></li>\n`)}</ul></div>\n`,
  layout: (i) =>
    `<table width="100%" border="0" cellspacing="0" cellpadding="0"><tr><td width="12" background="/images/l${i}.gif">&nbsp;</td><td>\n<table width="100%"><tr>${many(4, (k) => `<td align="center" valign="top" style="padding:4px 8px;line-height:22px"><a href="/zt/${i}${k}/"><img src="/images/zt${i}_${k}.jpg" width="180" height="60" border="0" alt="专题"/></a><br/><font color="#333333">${towns[k]}专题${i}</font></td>\n`)}</tr></table></td><td width="12"></td></tr></table>\n`,
  comment: (i) => `<!-- ${many(8, (k) => `begin module ${i}.${k} cached ${day(k)} 模块`)} -->\n`,
};
/** How the chrome of one page is made up, over and over. */
const ORDER = [
  'menu',
  'list',
  'script',
  'layout',
  'list',
  'hidden',
  'list',
  'style',
  'menu',
  'comment',
  'list',
  'script',
];

/** The page with as much chrome that it has `bytes` in UTF-8: half of it before the report, half of it behind. */
export function wrapInSite(html, bytes) {
  const missing = bytes - Buffer.byteLength(html);
  const parts = [];
  for (let size = 0, i = 0; size < missing; i++) {
    parts.push(kinds[ORDER[i % ORDER.length]](i));
    size += Buffer.byteLength(parts.at(-1));
  }
  const half = Math.floor(parts.length / 2);
  const body = /<body[^>]*>/i.exec(html);
  const from = body ? body.index + body[0].length : 0;
  const close = html.search(/<\/body>/i);
  const to = close < 0 ? html.length : close;
  const before = parts.slice(0, half).join('');
  return `${html.slice(0, from)}${before}${html.slice(from, to)}${parts.slice(half).join('')}${html.slice(to)}`;
}
