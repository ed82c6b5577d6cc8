import type { LensName } from '../../src/lenses/schema.ts';
import type { Choice } from './choices.ts';

export interface Step {
  lens: LensName;
  words: { zh: string; en: string };
  /** Looked at over one project or village of that name; left out: the whole station. */
  project?: string;
  years?: 1 | 2;
  /** The measure the step ends at. */
  at?: string;
}

export interface Walk {
  key: string;
  station: string;
  /** Who can see it. */
  who: string;
  title: { zh: string; en: string };
  steps: Step[];
}

/** Four short walks through the demonstration county; each ends at its figures. */
export const WALKS: Walk[] = [
  {
    key: 'flood',
    station: '沙洲镇社工站（演示）',
    who: '梁雨生',
    title: { zh: '大水前后：沙洲镇', en: 'Before and after the flood: Shazhou' },
    steps: [
      {
        lens: 'resilience',
        at: 'A6',
        words: {
          zh: '沙洲镇发过一次大水。每 14 天居民出了多少工，一根柱子一段：水来以前、最多的时候、哪天缓过来。',
          en: 'A flood came to Shazhou. Each bar is 14 days of residents’ work: before, at its height, and when it settled.',
        },
      },
      {
        lens: 'resilience',
        at: 'A4',
        words: {
          zh: '再看社工不在场的时候，居民自己做了多少。',
          en: 'And how much residents do when no worker is there.',
        },
      },
    ],
  },
  {
    key: 'community',
    station: '清河镇社工站（演示）',
    who: '周敏',
    title: { zh: '两年里变了什么：河口康复角', en: 'What changed in two years: the Hekou corner' },
    steps: [
      {
        lens: 'community',
        project: '河口康复角（演示）',
        years: 2,
        at: 'B2',
        words: {
          zh: '头半年主要是上门、互相帮；后来坐下来商量、腾地方；最后一年找钱、做出名声。七种做法各花了多少工夫，这里一条一条。',
          en: 'First visits and mutual help, then sitting down together and a place, in the last year money and a name. Seven ways of working, hour by hour.',
        },
      },
      {
        lens: 'community',
        project: '河口康复角（演示）',
        years: 1,
        at: 'B3',
        words: {
          zh: '只看近一年：黑线是社工站不在场也一起做过的。社工站撤了，还连得上几家？',
          en: 'The last year alone: black lines were drawn without the station. How many still hold together when it is gone?',
        },
      },
    ],
  },
  {
    key: 'villages',
    station: '石桥乡社工站（演示）',
    who: '黎明月',
    title: { zh: '两个村，一个没去过的村：石桥乡', en: 'Two villages, and one never reached: Shiqiao' },
    steps: [
      {
        lens: 'value',
        at: 'C3',
        words: {
          zh: '三个村，各见到几成该见的人？下湾村一个也没见到。',
          en: 'Three villages: what share of those to be seen was seen? In Xiawan nobody.',
        },
      },
      {
        lens: 'value',
        at: 'C2',
        words: {
          zh: '石桥村的食堂从商量到评都有居民；上湾村只有送餐这一步。',
          en: 'In Shiqiao’s kitchen residents are in all four phases; in Shangwan only meals are delivered.',
        },
      },
    ],
  },
  {
    key: 'works',
    station: '竹溪镇社工站（演示）',
    who: '石一诺',
    title: { zh: '来过的人留下了吗：竹溪镇', en: 'Did those who came stay: Zhuxi' },
    steps: [
      {
        lens: 'participation',
        at: 'D1',
        words: {
          zh: '一处扶手、一个小广场、一条小路。来了第一次的人，又来了吗？没看够日子的，用斜线画，不算进去。',
          en: 'A handrail, a small square, a path. Did those who came once come again? Who was not watched long enough is hatched and left out.',
        },
      },
      {
        lens: 'participation',
        at: 'D2',
        words: {
          zh: '第一次来以后，还没离开的人占多少，一天一天看。',
          en: 'After the first time, the share who has not left, day by day.',
        },
      },
    ],
  },
];

export function findWalk(choice: Choice): { walk: Walk; nth: number; step: Step } | undefined {
  const walk = WALKS.find(({ key }) => key === choice.walk);
  const nth = choice.step ?? 0;
  const step = walk?.steps[nth];
  return walk && step ? { walk, nth, step } : undefined;
}
