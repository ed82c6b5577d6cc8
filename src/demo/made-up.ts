import type { RecordVisit } from '../ledger/schema.ts';
import type { LastMonth } from './hand-in.ts';

/** The made-up county: code 990101 exists in no official list, and every name here is invented. */
export const COUNTY = 990101;
const COUNTY_CODE = '990101000000';

export interface MadeUpStation {
  town: string;
  name: string;
  operator: string;
  phone: string;
  address: string;
  villages: string[];
  /** The villages where anybody on file lives. */
  reached: string[];
  head: string;
  /** Everyone else, by role. */
  staff: { name: string; role: 'worker' | 'supervisor' | 'cadre' | 'officer'; area?: string }[];
  people: number;
  /** Home visits in the year. */
  visits: number;
  /** The first one's is open: whoever tries the program closes it. */
  lastMonth: LastMonth;
  /** What of the studies can be seen there, besides the days of any station. */
  story?: Story;
}

/** A town before and after a flood; a community over two years; villages with and without a say; small works. */
export type Story = 'flood' | 'community' | 'villages' | 'works';

/** Towns with their villages: the order is that of the codes. */
const TOWNS: [name: string, villages: string[]][] = [
  ['清河镇', ['柳塘村', '河口居委会', '白杨坪村', '老街居委会']],
  ['石桥乡', ['石桥村', '上湾村', '下湾村']],
  ['竹溪镇', ['竹溪村', '青石坳村', '两河口村', '茶园居委会']],
  ['枫林镇', ['枫林村', '大塘村', '月亮湾村']],
  ['云岭乡', ['云岭村', '高坪村', '石板坡村']],
  ['沙洲镇', ['沙洲村', '渡口居委会', '新堤村', '芦花村']],
];

const townCode = (nth: number): string => `990101${String(nth + 1).padStart(3, '0')}000`;
const villageCode = (town: number, nth: number): string => `${townCode(town).slice(0, 9)}${201 + nth}`;

export const MADE_UP_AREAS: [code: string, level: number, name: string, parent: string | null][] = [
  ['990000000000', 1, '演示省', null],
  ['990100000000', 2, '演示市', '990000000000'],
  [COUNTY_CODE, 3, '云溪县（演示）', '990100000000'],
  ...TOWNS.flatMap(([town, villages], nth): [string, number, string, string][] => [
    [townCode(nth), 4, town, COUNTY_CODE],
    ...villages.map((village, place): [string, number, string, string] => [
      villageCode(nth, place),
      5,
      village,
      townCode(nth),
    ]),
  ]),
];

const OPERATOR = '禾苗社工服务中心（演示）';
const HEADS = ['罗文青', '覃秋雨', '向南枝', '莫长风', '韦小满', '农月明'];
const WORKERS = [['周敏', '何晓川'], ['黎明月'], ['石一诺', '滕青'], ['田野'], ['龙小溪', '麻秋'], ['梁雨生', '廖禾']];
const SIZES: [people: number, visits: number][] = [
  [84, 360],
  [48, 220],
  [76, 280],
  [52, 240],
  [60, 260],
  [80, 300],
];
const STORIES: (Story | undefined)[] = ['community', 'villages', 'works', undefined, undefined, 'flood'];
/** Who is on file lives in these villages of the town; the others were never reached. */
const REACHED: (number | undefined)[] = [undefined, 2];

/** Everyone who can be played besides social workers, at the first station. */
const OTHERS: MadeUpStation['staff'] = [
  { name: '谭立', role: 'supervisor' },
  { name: '吴国平', role: 'cadre', area: villageCode(0, 0) },
  { name: '白露', role: 'officer', area: COUNTY_CODE },
];

const LAST_MONTH: readonly LastMonth[] = ['open', 'handed-in', 'handed-in', 'handed-in', 'closed', 'handed-in'];

export const STATIONS: MadeUpStation[] = TOWNS.map(([town, villages], nth) => ({
  ...(STORIES[nth] ? { story: STORIES[nth] } : {}),
  reached: villages.slice(0, REACHED[nth]).map((_, place) => villageCode(nth, place)),
  town: townCode(nth),
  name: `${town}社工站（演示）`,
  operator: OPERATOR,
  phone: `0000-800000${nth + 1}`,
  address: `${town}文化站一楼（演示）`,
  villages: villages.map((_, place) => villageCode(nth, place)),
  head: HEADS[nth] ?? '',
  staff: [...(WORKERS[nth] ?? []).map((name) => ({ name, role: 'worker' as const })), ...(nth === 0 ? OTHERS : [])],
  people: SIZES[nth]?.[0] ?? 0,
  visits: SIZES[nth]?.[1] ?? 0,
  lastMonth: LAST_MONTH[nth] ?? 'open',
}));

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

export const GROUPS = ['编织互助小组', '老伙伴聊天小组', '留守儿童画画小组', '照护者互助小组'];
export const ACTIVITIES = [
  '重阳节包饺子',
  '义诊和量血压',
  '六一游园',
  '防诈骗讲座',
  '端午送粽子',
  '开学义卖',
  '春节写春联',
];
export const MEETINGS = ['井边凉亭怎么修', '路灯装在哪', '垃圾桶放在谁家门口', '互助食堂一餐收几块', '水沟谁来清'];
export const WORKS: [name: string, kind: string][] = [
  ['井边凉亭', 'rain-shelter'],
  ['村口路灯', 'lights'],
  ['晒谷坪长凳', 'benches'],
  ['后山小路', 'path'],
  ['河边坡道', 'ramp'],
  ['互助食堂灶台', 'shared-kitchen'],
];
export const TRAININGS = ['社工实务：个案记录', '志愿者急救课', '与老人说话'];
export const SUPERVISIONS = ['走访记录怎么写', '一户的安全计划', '小组里的沉默', '服务量和质量'];
export const ASKED = ['帮镇里填人口普查表', '去县里站会场', '协助入户核查', '整理党建台账'];
export const GIFTS: [what: string, unit: string, most: number][] = [
  ['大米', '袋', 40],
  ['棉被', '床', 20],
  ['书包', '个', 30],
];
