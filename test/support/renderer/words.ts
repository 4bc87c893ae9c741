/** Names, headings and sentences of the made-up pages. No figure of a table is repeated in them. */
export const places = ['青岚市', '望川县', '白石镇', '临江区', '云门县'];
export const bodies = ['人民政府', '人民政府', '财政局', '教育局', '农业农村局'];

export const headings2014 = [
  '一、概述',
  '二、主动公开政府信息情况',
  '三、依申请公开政府信息情况',
  '四、政府信息公开的收费及减免情况',
  '五、因政府信息公开申请行政复议、提起行政诉讼的情况',
  '六、政府信息公开工作存在的主要问题及改进情况',
  '七、其他需要报告的事项',
  '八、附表',
];

export const headings2019 = [
  '一、总体情况',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项',
];

export const sentences = [
  '一年来，我单位认真贯彻落实《条例》，坚持以公开为常态、不公开为例外，不断完善工作机制，稳步推进各项工作。',
  '同时，我们加强组织领导，明确责任分工，健全审核制度，规范公开流程，提高了工作的质量和水平。',
  '工作中也还存在一些不足，主要是公开内容的针对性有待增强，人员的业务能力需要进一步提高，今后将着力改进。',
  '下一步，将继续加强培训，拓宽渠道，细化目录，及时回应社会关切，努力提升群众的满意度和获得感。',
];

export const nothingMore = '无其他需要报告的事项。';

/** Labels of rows that localities put in; no indicator takes them. */
export const localRows = {
  statistics: [
    '手机短信公开政府信息数',
    '电视广播公开政府信息数',
    '宣传栏公开政府信息数',
    '政府开放日活动次数',
    '电话申请数',
    '申请人主动撤回数',
    '便民服务窗口咨询人次',
    '政务热线来电办理数',
  ],
  clause: ['行政确认', '行政奖励', '行政征收', '行政给付', '公共服务事项'],
  matrix: ['申请人主动撤回申请', '转交其他机关办理', '非政府信息公开申请', '移送信访部门处理'],
};

export const localSection = '政务公开平台建设情况';

/** Characters that stand where another stood: slips of the keyboard and of OCR. */
export const slips = '已己巳未末土士日曰于干大太人入';
