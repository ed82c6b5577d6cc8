import type { Form, Met, Need, Sector } from '../../ledger/terms.ts';
import type { EventKind } from '../../ledger/terms.ts';
import type { z } from 'zod';

/** What the files say, in Chinese as they are handed in: the same words as on the screen (a test compares). */
export const KIND: Record<EventKind, string> = {
  visit: '走访',
  contact: '面谈电话',
  'case-session': '个案',
  'group-session': '小组',
  activity: '社区活动',
  meeting: '议事会',
  'work-day': '劳动日',
  supervision: '督导',
  training: '培训',
  'resource-link': '资源链接',
  crisis: '危机介入',
  other: '其他',
};
export const MET: Record<z.infer<typeof Met>, string> = {
  self: '见到本人',
  family: '见到家人',
  other: '见到邻居或别人',
  nobody: '没见到人',
};
export const NEED: Record<z.infer<typeof Need>, string> = {
  fine: '都还好',
  medical: '看病拿药',
  money: '钱和补助',
  meals: '吃饭',
  housing: '房子水电',
  'low-spirits': '心里闷',
  company: '有人陪',
  other: '其他',
};
export const SECTOR: Record<Sector, string> = {
  administration: '政府',
  committee: '村居两委',
  'social-work': '社工',
  resident: '居民',
  'resident-group': '居民小组',
  enterprise: '企业',
  charity: '慈善',
  'school-other': '学校、其他',
};
export const FORM: Record<Form, string> = {
  labour: '出力',
  money: '出钱',
  goods: '出物',
  ideas: '出主意',
  space: '让地方',
  oversight: '监督',
  upkeep: '管护',
  mobilising: '张罗',
  deliberation: '议事',
};
export const SEX = { female: '女', male: '男', unknown: '没说' } as const;
/** 0 only heard of, 1 written down, 2 signed or photographed, 3 confirmed by somebody else. */
export const EVIDENCE = ['只听说', '有记录', '有凭证', '有凭证'] as const;
