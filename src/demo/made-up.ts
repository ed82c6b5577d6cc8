import type { RecordVisit } from '../ledger/schema.ts';

/** The made-up county: code 990101 exists in no official list, and every name here is invented. */
export const MADE_UP_AREAS = [
  ['990000000000', 1, '演示省', null],
  ['990100000000', 2, '演示市', '990000000000'],
  ['990101000000', 3, '云溪县（演示）', '990100000000'],
  ['990101001000', 4, '清河镇', '990101000000'],
  ['990101002000', 4, '石桥乡', '990101000000'],
  ['990101001201', 5, '柳塘村', '990101001000'],
  ['990101001202', 5, '河口居委会', '990101001000'],
  ['990101001203', 5, '白杨坪村', '990101001000'],
  ['990101002201', 5, '石桥村', '990101002000'],
  ['990101002202', 5, '上湾村', '990101002000'],
] as const;

export const COUNTY = 990101;

export interface MadeUpStation {
  town: string;
  name: string;
  operator: string;
  phone: string;
  address: string;
  villages: string[];
  head: string;
  /** Everyone else, by role. */
  staff: { name: string; role: 'worker' | 'supervisor' | 'cadre' | 'officer'; area?: string }[];
  people: number;
  visits: number;
}

export const STATIONS: MadeUpStation[] = [
  {
    town: '990101001000',
    name: '清河镇社工站（演示）',
    operator: '禾苗社工服务中心（演示）',
    phone: '0000-8000001',
    address: '清河镇老供销社二楼（演示）',
    villages: ['990101001201', '990101001202', '990101001203'],
    head: '罗文青',
    staff: [
      { name: '周敏', role: 'worker' },
      { name: '何晓川', role: 'worker' },
      { name: '谭立', role: 'supervisor' },
      { name: '吴国平', role: 'cadre', area: '990101001201' },
      { name: '白露', role: 'officer', area: '990101000000' },
    ],
    people: 48,
    visits: 130,
  },
  {
    town: '990101002000',
    name: '石桥乡社工站（演示）',
    operator: '禾苗社工服务中心（演示）',
    phone: '0000-8000002',
    address: '石桥乡文化站一楼（演示）',
    villages: ['990101002201', '990101002202'],
    head: '覃秋雨',
    staff: [{ name: '黎明月', role: 'worker' }],
    people: 24,
    visits: 60,
  },
];

export const SURNAMES = [...'陈刘彭谢唐吴黄王李张赵周罗何谭邓曾欧蒋龙'];
export const FEMALE_NAMES = [
  '桂珍',
  '秀兰',
  '玉梅',
  '冬香',
  '翠英',
  '小禾',
  '美莲',
  '春燕',
  '菊秀',
  '月娥',
  '银花',
  '思雨',
];
export const MALE_NAMES = [
  '友福',
  '德生',
  '九斤',
  '建平',
  '国忠',
  '长根',
  '水生',
  '小树',
  '志高',
  '满崽',
  '运来',
  '家宝',
];

/** What a visit finds, by need; plainly everyday, and nobody's. */
export const NOTES: [need: RecordVisit['needs'][number], sentence: string][] = [
  ['fine', '精神不错，在院子里晒菜。'],
  ['medical', '膝盖疼，药快吃完了，约好下周陪她去卫生院。'],
  ['medical', '血压有点高，嘱咐按时吃药，记在日历上了。'],
  ['money', '低保年审的表还没交，带了表回来帮忙填。'],
  ['meals', '中午常常不做饭，问问互助食堂能不能送。'],
  ['housing', '灶房漏雨，报给村里，说月底来看。'],
  ['low-spirits', '想孙子，坐着聊了半个钟头。'],
  ['company', '想有人一起去赶集，跟邻居黄家说好了。'],
  ['fine', '女儿回来了，家里热闹，一切都好。'],
  ['other', '问轮椅能不能借，答应十天内回话。'],
];

export const NOTICES: { title: string; place: string; note: string; inDays: number; hour: number }[] = [
  { title: '义诊，量血压', place: '柳塘村晒谷坪', note: '不用登记，不收钱。', inDays: 2, hour: 9 },
  { title: '商量路灯装在哪', place: '河口居委会', note: '住在河口的都可以来说。', inDays: 4, hour: 19 },
  { title: '编织互助小组', place: '镇站二楼活动室', note: '', inDays: 0, hour: 15 },
];
