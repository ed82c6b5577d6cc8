import type { Cell } from './book.ts';
import type { Role } from './roles.ts';
import { tight } from './text.ts';

/** Header words in full, the surest first: of two columns with one role the surer keeps it. */
const EXACT: Partial<Record<Role, string>> = {
  name: '姓名 服务对象姓名 走访对象姓名 对象姓名 走访对象 服务对象 被访人 被访者 受访人 受访者 被走访人 探访对象 受访对象 案主姓名 案主 居民姓名 老人姓名 人员姓名 名字 对象 签到人 参加人姓名 户主姓名 户主 name',
  sex: '性别 男/女',
  idNumber: '身份证号 身份证号码 身份证 证件号码 证件号 公民身份号码 居民身份证号码 居民身份证号 身份证件号',
  birth: '出生日期 出生年月日 出生年月 出生时间 生日 出生',
  age: '年龄 周岁 岁数',
  village:
    '村 村社区 村居 村/社区 村居社区 所属村 所在村 所属村社区 所在村社区 社区 行政村 村名 村委会 居委会 居住村 所属社区 所在社区 所属村居 所在村居 村(居) 辖区',
  villageGroup: '组 小组 村民小组 组别 所在组 楼栋 门牌 门牌号 楼栋门牌 队 组、楼栋',
  address: '住址 地址 家庭住址 居住地址 详细地址 现住址 家庭地址 现居住地 户籍地址 居住地',
  groups:
    '类别 人员类别 对象类别 服务对象类别 对象类型 人群 人群类别 困难类型 身份类别 类型 救助类别 服务类别 人员类型 人群分类 困难类别',
  level:
    '跟进级别 跟进等级 关注等级 关注级别 关爱等级 关爱级别 探访等级 探访级别 走访等级 走访级别 服务等级 服务级别 风险等级 风险级别 follow-uplevel',
  phone: '联系电话 电话 手机 手机号 手机号码 联系方式 电话号码 本人电话 联系号码',
  date: '走访日期 走访时间 探访日期 探访时间 服务日期 服务时间 家访日期 家访时间 入户日期 入户时间 活动日期 活动时间 签到日期 日期 时间 年月日 date',
  year: '年 年份',
  month: '月 月份',
  dayOfMonth: '日',
  workers:
    '走访人 走访人员 走访社工 走访者 走访干部 探访人 探访人员 探访社工 探访者 家访人 社工 社工姓名 服务社工 跟进社工 责任社工 负责社工 工作人员 服务人员 走访工作人员 记录人 填表人 经办人 负责人',
  minutes: '时长 走访时长 探访时长 服务时长 用时 耗时 分钟 分钟数 持续时间 走访用时',
  startTime: '开始时间 起始时间 开始',
  endTime: '结束时间 终止时间 结束',
  channel: '走访方式 探访方式 服务方式 方式 走访形式 服务形式 形式',
  note: '走访情况 走访内容 走访记录 走访情况记录 探访情况 探访内容 探访记录 家访情况 服务内容 服务情况 情况记录 主要情况 情况 主要内容 内容 记录 具体情况 情况说明 过程记录',
  needs: '需求 需求情况 主要需求 服务需求 诉求 困难诉求 存在问题 问题与需求 反映问题 困难需求 需求或问题 问题',
  nextOn:
    '下次走访 下次走访时间 下次走访日期 下次探访 下次探访时间 下次回访 回访时间 回访日期 下次跟进 下次服务 下次时间 下次日期 预约下次 下次',
  activity: '活动名称 活动 活动主题 小组名称 项目名称 会议名称 主题 名称',
  attendees:
    '参加人员 参与人员 签到人员 出席人员 人员名单 参加人员名单 参加名单 签到名单 名单 参加人 参与者 签到 到场人员 参会人员',
  place: '地点 活动地点 走访地点 服务地点',
  remark: '备注 附注 说明',
  unused:
    '序号 编号 号 no no. 档案编号 档案号 建档日期 建档时间 登记日期 登记时间 录入时间 更新时间 填表日期 认定时间 签字 签名 审核 人数 照片',
};

const KNOWN = new Map<string, { role: Role; rank: number }>();
for (const [role, words] of Object.entries(EXACT)) {
  for (const [rank, word] of words.split(' ').entries()) {
    if (!KNOWN.has(word)) KNOWN.set(word, { role: role as Role, rank });
  }
}

/** Looser signs, tried in this order when the words are not known in full. */
const LOOSE: readonly [RegExp, Role][] = [
  [/建档|登记|录入|更新|填表|认定|享受|审核|签字|签名|序号|编号/, 'unused'],
  [/监护|紧急联系|家属|配偶|子女|父亲|母亲|照料人|照护人/, 'unused'],
  [/身份证|证件号/, 'idNumber'],
  [/出生|生日/, 'birth'],
  [/下次|下一次|复访|回访/, 'nextOn'],
  [/时长|用时|分钟|小时数/, 'minutes'],
  [/电话|手机|联系方式/, 'phone'],
  [/(走访|探访|家访|服务|入户)(人|者|社工|干部)|社工|工作人员|记录人/, 'workers'],
  [/姓名|对象$|受访|被访/, 'name'],
  [/性别/, 'sex'],
  [/年龄|周岁/, 'age'],
  [/地址|住址/, 'address'],
  [/村民小组|组别/, 'villageGroup'],
  [/类别|类型|人群/, 'groups'],
  [/(参加|参与|签到|出席|参会)(人|者|名单)/, 'attendees'],
  [/活动名|小组名|活动主题/, 'activity'],
  [/日期|时间/, 'date'],
  [/所[属在]|村|社区|居委/, 'village'],
  [/需求|诉求|问题/, 'needs'],
  [/情况|内容|记录/, 'note'],
  [/方式|形式/, 'channel'],
  [/备注/, 'remark'],
];

/** Headers of the follow-up level; every other grade (残疾等级, 低保等级, 护理等级 …) is another thing. */
const LEVEL =
  /^(社工|重点|日常|老人|服务对象)?(跟进|关注|关爱|关怀|探访|走访|家访|巡访|探视|回访|随访|帮扶|服务|风险)(对象)?(等级|级别|分级|程度)$/;

/** Longest text that is still taken for a header. */
const MOST_HEADER = 20;

/** A header without spaces, stars and what stands in brackets. */
export function headerText(cell: Cell | undefined): string {
  const words = tight(cell).replace(/[*:]/g, '').toLowerCase();
  return words.replace(/\([^)]*\)/g, '') || words;
}

/** What a header says its column holds, and how sure (lower is surer); undefined when it says nothing known. */
export function roleOf(cell: Cell | undefined): { role: Role; rank: number } | undefined {
  if (typeof cell === 'number') return undefined;
  const words = headerText(cell);
  if (words === '' || words.length > MOST_HEADER) return undefined;
  const whole = KNOWN.get(tight(cell).replace(/[*:]/g, '').toLowerCase()) ?? KNOWN.get(words);
  if (whole) return whole;
  if (/等级|级别|分级|程度$/.test(words)) return { role: LEVEL.test(words) ? 'level' : 'unused', rank: 100 };
  if (words.length > 10) return undefined;
  const loose = LOOSE.findIndex(([sign]) => sign.test(words));
  return loose < 0 ? undefined : { role: LOOSE[loose]?.[1] ?? 'unused', rank: 100 + loose };
}
