/** Sentences about taking in an Excel ledger, in both languages. {name} is filled in. */
export const importWords = {
  'import-too-large': {
    zh: '这个文件超过 {limit} MB，太大了。去掉里面的图片，或者分成几个文件再放进来。什么都没有改。',
    en: 'This file is over {limit} MB. Take the pictures out of it, or split it into several files. Nothing was changed.',
  },
  'import-password': {
    zh: '这个文件加了密码，打不开。请在 Excel 里去掉密码，存一下，再放进来。什么都没有改。',
    en: 'This file is locked with a password. Remove the password in Excel, save it, and try again. Nothing was changed.',
  },
  'import-old-excel': {
    zh: '这是旧格式的表（.xls）。请用 Excel 或 WPS 打开，另存为 .xlsx，再放进来。什么都没有改。',
    en: 'This is a sheet of the old kind (.xls). Open it in Excel or WPS, save it as .xlsx, and try again. Nothing was changed.',
  },
  'import-not-excel': {
    zh: '这不是 Excel 表格（.xlsx）。请用 Excel 或 WPS 另存为 .xlsx，再放进来。什么都没有改。',
    en: 'This is not an Excel workbook (.xlsx). Save it as .xlsx in Excel or WPS and try again. Nothing was changed.',
  },
  'import-broken': {
    zh: '这个 Excel 文件坏了，读不出来。请用 Excel 打开看看，另存一份再放进来。什么都没有改。',
    en: 'This Excel file is damaged and cannot be read. Open it in Excel, save a copy, and try again. Nothing was changed.',
  },
  'import-bomb': {
    zh: '这个文件打开以后大得不正常，没有打开它。请另存一份再放进来。什么都没有改。',
    en: 'This file would unfold to an abnormal size and was not opened. Save a fresh copy and try again. Nothing was changed.',
  },
  'ledger-too-long': {
    zh: '这一段有 {rows} 多行，一个文件最多 {limit} 行。请选短一点的时间。什么都没有改。',
    en: 'There are over {rows} rows in this stretch; one file holds {limit}. Choose a shorter one. Nothing was changed.',
  },
  'months-turned': {
    zh: '开始的月份要在结束的月份以前，最多三年。',
    en: 'The first month must come before the last one, and at most three years.',
  },
  'import-empty': {
    zh: '这个文件里一行字也没有。什么都没有改。',
    en: 'There is nothing written in this file. Nothing was changed.',
  },
  'import-too-many-rows': {
    zh: '这个文件有 {rows} 行，一次最多 {limit} 行。请分成几个文件再放进来。什么都没有改。',
    en: 'This file has {rows} rows; at most {limit} can be taken in at a time. Split it into several files. Nothing was changed.',
  },
  'import-no-header': {
    zh: '在“{sheets}”里没找到表头：要有一行写着姓名、日期这样的列名。什么都没有改。',
    en: 'No header was found in “{sheets}”: one row must name the columns, such as name and date. Nothing was changed.',
  },
  'import-incomplete': {
    zh: '这个文件的行还没有传完，请接着传。',
    en: 'Not all rows of this file have arrived yet; go on sending them.',
  },
  'import-is-staging': {
    zh: '这个文件还没有看完，请等一下。',
    en: 'This file has not been looked at yet; please wait.',
  },
  'import-is-judged': { zh: '这个文件还没有记入。', en: 'This file has not been taken in yet.' },
  'import-is-committing': {
    zh: '这个文件正在记入，请等它记完。',
    en: 'This file is being taken in; wait until it is done.',
  },
  'import-is-committed': { zh: '这个文件已经记入了。', en: 'This file has been taken in already.' },
  'import-is-dropped': { zh: '这个文件已经说了不导。', en: 'This file has been given up.' },
  'import-is-undone': { zh: '这次导入已经撤回了。', en: 'This import has been undone.' },
  'import-not-held': {
    zh: '这一行不用再定了，或者要先定日期。',
    en: 'This row does not wait for that any more, or its date must be settled first.',
  },
  'import-built-on-event': {
    zh: '撤不回来：导入以后，又给{name}等记了 {count} 次服务。要先把这些撤掉。什么都没有改。',
    en: 'It cannot be undone: since then {count} records were made of {name} and others. Take those back first; nothing was changed.',
  },
  'import-built-on-person': {
    zh: '撤不回来：导入以后，{name}等 {count} 人的档案改过、合并过或签过同意书。什么都没有改。',
    en: 'It cannot be undone: since then the files of {name} and others ({count}) were changed, merged or given consents. Nothing was changed.',
  },
  'import-built-on-correction': {
    zh: '撤不回来：导入以后，“{name}”等 {count} 条记录改过，或者加了照片、花费、下一步。什么都没有改。',
    en: 'It cannot be undone: since then {count} records (“{name}” and others) were corrected, or got photos, expenses or next steps. Nothing was changed.',
  },
  'no-such-station': {
    zh: '没有叫“{station}”的站（或者不止一个）。',
    en: 'There is no station called “{station}”, or more than one.',
  },
} as const;
