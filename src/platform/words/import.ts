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
  'no-such-station': {
    zh: '没有叫“{station}”的站（或者不止一个）。',
    en: 'There is no station called “{station}”, or more than one.',
  },
} as const;
