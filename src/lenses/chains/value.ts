import type { ChainPart } from './part.ts';

/** Study 002: structure, process and value, each against one of three troubles. */
export const VALUE_PARTS: readonly ChainPart[] = [
  {
    key: 'structure',
    row: 'chain',
    words: { zh: '谁说了算，活是谁派的', en: 'Who decides, and who hands out the work' },
    term: { zh: '结构创设（对自主性微弱）', en: 'Structure (against weak autonomy)' },
    record: {
      zh: '合同外的活点上是谁要的；谁提的、谁定的、钱归谁管还没有地方记',
      en: 'Mark who asked for extra work; who decides and holds the budget has no place yet',
    },
  },
  {
    key: 'process',
    row: 'chain',
    words: { zh: '计划、设计、做、评，居民都在吗', en: 'Are residents in every phase?' },
    term: { zh: '过程再造：合作规划、设计、交付、评估', en: 'Process: co-planning, design, delivery, assessment' },
    record: { zh: '把做的事挂到项目上，写清是哪一步', en: 'Put acts under a project, with their phase' },
  },
  {
    key: 'coverage',
    row: 'chain',
    words: { zh: '该见的人都见到了吗', en: 'Is everyone reached who should be?' },
    term: { zh: '服务覆盖面（对覆盖狭窄）', en: 'Coverage (against narrow coverage)' },
    record: { zh: '在设置里填各村人数；走访时选好是谁', en: 'Enter numbers by village; choose who was visited' },
  },
  {
    key: 'continuity',
    row: 'chain',
    words: { zh: '换合同时断没断', en: 'Did it break between contracts?' },
    term: { zh: '项目连续性（对连续性中断）', en: 'Continuity (against breaks)' },
    record: { zh: '合同的起止，还没有地方记', en: 'Contracts have no place yet' },
  },
  {
    key: 'service-value',
    row: 'values',
    words: { zh: '服务做到了吗', en: 'Was the service delivered?' },
    term: { zh: '服务价值', en: 'Service value' },
    record: {
      zh: '合同指标在报告里看；甲方核过的数还没有地方记',
      en: 'Contract indicators stand under Reports; numbers the buyer verified have no place yet',
    },
  },
  {
    key: 'governance-value',
    row: 'values',
    words: { zh: '来管事的人多了吗', en: 'Do more people take part?' },
    term: { zh: '治理价值', en: 'Governance value' },
    record: {
      zh: '每百名成年人里几人出过力，要先填成年人数',
      en: 'Contributors per 100 adults: numbers of adults are needed first',
    },
  },
  {
    key: 'public-value',
    row: 'values',
    words: { zh: '信得过吗', en: 'Is there trust?' },
    term: { zh: '公共价值', en: 'Public value' },
    record: { zh: '信任的问卷，还没有地方记', en: 'Surveys of trust have no place yet' },
  },
];
