/** What may be wrong with what goes out: months, templates, tables of outside platforms. */
export const reportWords = {
  'month-closed': {
    zh: '这个月已经定稿了。要重做，请先打开它，并写明为什么。',
    en: 'This month is closed already. Open it again first, with the reason.',
  },
  'month-open': { zh: '这个月已经打开了，不用再打开。', en: 'This month has been opened again already.' },
  'month-ahead': { zh: '这个月还没到，不能定稿。', en: 'This month has not begun; it cannot be closed.' },
  'template-not-word': {
    zh: '这不是 Word 文件（.docx），没有存。',
    en: 'This is no Word file (.docx); it was not kept.',
  },
  'template-old': {
    zh: '这是旧的 .doc，或者加了密码。请在 Word 里另存为 .docx（不加密码），再传一次。',
    en: 'This is an old .doc, or has a password. Save it as .docx without a password and send it again.',
  },
  'template-macros': {
    zh: '这个文件带宏，没有存。请在 Word 里另存为不带宏的 .docx。',
    en: 'This file has macros and was not kept. Save it as .docx without macros.',
  },
  'template-broken': {
    zh: '这个 Word 文件坏了，打不开。请在 Word 里打开，另存一份，再传一次。',
    en: 'This Word file is broken and cannot be opened. Open it in Word, save a copy and send that.',
  },
  'template-unknown': {
    zh: '表里的 {{name}} 不认识，在“{around}”这里。请照“能填的内容”改了再传。什么都没有存。',
    en: '{{name}} in the form is not known; it stands in “{around}”. Put it right by the list of what can be filled in. Nothing was kept.',
  },
  'template-brace': {
    zh: '花括号不成对，在“{around}”这里。请补上或者去掉。什么都没有存。',
    en: 'A brace without its other half, in “{around}”. Add it or take it out. Nothing was kept.',
  },
  'template-rows': {
    zh: '重复的行没有写完整：{{name}}，在“{around}”这里。要以 {#名称} 开头，以同名的 {/名称} 结尾，中间不能再套。',
    en: 'Rows that repeat are not complete: {{name}} in “{around}”. They begin with {#name}, end with {/name} of the same name, and hold no others.',
  },
  'template-nothing': {
    zh: '表里没有要填的地方。请把要填的地方写成 {走访户次} 这样，再传一次。',
    en: 'The form has nothing to be filled in. Write the places like {走访户次} and send it again.',
  },
  'profile-header-twice': {
    zh: '表头重复了，每一列要不一样。',
    en: 'The header is there twice; each column needs its own.',
  },
  'profile-field': { zh: '这张明细里没有这一项，请重新选。', en: 'The list has no such field; choose another.' },
  'profile-fixed': { zh: '要写每一行都填的那几个字。', en: 'Say what every row shall hold.' },
  'profile-no-date': { zh: '这一项不是日期，不用选日期写法。', en: 'This is no date; it needs no way to write one.' },
  'profile-no-codes': { zh: '这一项没有固定的几样，不用写代码。', en: 'This offers no choices; it has no codes.' },
  'profile-code-missing': {
    zh: '这一样还没有写代码。要写就每一样都写。',
    en: 'This choice has no code yet; give one to each.',
  },
  'profile-code-unknown': { zh: '没有这一样，请去掉它的代码。', en: 'There is no such choice; take its code out.' },
  'photo-public-consent': {
    zh: '照片要给所有人看，里面认得出的人都同意了才行。',
    en: 'Everybody will see the photos: everyone who can be recognised must agree first.',
  },
  'photo-refused': {
    zh: '签到的人里有人不同意拍照，或者收回了同意，这次的照片不能给大家看。',
    en: 'Somebody who signed in does not agree to photos (any more): the photos of this event cannot be shown.',
  },
  'month-running': {
    zh: '这个月还没过完，等到下个月 1 日再报县。',
    en: 'The month is not over; hand it in from the first of the next one.',
  },
  'month-changed': {
    zh: '定稿以后数变了。按现在的数重新定稿再报，或者说明就按定稿的报。',
    en: 'Figures have changed since the month was closed. Close it anew, or say that it shall be handed in as it was closed.',
  },
  'no-county': {
    zh: '这台机器上没有县里的账号，报过去没有人收。请导出 Word 或 Excel 交上去。',
    en: 'Nobody of the county has an account on this machine. Export the report as Word or Excel and hand that in.',
  },
  'month-reported': { zh: '这个月已经报过县了。', en: 'This month has been handed in to the county already.' },
  'indicator-unit': {
    zh: '这类工作不按这个单位数。换一个单位，或者换一类工作。',
    en: 'Work of this kind is not counted in this unit. Choose another unit, or another kind.',
  },
  'indicators-full': { zh: '指标最多 40 项。', en: 'At most 40 indicators.' },
  'notice-off': { zh: '这次活动取消了。', en: 'It has been called off.' },
  'notice-over': { zh: '这次活动已经开始或者办完了。', en: 'It has begun or is over.' },
  'notice-full': {
    zh: '说要来的人太多，请打电话问问社工站。',
    en: 'Too many have said they come; please call the station.',
  },
  'said-enough': {
    zh: '今天从这里收的已经满了，明天再来；要紧的事请打电话 {phone}。',
    en: 'No more is taken from here today. Come back tomorrow; if it is urgent, call {phone}.',
  },
  'said-enough-quiet': {
    zh: '今天从这里收的已经满了，明天再来；要紧的事请到社工站来说。',
    en: 'No more is taken from here today. Come back tomorrow; if it is urgent, come to the station.',
  },
  'next-answer': {
    zh: '还没办完的，写上哪天再答复居民：今天起，90 天以内。',
    en: 'It is not finished: say by which day the resident hears again, within 90 days.',
  },
  'next-after-end': {
    zh: '已经办好或者办不了的，不用写哪天再答复。',
    en: 'What is done or not possible needs no day of a next answer.',
  },
  'attachment-removed': { zh: '这一张已经撤下了。', en: 'This one has been taken down.' },
  'attachment-gone': {
    zh: '“{name}”的内容不在了，或者坏了。这一笔还在，照样算；请从备份里恢复，或者把原件再拍一次加上去。',
    en: 'The content of “{name}” is gone or damaged. The record stands and counts; restore it from a backup, or photograph the original again.',
  },
} as const;
