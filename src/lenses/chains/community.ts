import type { ChainPart } from './part.ts';

/** Study 001: three factors, seven strategies, three stages, three communities. */
export const COMMUNITY_PARTS: readonly ChainPart[] = [
  {
    key: 'intrinsic',
    row: 'factors',
    words: { zh: '愿意来、来得了的人', en: 'Who is willing and able' },
    term: { zh: '内生因素', en: 'Intrinsic factors' },
    record: {
      zh: '愿不愿意、来不来得了的问卷，还没有地方记',
      en: 'Surveys of who is willing and able have no place yet',
    },
  },
  {
    key: 'environment',
    row: 'factors',
    words: { zh: '说话办事的规矩和场子', en: 'Rules and places for speaking up' },
    term: { zh: '治理环境', en: 'Governance environment' },
    record: {
      zh: '协议、议事会、没谈拢的事，还没有地方记',
      en: 'Agreements, forums and open tensions have no place yet',
    },
  },
  {
    key: 'endowment',
    row: 'factors',
    words: { zh: '手里有的家底', en: 'What there is to begin with' },
    term: { zh: '禀赋资源', en: 'Endowed resources' },
    record: { zh: '公共地方和大家会的本事，还没有地方记', en: 'Shared places and skills have no place yet' },
  },
  {
    key: 'strategies',
    row: 'strategies',
    words: { zh: '七种做法', en: 'Seven ways of working' },
    term: { zh: '七种实践策略', en: 'Seven practice strategies' },
    record: { zh: '记一件事时点上用了哪种做法', en: 'Tap the way of working when recording an act' },
  },
  {
    key: 'rooting',
    row: 'stages',
    words: { zh: '扎下根', en: 'Taking root' },
    term: { zh: '扎根（活起来）', en: 'Rooting' },
    record: { zh: '见了谁、谁又来，记满半年才判', en: 'Contacts and returns; judged after half a year of records' },
  },
  {
    key: 'coordination',
    row: 'stages',
    words: { zh: '协调起来', en: 'Coming together' },
    term: { zh: '协调（动起来）', en: 'Coordination' },
    record: { zh: '议事会、决定、意见不合，还没有地方记', en: 'Forums, decisions and disagreements have no place yet' },
  },
  {
    key: 'symbiosis',
    row: 'stages',
    words: { zh: '长在一起', en: 'Growing together' },
    term: { zh: '共生（实起来）', en: 'Symbiosis' },
    record: {
      zh: '一年以上的约定、换合同时断没断，还没有地方记',
      en: 'Lasting agreements and breaks between contracts have no place yet',
    },
  },
  {
    key: 'value-community',
    row: 'communities',
    words: { zh: '想到一处', en: 'Of one mind' },
    term: { zh: '价值共同体', en: 'Value community' },
    record: { zh: '个案的前后评估，还没有地方记', en: 'Assessments before and after have no place yet' },
  },
  {
    key: 'structural-community',
    row: 'communities',
    words: { zh: '谁和谁连着', en: 'Who is tied to whom' },
    term: { zh: '结构共同体', en: 'Structural community' },
    record: { zh: '单位、小组和居民，谁出了力都记进那件事', en: 'Put everyone who gave into the act' },
  },
  {
    key: 'resource-community',
    row: 'communities',
    words: { zh: '钱和物从几家来', en: 'From how many sources' },
    term: { zh: '资源共同体', en: 'Resource community' },
    record: { zh: '谁出了钱、多少，记在那件事里', en: 'Record who gave how much money, at the act' },
  },
];
