import type { z } from 'zod';
import type { EventKind, Need as NeedCode } from '../../ledger/terms.ts';
import { plain } from './text.ts';

type Need = z.infer<typeof NeedCode>;

const NEEDS: readonly [RegExp, Need][] = [
  [/看病|就医|就诊|陪诊|医|药|住院|康复/, 'medical'],
  [/经济|补助|低保|救助|资金|困难补|钱/, 'money'],
  [/餐|饭|吃|助食/, 'meals'],
  [/房|漏|维修|修缮|改造|住处/, 'housing'],
  [/心理|情绪|低落|抑郁|疏导/, 'low-spirits'],
  [/陪伴|聊天|孤独|孤单|关怀/, 'company'],
];

/** The needs that a ledger's words name, as the chips of a visit; other words are `other`, none are none. */
export function needsOf(words: string): Need[] {
  const text = plain(words);
  if (text === '' || /^(无|没有|暂无|无需求|正常|\/|-)$/.test(text)) return [];
  const found = NEEDS.filter(([sign]) => sign.test(text)).map(([, need]) => need);
  return found.length > 0 ? found : ['other'];
}

const KINDS: readonly [RegExp, EventKind][] = [
  [/议事|协商|会议|座谈|听证|居民会/, 'meeting'],
  [/劳动日|义务劳动|清扫|大扫除|出工|施工/, 'work-day'],
  [/小组|第.{1,3}[节次]/, 'group-session'],
  [/培训/, 'training'],
];

/** What kind of work an activity's name tells of. */
export function kindOfActivity(name: string): EventKind {
  return KINDS.find(([sign]) => sign.test(name))?.[1] ?? 'activity';
}
