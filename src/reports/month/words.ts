import type { EventKind, ServiceField } from '../../ledger/terms.ts';
import type { Language } from '../../platform/words/sentence.ts';
import type { Figures } from './schema.ts';

/** Everything the paper says, in one language. {name} is filled in; `one|many` chooses by the number. */
export interface PaperWords {
  title: string;
  context: string;
  numbered: readonly string[];
  headings: Record<'whole' | 'fields' | 'contract' | 'residents' | 'money' | 'next', string>;
  units: Record<keyof Figures | 'sheets' | 'hours', string>;
  kinds: Record<EventKind, string>;
  fields: Record<ServiceField, string>;
  whole: string;
  worked: string;
  /** Acts whose time is not in the hours. */
  notWorked: { is: string; minutes: string; worker: string };
  leftOut: { is: string; unmet: string; again: string; byPhone: string };
  proven: string;
  outside: string;
  none: string;
  together: string;
  columns: readonly string[];
  /** Columns of the contract's table; the last names the time that has passed, where all indicators have one time. */
  contractColumns: readonly string[];
  passed: string;
  everybodyOnce: string;
  given: { residents: string; committee: string; hours: string; money: string; and: string; none: string };
  spent: string;
  spentOn: string;
  noLine: string;
  nothingSpent: string;
  dueVisits: string;
  steps: string;
  notice: string;
  notices: string;
  nothingNext: string;
  attached: string;
  attachments: Record<'visits' | 'sign-in-sheet' | 'photo' | 'voucher', string>;
  signatures: readonly string[];
  seal: string;
  code: string;
  comma: string;
  semicolon: string;
  stop: string;
}

const zh: PaperWords = {
  title: '{station}工作月报',
  context: '{year} 年 {month} 月　　截至 {at}',
  numbered: ['一、', '二、', '三、', '四、', '五、', '六、'],
  headings: {
    whole: '服务总体情况',
    fields: '分领域情况',
    contract: '对照合同',
    residents: '居民出力',
    money: '经费',
    next: '下月安排',
  },
  units: {
    events: '{n} 次',
    people: '{n} 人',
    personTimes: '{n} 人次',
    households: '{n} 户',
    householdTimes: '{n} 户次',
    sessions: '{n} 节',
    occasions: '{n} 场',
    worked: '{n} 小时',
    proven: '{n} 笔',
    outside: '{n} 件',
    spent: '{n} 元',
    sheets: '{n} 张',
    hours: '{n} 小时',
  },
  kinds: {
    visit: '走访 {householdTimes}，涉及 {households}',
    contact: '面谈、电话 {events}，{people}',
    'case-session': '个案服务 {events}，{people}',
    'group-session': '小组 {sessions}、{personTimes}',
    activity: '社区活动 {occasions}、{personTimes}',
    meeting: '议事会 {occasions}、{personTimes}',
    'work-day': '劳动日 {occasions}、{personTimes}',
    supervision: '督导 {events}',
    training: '培训 {occasions}、{personTimes}',
    'resource-link': '资源链接 {events}',
    crisis: '危机介入 {events}',
    other: '其他工作 {events}',
  },
  fields: {
    'social-assistance': '社会救助',
    'elder-care': '养老服务',
    'child-welfare': '儿童福利',
    governance: '社区治理',
    'social-affairs': '社会事务',
  },
  whole: '本月服务 {people}、{personTimes}。其中：{kinds}。',
  worked: '社工投入 {worked}。',
  notWorked: { is: '没有算进社工投入的：{parts}。', minutes: '没写时间 {count}', worker: '没写是谁做的 {count}' },
  leftOut: {
    is: '没有算进户次的：{parts}。',
    unmet: '没见到人 {count}',
    again: '同一户同一天又去 {count}',
    byPhone: '电话走访 {count}',
  },
  proven: '记下的 {events} 笔里，有签字、照片或旁人确认的 {proven}。',
  outside: '合同以外应邀做的有 {outside}。',
  none: '本月还没有记下服务。',
  together: '合计',
  columns: ['服务领域', '服务人数', '服务人次', '走访户数', '走访户次', '小组', '活动', '社工投入', '支出'],
  contractColumns: ['指标', '本月', '累计', '全期应完成', '做了'],
  passed: '时间过了 {share}%，做了',
  everybodyOnce:
    '同一人、同一户、同一户同一天在合计里只数一次，所以人数、户数、户次的合计不一定等于各行相加；小时四舍五入到一位，也是这样。',
  given: {
    residents: '居民和居民小组',
    committee: '村居两委',
    hours: '出工 {hours}',
    money: '出资 {money}',
    and: '、',
    none: '本月没有记到居民出工、出资。',
  },
  spent: '本月支出 {spent}，其中{lines}。',
  spentOn: '{line} {amount}',
  noLine: '没写科目的',
  nothingSpent: '本月没有记到支出。',
  dueVisits: '下月该走访 {n} 户。',
  steps: '已约好下月跟进 {n} 件。',
  notice: '{day}{title}',
  notices: '已通知居民的活动：{notices}。',
  nothingNext: '下月的安排还没有记。',
  attached: '附件：{attachments}。',
  attachments: {
    visits: '走访明细 {count}',
    'sign-in-sheet': '签到表 {count}',
    photo: '照片 {count}',
    voucher: '凭据 {count}',
  },
  signatures: ['填表', '站长', '日期'],
  seal: '单位盖章处',
  code: '账本记到第 {lines} 行，校验码 {code}',
  comma: '，',
  semicolon: '；',
  stop: '。',
};

const en: PaperWords = {
  title: 'Monthly report of {station}',
  context: '{year}-{month}, counted {at}',
  numbered: ['1. ', '2. ', '3. ', '4. ', '5. ', '6. '],
  headings: {
    whole: 'The work as a whole',
    fields: 'By service field',
    contract: 'Against the contract',
    residents: 'What residents gave',
    money: 'Money',
    next: 'Next month',
  },
  units: {
    events: '{n} time|{n} times',
    people: '{n} person|{n} people',
    personTimes: '{n} attendance|{n} attendances',
    households: '{n} household|{n} households',
    householdTimes: '{n} household visit|{n} household visits',
    sessions: '{n} group session|{n} group sessions',
    occasions: '{n} occasion|{n} occasions',
    worked: '{n} hour|{n} hours',
    proven: '{n}',
    outside: '{n}',
    spent: '{n} yuan',
    sheets: '{n}',
    hours: '{n} hour|{n} hours',
  },
  kinds: {
    visit: '{householdTimes} to {households}',
    contact: 'talks and calls {events}, {people}',
    'case-session': 'casework {events}, {people}',
    'group-session': '{sessions} with {personTimes}',
    activity: 'community activities: {occasions}, {personTimes}',
    meeting: 'deliberations: {occasions}, {personTimes}',
    'work-day': 'work days: {occasions}, {personTimes}',
    supervision: 'supervision {events}',
    training: 'training: {occasions}, {personTimes}',
    'resource-link': 'resources linked {events}',
    crisis: 'crises {events}',
    other: 'other work {events}',
  },
  fields: {
    'social-assistance': 'Social assistance',
    'elder-care': 'Elder care',
    'child-welfare': 'Child welfare',
    governance: 'Community governance',
    'social-affairs': 'Social affairs',
  },
  whole: 'This month {people} were reached, with {personTimes}: {kinds}.',
  worked: 'Workers gave {worked}.',
  notWorked: { is: 'Not among the hours: {parts}.', minutes: 'without a time {count}', worker: 'nobody named {count}' },
  leftOut: {
    is: 'Not among the household visits: {parts}.',
    unmet: 'nobody met {count}',
    again: 'the same household again that day {count}',
    byPhone: 'visits by phone {count}',
  },
  proven: 'Of {events} records, signed, photographed or confirmed: {proven}.',
  outside: 'Asked for from outside the contract: {outside}.',
  none: 'Nothing has been recorded for this month yet.',
  together: 'Together',
  columns: ['Field', 'People', 'Attendances', 'Households', 'Visits', 'Sessions', 'Occasions', 'Worker hours', 'Spent'],
  contractColumns: ['Indicator', 'This month', 'So far', 'Asked for', 'Done'],
  passed: '{share}% of the time; done',
  everybodyOnce:
    'Everybody, every household, and every household’s day is counted once in the last row, so people, households and visits may be less than the sum of the rows above.',
  given: {
    residents: 'Residents and their groups ',
    committee: 'The village committees ',
    hours: 'gave {hours} of work',
    money: 'gave {money}',
    and: ' and ',
    none: 'No work or money given by residents was recorded.',
  },
  spent: 'Spent: {spent}; of it {lines}.',
  spentOn: '{line} {amount}',
  noLine: 'without a budget line',
  nothingSpent: 'No spending was recorded.',
  dueVisits: 'Households due a visit next month: {n}. ',
  steps: 'Follow-ups agreed for next month: {n}.',
  notice: '{day} {title}',
  notices: 'Announced to residents: {notices}.',
  nothingNext: 'Nothing is recorded for next month yet.',
  attached: 'Attached: {attachments}.',
  attachments: {
    visits: 'list of visits {count}',
    'sign-in-sheet': 'sign-in sheets {count}',
    photo: 'photos {count}',
    voucher: 'vouchers {count}',
  },
  signatures: ['Filled in by', 'Station head', 'Date'],
  seal: 'Seal',
  code: 'Books at entry {lines}, check code {code}',
  comma: ', ',
  semicolon: '; ',
  stop: '.',
};

export const PAPER_WORDS: Record<Language, PaperWords> = { zh, en };
