/** The forms as ministries printed them, written out for the tests alone: number|label|unit|code. */
export const statistics2014 = `
一、|主动公开情况||
（一）|主动公开政府信息数（不同渠道和方式公开相同信息计1条）|条|proactive.total
其中：|主动公开规范性文件数|条|proactive.normative_documents
|制发规范性文件总数|件|proactive.normative_documents_issued
（二）|通过不同渠道和方式公开政府信息的情况||
1.|政府公报公开政府信息数|条|proactive.channel.gazette
2.|政府网站公开政府信息数|条|proactive.channel.website
3.|政务微博公开政府信息数|条|proactive.channel.weibo
4.|政务微信公开政府信息数|条|proactive.channel.wechat
5.|其他方式公开政府信息数|条|proactive.channel.other
二、|回应解读情况||
（一）|回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次）|次|response.total
（二）|通过不同渠道和方式回应解读的情况||
1.|参加或举办新闻发布会总次数|次|response.press_conferences
其中：|主要负责同志参加新闻发布会次数|次|response.press_conferences.led
2.|政府网站在线访谈次数|次|response.online_interviews
其中：|主要负责同志参加政府网站在线访谈次数|次|response.online_interviews.led
3.|政策解读稿件发布数|篇|response.interpretations
4.|微博微信回应事件数|次|response.weibo_wechat
5.|其他方式回应事件数|次|response.other
三、|依申请公开情况||
（一）|收到申请数|件|requests.received
1.|当面申请数|件|requests.received.in_person
2.|传真申请数|件|requests.received.fax
3.|网络申请数|件|requests.received.online
4.|信函申请数|件|requests.received.letter
（二）|申请办结数|件|requests.concluded
1.|按时办结数|件|requests.concluded.on_time
2.|延期办结数|件|requests.concluded.extended
（三）|申请答复数|件|requests.replied
1.|属于已主动公开范围数|件|requests.replied.already_public
2.|同意公开答复数|件|requests.replied.granted
3.|同意部分公开答复数|件|requests.replied.partially_granted
4.|不同意公开答复数|件|requests.replied.refused
其中：|涉及国家秘密|件|requests.replied.refused.state_secret
|涉及商业秘密|件|requests.replied.refused.trade_secret
|涉及个人隐私|件|requests.replied.refused.personal_privacy
|危及国家安全、公共安全、经济安全和社会稳定|件|requests.replied.refused.security_stability
|不是《条例》所指政府信息|件|requests.replied.refused.not_government_information
|法律法规规定的其他情形|件|requests.replied.refused.other_statutory
5.|不属于本行政机关公开数|件|requests.replied.not_this_body
6.|申请信息不存在数|件|requests.replied.nonexistent
7.|告知作出更改补充数|件|requests.replied.amendment_required
8.|告知通过其他途径办理数|件|requests.replied.other_channel
四、|行政复议数量|件|review.total
（一）|维持具体行政行为数|件|review.upheld
（二）|被依法纠错数|件|review.corrected
（三）|其他情形数|件|review.other
五、|行政诉讼数量|件|litigation.total
（一）|维持具体行政行为或者驳回原告诉讼请求数|件|litigation.upheld
（二）|被依法纠错数|件|litigation.corrected
（三）|其他情形数|件|litigation.other
六、|举报投诉数量|件|complaints.total
七、|依申请公开信息收取的费用|万元|fees.collected
八、|机构建设和保障经费情况||
（一）|政府信息公开工作专门机构数|个|institution.dedicated_bodies
（二）|设置政府信息公开查阅点数|个|institution.reading_points
（三）|从事政府信息公开工作人员数|人|institution.staff
1.|专职人员数（不包括政府公报及政府网站工作人员数）|人|institution.staff.full_time
2.|兼职人员数|人|institution.staff.part_time
（四）|政府信息公开专项经费（不包括用于政府公报编辑管理及政府网站建设维护等方面的经费）|万元|institution.budget
九、|政府信息公开会议和培训情况||
（一）|召开政府信息公开工作会议或专题会议数|次|meetings.held
（二）|举办各类培训班数|次|training.sessions
（三）|接受培训人员数|人次|training.participants`;

/** title;heads;row=codes;row=codes — one clause of Article 20 a line. */
export const clauses2019 = `
第二十条第（一）项;信息内容,本年新制作数量,本年新公开数量,对外公开总数量;规章=regulations.made,regulations.disclosed,regulations.public_total;规范性文件=normative_documents.made,normative_documents.disclosed,normative_documents.public_total
第二十条第（五）项;信息内容,上一年项目数量,本年增/减,处理决定数量;行政许可=licensing.previous_items,licensing.change,licensing.decisions;其他对外管理服务事项=other_services.previous_items,other_services.change,other_services.decisions
第二十条第（六）项;信息内容,上一年项目数量,本年增/减,处理决定数量;行政处罚=penalties.previous_items,penalties.change,penalties.decisions;行政强制=compulsion.previous_items,compulsion.change,compulsion.decisions
第二十条第（八）项;信息内容,上一年项目数量,本年增/减;行政事业性收费=fees.previous_items,fees.change
第二十条第（九）项;信息内容,采购项目数量,采购总金额;政府集中采购=procurement.items,procurement.amount`;

export const clauses2021 = `
第二十条第（一）项;信息内容,本年制发件数,本年废止件数,现行有效件数;规章=regulations.issued,regulations.repealed,regulations.in_force;行政规范性文件=normative_documents.issued,normative_documents.repealed,normative_documents.in_force
第二十条第（五）项;信息内容,本年处理决定数量;行政许可=licensing.decisions
第二十条第（六）项;信息内容,本年处理决定数量;行政处罚=penalties.decisions;行政强制=compulsion.decisions
第二十条第（八）项;信息内容,本年收费金额（单位：万元）;行政事业性收费=fees.amount`;

export const matrixCorner = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）';
export const matrixHeads = {
  over: '申请人情况',
  organisations: '法人或其他组织',
  applicants: ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'],
};
export const applicantCodes = [
  'natural_person',
  'business',
  'research',
  'public_welfare',
  'legal_services',
  'other_organization',
  'total',
] as const;
export const matrixResults = '三、本年度办理结果';

/** tier|group|number|label|code; rows of one edition only begin with its year. */
export const matrix = `
top||一、|本年新收政府信息公开申请数量|received
top||二、|上年结转政府信息公开申请数量|carried_over
result||（一）|予以公开|granted
result||（二）|部分公开（区分处理的，只计这一情形，不计其他情形）|partially_granted
item|（三）不予公开|1.|属于国家秘密|refused.state_secret
item|（三）不予公开|2.|其他法律行政法规禁止公开|refused.prohibited_by_law
item|（三）不予公开|3.|危及“三安全一稳定”|refused.security_stability
item|（三）不予公开|4.|保护第三方合法权益|refused.third_party_rights
item|（三）不予公开|5.|属于三类内部事务信息|refused.internal_affairs
item|（三）不予公开|6.|属于四类过程性信息|refused.process_information
item|（三）不予公开|7.|属于行政执法案卷|refused.enforcement_files
item|（三）不予公开|8.|属于行政查询事项|refused.administrative_query
item|（四）无法提供|1.|本机关不掌握相关政府信息|unable.not_held
item|（四）无法提供|2.|没有现成信息需要另行制作|unable.must_be_created
item|（四）无法提供|3.|补正后申请内容仍不明确|unable.unclear_after_correction
item|（五）不予处理|1.|信访举报投诉类申请|not_processed.petition
item|（五）不予处理|2.|重复申请|not_processed.repeated
item|（五）不予处理|3.|要求提供公开出版物|not_processed.publication
item|（五）不予处理|4.|无正当理由大量反复申请|not_processed.excessive
item|（五）不予处理|5.|要求行政机关确认或重新出具已获取信息|not_processed.reissue
result||（六）|其他处理|other
item|（六）其他处理|1.|申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请|other.not_corrected
item|（六）其他处理|2.|申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请|other.fee_unpaid
item|（六）其他处理|3.|其他|other.other
result||（七）|总计|total
top||四、|结转下年度继续办理|carried_forward`;

export const reviewHeads = {
  review: '行政复议',
  litigation: '行政诉讼',
  direct: '未经复议直接起诉',
  after: '复议后起诉',
  outcomes: ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'],
};
export const outcomeCodes = ['upheld', 'corrected', 'other', 'pending', 'total'] as const;
