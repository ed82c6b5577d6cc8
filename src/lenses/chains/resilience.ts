import type { ChainPart } from './part.ts';

/** Study 000: three conditions, resilience itself, and the four closing ingredients. */
export const RESILIENCE_PARTS: readonly ChainPart[] = [
  {
    key: 'institution',
    row: 'chain',
    words: { zh: '有约在先吗', en: 'Is there an agreement?' },
    term: { zh: '制度框架 → 合法性', en: 'Institutional framework → legitimacy' },
    record: {
      zh: '签了的协议、开会作的决定，还没有地方记',
      en: 'Agreements and decisions have no place to be recorded yet',
    },
  },
  {
    key: 'capability',
    row: 'chain',
    words: { zh: '会的人够吗，走一个要紧吗', en: 'Are there enough who can, and does one leaving matter?' },
    term: { zh: '能力互补 → 组织韧性', en: 'Complementary capacity → organisational resilience' },
    record: {
      zh: '谁会什么、上次用是哪天，还没有地方记',
      en: 'Who can do what, and used it when, has no place to be recorded yet',
    },
  },
  {
    key: 'incentive',
    row: 'chain',
    words: { zh: '社工不在，自己还做吗', en: 'Do they go on without a worker?' },
    term: { zh: '持续性激励 → 内生动力', en: 'Sustained incentives → endogenous motivation' },
    record: { zh: '居民出了工就记上，写明社工在不在场', en: 'Record residents’ time, and whether a worker was there' },
  },
  {
    key: 'resilience',
    row: 'chain',
    words: { zh: '出了事，动得起来吗', en: 'Do they move when something strikes?' },
    term: { zh: '社区韧性', en: 'Community resilience' },
    record: { zh: '发过大水、起过火这类大事，记上日子', en: 'Log floods, fires and the like with their days' },
  },
  {
    key: 'capacity-building',
    row: 'closing',
    words: { zh: '教会了人', en: 'People learned' },
    term: { zh: '能力培育', en: 'Capacity building' },
    record: { zh: '学会的本事和谁会什么，还没有地方记', en: 'Skills learned have no place to be recorded yet' },
  },
  {
    key: 'environment',
    row: 'closing',
    words: { zh: '有地方、有伙伴、能起头', en: 'A place, partners, a way to start' },
    term: { zh: '环境营造', en: 'Environment building' },
    record: {
      zh: '记下谁先提的、谁让了地方、哪些单位来了',
      en: 'Record who proposed, who gave space, which partners came',
    },
  },
  {
    key: 'professional-legitimacy',
    row: 'closing',
    words: { zh: '大家认社工这一行吗', en: 'Is the profession recognised?' },
    term: { zh: '专业合法性', en: 'Professional legitimacy' },
    record: {
      zh: '督导签字和决定的依据，还没有地方记',
      en: 'Supervision and mandates of decisions have no place to be recorded yet',
    },
  },
  {
    key: 'public-value',
    row: 'closing',
    words: { zh: '大家都得了什么', en: 'What everybody gained' },
    term: { zh: '公共价值', en: 'Public value' },
    record: {
      zh: '居民信不信得过、满不满意的问卷，还没有地方记',
      en: 'Surveys of trust and satisfaction have no place to be recorded yet',
    },
  },
];
