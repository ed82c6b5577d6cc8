/** Sentences of the lenses, in both languages. {name} is filled in. */
export const lensWords = {
  'days-turned': {
    zh: '开始的日子要在结束的日子以前，最多十年。',
    en: 'The first day must come before the last one, and at most ten years.',
  },
  'project-or-village': {
    zh: '看一个项目要说是哪个项目，看一个村要说是哪个村；看别的不用说。',
    en: 'Say which project when looking at a project, which village when looking at a village, and neither otherwise.',
  },
  'whole-station-only': {
    zh: '您看得到全站、全镇、全县的数，看不到一个项目或一个村的：人太少，会认出是谁。',
    en: 'You see the figures of a station, a town or the county, not of one project or village: so few people could be recognised.',
  },
  'county-not-seen': {
    zh: '全县的数要看得到县里每个站的人才能看。',
    en: 'The county’s figures are for those who see every station of the county.',
  },
  'unknown-measure': { zh: '没有这一项：{measure}。', en: 'There is no such measure: {measure}.' },
  'shock-in-future': { zh: '日子在今天以后，请核对。', en: 'The day lies after today; please check.' },
  'sheet-counts': {
    zh: '两边都有的不能比哪一边多：纸上 {paper} 人，名单上 {list} 人。',
    en: 'Those on both cannot be more than on either: {paper} on the paper, {list} on the list.',
  },
  'unknown-event': {
    zh: '没有找到这一笔，或者它已经改过、收回了。',
    en: 'There is no such act, or it was corrected or taken back.',
  },
  'lens-window': {
    zh: '请说清哪个站、从哪天到哪天：--station 站名 --from 2026-01-01 --to 2026-06-30；从文件数就写 --from 文件。',
    en: 'Say which station and between which days: --station NAME --from 2026-01-01 --to 2026-06-30; from a file: --from FILE.',
  },
  'not-facts': {
    zh: '{file} 不是合力导出的事实文件，或者改过：{where}。',
    en: '{file} is not a file of facts that Heli exported, or it was changed: {where}.',
  },
  'file-there': {
    zh: '已经有这个文件了：{file}。没有覆盖它。',
    en: 'There is such a file already: {file}. It was not written over.',
  },
} as const;
