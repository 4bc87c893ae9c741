import type { Status } from '../../src/model/record.js';

/** A page that is no report, made to show one trouble: its status, and what the reason must say. */
export interface StatusCase {
  readonly trouble: string;
  readonly page: string;
  readonly status: Status;
  readonly says: RegExp;
}

const nav =
  '<div class="nav"><a href="/">首页</a><a href="/zw">政务公开</a><a href="/fw">政务服务</a><a href="/hd">互动交流</a></div>';
const foot = '<div class="foot">主办：永嘉县人民政府办公室 浙ICP备05001111号 网站标识码：3303240001</div>';
const script = '<script src="/js/app.js"></script>';
const site = (title: string, ...content: readonly string[]) =>
  `<html><head><meta charset="utf-8"><title>${title}</title>${script}</head><body>${nav}\n${content.join('\n')}\n${foot}</body></html>`;
const p = (...texts: readonly string[]) => texts.map((text) => `<p>${text}</p>`).join('\n');
const report = '永嘉县教育局2021年政府信息公开工作年度报告';

const notReport = (trouble: string, says: RegExp, page: string): StatusCase => ({
  trouble,
  page,
  status: 'not_a_report',
  says,
});

export const cases: readonly StatusCase[] = [
  notReport(
    'a notice that reports are due',
    /notice about the writing/,
    site(
      '通知公告',
      '<h1>关于做好2021年度政府信息公开工作年度报告编制发布工作的通知</h1>',
      p(
        '各乡镇（街道），县政府各部门：',
        '根据《条例》规定，现就做好2021年度政府信息公开工作年度报告编制工作通知如下。',
        '一、编制内容。按照国务院办公厅规定的格式编制，包括总体情况、主动公开政府信息情况等六个部分。',
        '二、时间要求。各单位应于2022年1月20日前完成编制，并报送县政府办公室。',
        '永嘉县人民政府办公室',
        '2021年12月20日',
      ),
    ),
  ),
  notReport(
    'a notice as text',
    /notice about the writing/,
    [
      '永嘉县人民政府办公室关于报送2016年政府信息公开年度报告的通知',
      '发布时间：2016-12-20',
      '各乡镇人民政府，县政府直属各单位：请于1月15日前报送本单位2016年度政府信息公开工作年度报告和统计表。',
      '联系人：县政府办公室信息科。',
    ].join('\n\n'),
  ),
  notReport(
    'the model of a report',
    /blank form or instructions/,
    site(
      '政府信息公开工作年度报告格式',
      '<h1>中华人民共和国政府信息公开工作年度报告格式</h1>',
      p(
        '一、总体情况',
        '二、主动公开政府信息情况',
        '三、收到和处理政府信息公开申请情况',
        '四、存在的主要问题及改进情况',
      ),
    ),
  ),
  notReport(
    'notes on how to fill in the table',
    /blank form or instructions/,
    '政府信息公开年度报告填写说明\n\n一、“本年新收数量”指统计年度内新收到的申请数量，不包括上年结转的申请。\n二、“总计”为各列数据之和。',
  ),
  notReport(
    'an explanation of a report in words',
    /explains a report/,
    site(
      '图解',
      '<h1>图解：永嘉县2021年政府信息公开工作年度报告</h1>',
      p('2021年，全县主动公开政府信息3521条，收到申请56件，全部按期办结，群众满意度不断提高。'),
    ),
  ),
  notReport(
    'an explanation that is one picture',
    /explains a report/,
    site(
      '解读',
      '<h1>一图读懂2021年永嘉县政府信息公开年报</h1>',
      '<div class="content"><p><img src="/img/long.jpg"></p></div>',
    ),
  ),
  notReport(
    'the regulation itself',
    /text of a regulation/,
    site(
      '法律法规',
      '<h1>中华人民共和国政府信息公开条例</h1>',
      p(
        '（2007年4月5日中华人民共和国国务院令第492号公布，2019年4月3日修订）',
        '第一章　总则',
        '第一条　为了保障公民、法人和其他组织依法获取政府信息，提高政府工作的透明度，制定本条例。',
        '第二条　本条例所称政府信息，是指行政机关在履行行政管理职能过程中制作或者获取的信息。',
      ),
    ),
  ),
  notReport(
    'rules of a province',
    /text of a regulation/,
    '浙江省政府信息公开暂行办法\n\n第一条 为了规范政府信息公开工作，保障公民的知情权，制定本办法。\n\n第二条 本办法适用于本省行政区域内的行政机关。',
  ),
  notReport(
    'the guide to disclosure',
    /guide, form or catalogue/,
    site(
      '信息公开指南',
      '<h1>永嘉县教育局政府信息公开指南</h1>',
      p(
        '为了更好地提供政府信息公开服务，方便公民、法人和其他组织获得本机关的政府信息，编制本指南。',
        '一、主动公开',
        '本机关主动公开下列信息：机构职能、政策文件、工作动态等，公民可在网站上查阅。',
        '二、依申请公开',
        '申请人可以当面、信函、传真等方式提出申请，本机关自收到之日起20个工作日内答复。',
      ),
    ),
  ),
  notReport(
    'the form of application',
    /guide, form or catalogue/,
    site(
      '申请表',
      '<h1>永嘉县政府信息公开申请表</h1><table><tr><td>姓名</td><td></td></tr><tr><td>工作单位</td><td></td></tr><tr><td>证件号码</td><td></td></tr><tr><td>通信地址</td><td></td></tr></table>',
    ),
  ),
  notReport(
    'news that a report is out',
    /News that a report is out/,
    site(
      '要闻',
      '<h1>永嘉县发布2021年政府信息公开工作年度报告</h1>',
      p(
        '近日，县政府办公室发布上年度政府信息公开工作年度报告。报告显示，全县主动公开政府信息3521条。',
        '报告共分六个部分，全面回顾了一年来的工作，社会各界反响良好。',
      ),
    ),
  ),
  notReport(
    'news in the words of a newspaper',
    /News that a report is out/,
    '2021年政府信息公开“成绩单”公布：永嘉县晒出年度报告\n\n本报讯 记者从县政府办公室获悉，今年全县收到申请56件，办结率百分之百，比上年有明显提高。\n\n下一步，县里将继续推进公开工作，让权力在阳光下运行。',
  ),
  notReport(
    'the statement of a website',
    /annual statement of a government website/,
    site(
      '报表',
      '<h1>永嘉县人民政府网站工作年度报表（2021年度）</h1><table><tr><td>网站名称</td><td>永嘉县人民政府</td></tr><tr><td>独立用户访问总量</td><td>1203456</td></tr><tr><td>信息发布总数</td><td>35210</td></tr></table>',
    ),
  ),
  notReport(
    'the work report of a government',
    /other work/,
    site(
      '政府工作报告',
      '<h1>政府工作报告</h1>',
      p(
        '——2022年1月10日在永嘉县第十七届人民代表大会第一次会议上',
        '一、2021年工作回顾',
        '过去一年，全县地区生产总值增长8.2%，财政总收入突破90亿元，政务公开工作扎实推进。',
        '二、2022年主要任务',
        '新的一年，我们要坚持稳中求进，推进信息公开，建设法治政府，不断增进民生福祉。',
      ),
    ),
  ),
  notReport(
    'a report on the rule of law',
    /another subject/,
    site(
      '法治政府',
      '<h1>永嘉县教育局2021年法治政府建设年度报告</h1>',
      p(
        '2021年，我局全面推进依法行政，主动公开政府信息352条，办理行政复议案件2件。',
        '一、主要做法',
        '加强领导，落实责任，规范行政决策程序，健全法律顾问制度，成效明显。',
      ),
    ),
  ),
  notReport(
    'a budget',
    /budget/,
    site(
      '预算公开',
      '<h1>永嘉县教育局2021年部门预算公开</h1>',
      p(
        '一、部门概况',
        '主要职能：贯彻执行教育方针，编制全县教育事业发展规划并组织实施。',
        '二、收支情况说明',
        '2021年收入预算12345.67万元，支出预算12345.67万元，比上年增加。',
      ),
    ),
  ),
  notReport(
    'key points for the year’s work',
    /work of disclosure/,
    '永嘉县2021年政务公开工作要点\n\n一、加强政策解读。重大政策出台后，起草部门要及时解读，扩大知晓度，回应关切。\n\n二、规范依申请公开。严格按照条例规定的时限答复，提高答复质量，减少争议。',
  ),
  notReport(
    'a page that is not found',
    /not found/,
    site('404', '<h2>404</h2>', p('抱歉，您访问的页面不存在或已被删除！')),
  ),
  notReport('a page that is not found, as text', /not found/, 'HTTP 404 - 未找到文件 Internet Explorer'),
  notReport(
    'an article that was taken down',
    /not found/,
    site('提示', p('您所查看的信息已下线，请返回首页浏览其他内容。')),
  ),
  notReport(
    'a log-in',
    /log in/,
    '<html><head><title>统一身份认证</title></head><body><form><label>用户名</label><input name="u"><label>密码</label><input type="password"><button>登录</button></form></body></html>',
  ),
  notReport(
    'a check against robots',
    /robots/,
    '<html><head><title>安全验证</title></head><body><p>请完成安全验证后继续访问</p><p>向右拖动滑块填充拼图</p></body></html>',
  ),
  notReport(
    'a firewall',
    /refused/,
    '<html><head><title>访问被拦截</title></head><body><h1>很抱歉，您的请求被防火墙拦截</h1><p>您的IP：10.0.0.1 事件编号：98327 如有疑问请联系网站管理员</p></body></html>',
  ),
  notReport('too many requests', /refused/, '访问过于频繁，请稍后再试'),
  notReport(
    'a fault of the server',
    /server/,
    '<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center></body></html>',
  ),
  notReport('an upkeep of the system', /server/, site('提示', p('系统维护中，给您带来不便敬请谅解。'))),
  notReport('an error of an interface', /interface/, '{"code":500101,"msg":"参数错误","data":null}'),
  notReport('an empty answer of an interface', /interface/, '{"success":true,"total":0,"rows":[]}'),
  notReport(
    'news about other things',
    /title, sections or figures/,
    '今日天气晴，气温二十度，适合出行，请大家注意安全，祝大家周末愉快。',
  ),
  {
    trouble: 'a list of reports',
    status: 'list_page',
    says: /A list of 5 reports/,
    page: site(
      '年报',
      `<ul>${['教育局', '民政局', '司法局', '水利局', '财政局'].map((name) => `<li><a href="/a.html">永嘉县${name}2021年政府信息公开工作年度报告</a><span>[2022-01-20]</span></li>`).join('')}</ul>`,
    ),
  },
  {
    trouble: 'a list as text',
    status: 'list_page',
    says: /A list of 3 reports/,
    page: '当前位置：首页 > 政府信息公开年报\n· 永嘉县2021年政府信息公开工作年度报告 2022-03-20\n· 永嘉县2020年政府信息公开工作年度报告 2021-03-20\n· 永嘉县2019年政府信息公开工作年度报告 2020-03-20\n共3条 1/1页',
  },
  {
    trouble: 'a list in a table',
    status: 'list_page',
    says: /A list of 4 reports/,
    page: site(
      '年报',
      `<table>${['2018', '2019', '2020', '2021'].map((year) => `<tr><td>${year}</td><td><a href="/${year}">永嘉县${year}年政府信息公开工作年度报告</a></td><td>${year}-03-01</td></tr>`).join('')}</table>`,
    ),
  },
  {
    trouble: 'results of a search',
    status: 'list_page',
    says: /fetch the pages that it links to/,
    page: site(
      '搜索',
      p('共找到相关结果3条'),
      `<div>${[2019, 2020, 2021].map((year) => `<h3><a href="/${year}">永嘉县水利局${year}年政府信息公开年报</a></h3><span>来源：永嘉县</span>`).join('')}</div>`,
    ),
  },
  {
    trouble: 'offices to choose from',
    status: 'list_page',
    says: /offices or years/,
    page: site(
      '政府信息公开年报',
      '<h2>部门政府信息公开年报</h2>',
      `<ul>${['县教育局', '县民政局', '县司法局', '县水利局', '县财政局', '瓯北街道', '岩头镇'].map((name) => `<li><a href="/x">${name}</a></li>`).join('')}</ul>`,
    ),
  },
  {
    trouble: 'a page that a script builds',
    status: 'shell',
    says: /with a browser/,
    page: `<html><head><title>政府信息公开</title>${script}</head><body><div id="app"></div></body></html>`,
  },
  {
    trouble: 'a title whose text a script fills in',
    status: 'shell',
    says: /with a browser/,
    page: site(report, `<h1>${report}</h1><div id="zoom"></div>`),
  },
  {
    trouble: 'a text in a frame',
    status: 'shell',
    says: /\/detail\/123\.html/,
    page: site(report, `<h1>${report}</h1><iframe src="/detail/123.html"></iframe>`),
  },
  {
    trouble: 'an attachment in the portable format',
    status: 'attachment_only',
    says: /\/files\/2021nb\.pdf/,
    page: site(report, `<h1>${report}</h1>`, p(`附件：<a href="/files/2021nb.pdf">${report}.pdf</a>`)),
  },
  {
    trouble: 'an attachment behind a script for downloads',
    status: 'attachment_only',
    says: /download\.jsp\?id=9/,
    page: site(
      report,
      `<h1>${report}</h1>`,
      p('<a href="/download.jsp?id=9">政府信息公开工作年度报告.docx</a>'),
    ),
  },
  {
    trouble: 'a file shown in a frame',
    status: 'attachment_only',
    says: /viewer\.html\?file=\/a\/b\.pdf/,
    page: site(report, `<h1>${report}</h1><iframe src="/pdfjs/viewer.html?file=/a/b.pdf"></iframe>`),
  },
  {
    trouble: 'attachments named in a text',
    status: 'attachment_only',
    says: /2021年政府信息公开工作年度报告\.docx/,
    page: `${report}\n发布时间：2022-01-20\n附件：永嘉县教育局2021年政府信息公开工作年度报告.docx`,
  },
  {
    trouble: 'pages as pictures',
    status: 'image_only',
    says: /\/upload\/1\.jpg, \/upload\/2\.jpg/,
    page: site(
      report,
      `<h1>${report}</h1><div class="content"><p><img src="/upload/1.jpg"></p><p><img src="/upload/2.jpg"></p></div>`,
    ),
  },
  {
    trouble: 'the table as a picture in a report without figures',
    status: 'image_only',
    says: /\/upload\/table\.png/,
    page: site(
      report,
      `<h1>${report}</h1><div class="content">`,
      p(
        '一、总体情况',
        '一年来，我局认真落实条例，健全公开机制，严格审查发布，公开工作平稳有序，群众满意度不断提高。',
        '二、主动公开政府信息情况',
        '三、收到和处理政府信息公开申请情况',
        '<img src="/upload/table.png">',
        '四、存在的主要问题及改进情况',
        '公开的内容还不够丰富，今后将加强培训，改进工作方法，提高公开的质量。',
      ),
      '</div>',
    ),
  },
  {
    trouble: 'a form that was left blank',
    status: 'no_figures',
    says: /left blank/,
    page: site(
      report,
      `<h1>${report}</h1>`,
      p('一、总体情况', '二、主动公开政府信息情况'),
      '<table><tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr><tr><td>规章</td><td></td><td></td><td></td></tr><tr><td>行政规范性文件</td><td></td><td></td><td></td></tr></table>',
    ),
  },
  {
    trouble: 'no text at all',
    status: 'empty',
    says: /fetch the page again/,
    page: '<html><head><title></title></head><body> </body></html>',
  },
  { trouble: 'white space', status: 'empty', says: /fetch the page again/, page: ' \n\n ' },
];
