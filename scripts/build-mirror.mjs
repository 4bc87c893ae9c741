// Writes src/data/mirror.json, what the repair of mirror sites' damage weighs text with: which simplified character
// a traditional one stands for, how frequent characters and neighbours are in official prose, and the readings that
// characters.json lacks (those a character has only in its simplified form, such as the toneless ones).
// Sources: opencc-js, pinyin-pro, src/data/*.json, the labels of the templates, the fixtures, and the words below.
// Usage: node scripts/build-mirror.mjs
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import phrases from 'opencc-js/dict/STPhrases';
import { pinyin } from 'pinyin-pro';

const root = new URL('..', import.meta.url).pathname;
const { Converter } = createRequire(import.meta.url)('opencc-js');
const simplify = Converter({ from: 't', to: 'cn' });
const characters = JSON.parse(readFileSync(join(root, 'src/data/characters.json'), 'utf8'));
const gbk = new TextDecoder('gb18030');
const isGb2312 = new Set();
for (let lead = 0xb0; lead <= 0xf7; lead++)
  for (let trail = 0xa1; trail <= 0xfe; trail++) isGb2312.add(gbk.decode(Uint8Array.of(lead, trail)));

/** Words of official prose, written for this list. */
const words = `
政府信息公开工作年度报告 中华人民共和国 政府信息公开条例 人民政府办公室 人民政府办公厅 国务院办公厅 根据 依据 按照 要求 规定
编制 本报告 全文 包括 总体情况 概述 主动公开 依申请公开 政府信息管理 平台建设 监督保障 行政复议 行政诉讼 存在的主要问题 改进情况
其他需要报告的事项 收到和处理 申请情况 结果维持 结果纠正 其他结果 尚未审结 总计 复议后起诉 未经复议直接起诉 所列数据 统计期限
自一月一日起至十二月三十一日止 电子版 可以在 网站 下载 如有疑问 请与 联系 地址 邮编 电话 传真 电子邮箱 规范性文件 规章 行政许可
行政处罚 行政强制 行政事业性收费 政府集中采购 现行有效 制发件数 废止件数 本年 处理决定数量 收费金额 单位 万元 自然人 法人或其他组织
商业企业 科研机构 社会公益组织 法律服务机构 其他 本年新收政府信息公开申请数量 上年结转 予以公开 部分公开 区分处理的 只计这一情形
不计其他情形 不予公开 属于国家秘密 其他法律行政法规禁止公开 危及三安全一稳定 保护第三方合法权益 属于三类内部事务信息 属于四类过程性信息
属于行政执法案卷 属于行政查询事项 无法提供 本机关不掌握相关政府信息 没有现成信息需要另行制作 补正后申请内容仍不明确 不予处理
信访举报投诉类申请 重复申请 要求提供公开出版物 无正当理由大量反复申请 要求行政机关确认或重新出具已获取信息
申请人无正当理由逾期不补正 行政机关不再处理其政府信息公开申请 申请人逾期未按收费通知要求缴纳费用 结转下年度继续处理
坚持以 习近平新时代中国特色社会主义思想为指导 深入贯彻落实 党的十九大 二十大精神 全面推进 政务公开 决策 执行 管理 服务 结果 公开
提升 提高 加强 加大 完善 健全 推动 推进 开展 强化 优化 规范 创新 促进 保障 落实 实施 制定 印发 出台 发布 公布 更新 维护 建立
机制 制度 体系 体制 程序 流程 办法 方案 意见 通知 要点 细则 规划 计划 总结 目录 指南 清单 标准 内容 范围 形式 方式 渠道 途径
政府网站 门户网站 政务新媒体 微信公众号 政务微博 公报 新闻发布会 广播电视 报刊 公示栏 电子显示屏 档案馆 图书馆 查阅点 信息公开栏
领导小组 组长 副组长 成员 办公室 负责人 分管领导 主要领导 工作人员 专职 兼职 机构 人员 经费 会议 培训 考核 评议 责任追究 检查
督查 监督 举报 投诉 社会评议 群众 公众 社会公众 人民群众 企业 公民 法人 知情权 参与权 表达权 监督权 保密审查 审核 审签 先审查后公开
重点领域 财政预算决算 三公经费 重大建设项目 公共资源配置 社会公益事业 环境保护 食品药品安全 安全生产 征地拆迁 保障性住房 教育 医疗
卫生 就业 社会保障 社会救助 扶贫 脱贫攻坚 乡村振兴 疫情防控 优化营商环境 放管服改革 权力清单 责任清单 负面清单 双随机一公开
政策解读 解读材料 图文 视频 回应关切 社会关切 热点 舆情 重大舆情 在线访谈 民意征集 互动交流 留言 咨询 答复 回复 办理 受理 办结
按时办结 延期办结 当面申请 传真申请 网络申请 信函申请 同意公开答复 不同意公开答复 不属于本行政机关公开 申请信息不存在
告知作出更改补充 告知通过其他途径办理 涉及国家秘密 商业秘密 个人隐私 危及国家安全公共安全经济安全和社会稳定 不是条例所指政府信息
法律法规规定的其他情形 维持具体行政行为 被依法纠错 其他情形 驳回原告诉讼请求 依申请公开信息收取的费用 机构建设和保障经费情况
政府信息公开专门机构 设置政府信息公开查阅点 从事政府信息公开工作人员 召开工作会议或专题会议 举办各类培训班 接受培训人员 人次
不同渠道和方式公开相同信息 其中 主动公开规范性文件 政府公报公开 政府网站公开 政务微博公开 政务微信公开 其他方式公开
回应公众关注热点 参加或举办新闻发布会总次数 主要负责同志参加 政策解读稿件发布 微博微信回应事件 截至 截止 共计 合计 累计 全年 年内
同比增长 比上年 增加 减少 下降 上升 分别为 占 件 条 次 份 篇 个 人 未收到 没有收到 没有发生 未发生 均为零 为零 无
我局 我县 我市 我区 我镇 我乡 我街道 我委 我办 全县 全市 全区 各部门 各单位 各乡镇 各街道 各科室 县政府 市政府 省政府 区政府
乡政府 镇政府 街道办事处 管理委员会 发展和改革局 财政局 教育局 公安局 民政局 司法局 人力资源和社会保障局 自然资源局 生态环境局
住房和城乡建设局 交通运输局 水利局 农业农村局 商务局 文化广电旅游局 卫生健康局 退役军人事务局 应急管理局 审计局 市场监督管理局
统计局 医疗保障局 行政审批局 城市管理局 税务局 气象局 国土资源 规划 环境 存在问题 不足 薄弱环节 不够 有待 进一步 还需 及时性
主动性 意识 认识 队伍 业务 能力 水平 质量 力度 深度 广度 便民 利民 透明度 公信力 法治政府 服务型政府 阳光政府 依法行政 改革开放
发展 经济 社会 民生 实事 项目 建设 工程 城乡 农村 产业 招商 旅游 文化 资金 预算 决算 采购 招标 投标 拍卖 土地 出让 价格 收费
执法 处罚 许可 审批 备案 核准 登记 注销 变更 证明 事项 材料 时限 窗口 大厅 综合 科技 技术 数据 资源 共享 开放 应用 系统 功能
栏目 版块 首页 导航 检索 链接 点击 浏览 访问 阅读 转载 关注 账号 备注 附件 附表 说明 注 填报 单位负责人 审核人 填报人 联系电话
填报日期 索引号 分类 发布机构 发文日期 文号 时效 来源 发布时间 浏览次数 信息来源 当前位置 上一篇 下一篇 打印 关闭 字体 大中小 主办
承办 协办 版权所有 技术支持 网站地图 联系我们 建议 提案 人大代表 政协委员 议案 现将 特此 有关 以及 或者 并且 对于 关于 由于 因此
同时 此外 另外 首先 其次 最后 一是 二是 三是 四是 五是 方面 主要 基本 情况 如下 以下 以上 之间 之后 之前 期间 过程 环节 阶段
能够 应当 必须 不得 可以 需要 已经 正在 将 与 会 发 对 从 为 个 们 这 那 来 时 后 里 还 进 过 说 学 习 领导 班子 党组 党委 党政
组织 宣传 学习 引导 教育 动员 调研 调查 研究 分析 探索 实践 经验 做法 成效 成绩 特色 亮点 典型 示范 试点 基层 两化 标准化 规范化
信息化 数字化 智能 电子政务 互联网 大数据 云平台 客户端 二维码 短信 热线 书记 县长 市长 局长 主任 科长 副 正 职务 职责 职能 任务
分工 协调 配合 联动 衔接 沟通 反馈 整改 问题 原因 措施 对策 下一步 打算 今后 继续 努力 争取 确保 严格 认真 积极 主动 切实 有效
及时 准确 全面 真实 完整 统一 具体 明确 详细 深入 扎实 稳步 有序 逐步 不断 持续 长期 日常 定期 专项 重点 关键 核心 突出 围绕
贯穿 融入 体现 满足 需求 便利 方便 快捷 高效 优质 满意 获得感 幸福感 安全感 信任 支持 理解 参与 监管 风险 隐患 安全 稳定 和谐
健康 绿色 美丽 富强 民主 文明 法治 公平 公正 诚信 廉洁 纪律 作风 效能 机关 事业单位 国有企业 社会团体 公用事业 供水 供电 供气
办件 收件 登记 转办 交办 督办 催办 归档 存档 备查 台账 档案 文件 资料 材料 移送 报送 上报 汇总 统计 核实 校对 复核 抽查 通报
进行 运行 实行 实现 公告 重要 金融 交易 对象 拓展 分配 深化 依托 舆论 事故 打造 做到 梳理 增强 建成 化解 监察 供应 广泛 大力 有力
保险 违法 违规 点击率 投入 投资 升级 认定 一件 一批 主体 模式 开通 取得 作用 解决 三级 二级 一级 查处 形势 降低 银行 资本 处置 发挥
改造 承诺 上级 下级 对接 指引 利益 关系 新闻 宣讲 讲话 讲解 授课 参会 参训 出席 主持 研讨 座谈 交流 走访 慰问 帮扶 救济 低保 养老
医院 医药 医生 学校 学生 教师 招生 考试 录用 公务员 聘用 职工 工资 工会 劳动 仲裁 纠纷 调解 案件 法院 检察院 律师 判决 裁定 诉讼
河流 水库 水质 空气 污染 排放 治理 整治 清理 绿化 园林 道路 公路 铁路 桥梁 港口 机场 车辆 驾驶 客运 货运 物流 仓储 电力 煤炭 石油
粮食 种植 养殖 畜牧 渔业 林业 森林 草原 耕地 宅基地 合作社 龙头企业 品牌 专利 商标 知识产权 消费者 市场主体 营业执照 个体工商户
外资 外贸 出口 进口 关税 海关 口岸 开发区 高新区 工业园 园区 街区 社区 居委会 村委会 村民 居民 业主 物业 房屋 房地产 房产 住宅 租赁
贷款 存款 利率 债务 债券 股份 股票 基金 补贴 补助 奖励 表彰 先进 优秀 荣誉 称号 竞赛 比赛 活动 节日 假期 值班 值守 应急 演练 救援
火灾 地震 洪水 台风 干旱 灾害 灾情 损失 伤亡 死亡 事件 突发 预警 预报 监测 检测 检验 鉴定 评估 评价 评选 评审 论证 听证 征求 采纳
草案 修订 修改 清理结果 有效 失效 继续有效 条款 章节 附则 总则 解释 适用 情节 严重 轻微 从轻 从重 罚款 没收 吊销 责令 停产 停业
电话号码 手机 固定 传输 宽带 通信 邮政 快递 邮件 信箱 信件 来信 来访 接待 接访 群众来信 咨询服务 查询服务 服务事项 服务指南 办事
运用 利用 采用 采取 借助 结合 根据实际 因地制宜 统筹 兼顾 平衡 稳妥 有力 有序 明显 显著 较大 较好 较高 更加 更好 更多 最大 最新 最后
该项 该局 该县 本级 本市 本县 本区 本部门 本单位 本行政机关 各级 各类 各项 各种 各镇 各村 全体 全部 全国 全省 全程 全员 整体 局部
名称 标题 正文 格式 版式 样式 表格 图表 数值 数量 金额 比例 比重 指标 计量 标识 编号 序号 代码 日期 时间 年份 季度 月份
`.split(/\s+/u);

const han = (text) => text.match(/\p{Script=Han}+/gu) ?? [];
const read = (path) => readFileSync(join(root, path), 'utf8');
const fixtures = readdirSync(join(root, 'fixtures'), { recursive: true, encoding: 'utf8' })
  .filter((path) => /page\.(?:html|txt)$/.test(path))
  .map((path) => read(join('fixtures', path)).replace(/<[^>]*>/g, '\n'));
const labels = readdirSync(join(root, 'src/data/templates')).map((name) =>
  read(join('src/data/templates', name, 'template.json')),
);
const sources = [...fixtures, ...labels, read('src/data/indicators.tsv'), words.join('\n')];

const pairs = new Map();
const singles = new Map();
const add = (map, key) => map.set(key, (map.get(key) ?? 0) + 1);
for (const run of sources.flatMap((text) => han(simplify(text)))) {
  const chars = [...run];
  chars.forEach((char, at) => {
    add(singles, char);
    if (at > 0) add(pairs, chars[at - 1] + char);
  });
}

/** Neighbours in the words of OpenCC's dictionary, among the most frequent characters. */
const inWords = new Map();
for (const entry of phrases.split('|')) {
  const chars = [...(entry.split(' ')[0] ?? '')];
  for (let at = 1; at < chars.length; at++) add(inWords, chars[at - 1] + chars[at]);
}

const general = [...new Set([...characters.common].map((char) => simplify(char)))];
const weight = new Map(general.map((char, at) => [char, 120 / (at + 10)]));
for (const [char, count] of singles) weight.set(char, (weight.get(char) ?? 0) + Math.sqrt(count));
const frequent = [...weight].sort((a, b) => b[1] - a[1]).map(([char]) => char);
const most = new Set(frequent.slice(0, 1000));
const successors = new Map();
for (const [pair, count] of inWords) {
  const [first, second] = pair;
  if (count < 2 || pairs.has(pair) || !most.has(first) || !most.has(second)) continue;
  successors.set(first, (successors.get(first) ?? '') + second);
}
const neighbours = [...pairs].sort((a, b) => b[1] - a[1]).map(([pair]) => pair);

const simple = [];
const readings = {};
for (let code = 0x4e00; code <= 0x9fff; code++) {
  const char = String.fromCharCode(code);
  const plain = simplify(char);
  if (plain === char || plain.length !== 1) continue;
  simple.push(char + plain);
  const known = (characters.readings[char] ?? '').split(' ');
  const all = [char, plain].flatMap((c) => pinyin(c, { multiple: true, type: 'array' }));
  const missing = [...new Set(all)].filter(
    (r) => /^\p{Script=Latin}+$/u.test(r) && r !== char && !known.includes(r),
  );
  if (missing.length > 0 && (characters.readings[char] || isGb2312.has(char)))
    readings[char] = missing.join(' ');
}

const lines = Object.entries({
  simple: simple.join(''),
  frequent: frequent.join(''),
  neighbours: neighbours.join(''),
  successors: [...successors].map(([first, seconds]) => first + seconds).join(' '),
  readings,
}).map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`);
writeFileSync(join(root, 'src/data/mirror.json'), `{${lines.join(',\n')}}\n`);
console.log(
  `${simple.length} traditional, ${frequent.length} frequent, ${neighbours.length} pairs, ${Object.keys(readings).length} with more readings`,
);
