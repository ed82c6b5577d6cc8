import type { ChainPart } from './part.ts';

/** Study 003: factors, initial and sustained behaviour, outcomes; three levels; the typology. */
export const PARTICIPATION_PARTS: readonly ChainPart[] = [
  {
    key: 'factors',
    row: 'chain',
    words: { zh: '什么让人愿意来', en: 'What makes people come' },
    term: { zh: '影响因素', en: 'Influencing factors' },
    record: {
      zh: '第一次来时一起还是一个人、谁先提的，都记上',
      en: 'Of the first act: together or alone, who proposed',
    },
  },
  {
    key: 'initial',
    row: 'chain',
    words: { zh: '谁来了第一次', en: 'Who came for the first time' },
    term: { zh: '初始行为', en: 'Initial behaviour' },
    record: { zh: '谁来了，写上名字', en: 'Write down by name who came' },
  },
  {
    key: 'sustained',
    row: 'chain',
    words: { zh: '谁留下来了', en: 'Who stayed' },
    term: { zh: '持续行为', en: 'Sustained behaviour' },
    record: { zh: '写上名字，一次次记', en: 'Write down names, time after time' },
  },
  {
    key: 'outcomes',
    row: 'chain',
    words: { zh: '修好的东西好用吗', en: 'Is what was repaired of use?' },
    term: { zh: '生产结果', en: 'Production outcomes' },
    record: { zh: '每处每季去看一次、坏了哪天修好，还没有地方记', en: 'Inspections and repairs have no place yet' },
  },
  {
    key: 'production-level',
    row: 'levels',
    words: { zh: '做出了什么', en: 'What was made' },
    term: { zh: '生产过程层面', en: 'Level of production' },
    record: { zh: '验收和维修，还没有地方记', en: 'Acceptance and repairs have no place yet' },
  },
  {
    key: 'behaviour-level',
    row: 'levels',
    words: { zh: '人来没来、留没留', en: 'Who comes and stays' },
    term: { zh: '行为过程层面', en: 'Level of behaviour' },
    shares: ['initial', 'sustained'],
    record: { zh: '谁来了，写上名字', en: 'Write down by name who came' },
  },
  {
    key: 'cognition-level',
    row: 'levels',
    words: { zh: '心里怎么想', en: 'What people think' },
    term: { zh: '认知过程层面', en: 'Level of cognition' },
    record: { zh: '前后两次的小问卷，还没有地方记', en: 'Short surveys before and after have no place yet' },
  },
  {
    key: 'typology',
    row: 'types',
    words: { zh: '一起做还是一个人做', en: 'Together or alone' },
    term: {
      zh: '参与方式 × 微基建属性（平台默认，非作者原文）',
      en: 'Mode × attribute (platform default, not the author’s)',
    },
    record: { zh: '居民出了工就记上，写明一起做还是一个人做', en: 'Record residents’ time, together or alone' },
  },
];
