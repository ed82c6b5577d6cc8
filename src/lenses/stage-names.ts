import type { Both } from './schema.ts';

/** What each rule is about, without a figure: it stands where figures may be hidden. */
const NAMES: Record<string, Both> = {
  R1: { zh: '见到居民的月份', en: 'Months with residents met' },
  R2: { zh: '该见的人见过的', en: 'Of those concerned, met' },
  R3: { zh: '参加过商量和设计的居民', en: 'Residents in planning or design' },
  R4: { zh: '90 天里又来的居民', en: 'Residents who came again within 90 days' },
  K1: { zh: '议事会', en: 'The forum' },
  K2: { zh: '手续齐全的决定', en: 'Decisions with everything in order' },
  K3: { zh: '共用的地方', en: 'Shared places' },
  K4: { zh: '社工最久没有督导的日子', en: 'Longest time without supervision' },
  K5: { zh: '了结的意见不合', en: 'Disagreements settled' },
  S1: { zh: '资源来路折合几家', en: 'Sources of money, in effect' },
  S2: { zh: '一年以上的约定', en: 'Lasting agreements' },
  S3: { zh: '没有社工在场的出工', en: 'Work without a worker there' },
  S4: { zh: '社工站撤走还连得上的', en: 'Still together without the station' },
  S5: { zh: '换合同时断了的', en: 'Broken off between contracts' },
};
export const nameOfRule = (key: string): Both => NAMES[key] ?? { zh: key, en: key };
