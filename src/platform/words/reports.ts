/** What may be wrong with what goes out: months, templates, tables of outside platforms. */
export const reportWords = {
  'month-closed': {
    zh: '这个月已经定稿了。要重做，请先打开它，并写明为什么。',
    en: 'This month is closed already. Open it again first, with the reason.',
  },
  'month-open': { zh: '这个月已经打开了，不用再打开。', en: 'This month has been opened again already.' },
  'month-ahead': { zh: '这个月还没到，不能定稿。', en: 'This month has not begun; it cannot be closed.' },
} as const;
