/** Sentences about people's files, in both languages. */
export const peopleWords = {
  'id-shape': {
    zh: '身份证号要 18 位（老证 15 位），最后一位可以是 X，请对着证件再看一遍。',
    en: 'An ID number has 18 signs (an old one 15); only the last may be an X. Check it against the card.',
  },
  'id-birth-impossible': {
    zh: '身份证号里的出生日期不存在，请对着证件再看一遍。',
    en: 'The birth date inside the ID number is no possible day. Check it against the card.',
  },
  'id-check-digit': {
    zh: '身份证号最后一位对不上，多半是抄错了一位。证上确实这样写，就勾“证上就是这样”。',
    en: 'The last sign of the ID number does not fit: most likely one digit is miscopied. If the card really says so, tick “It says so on the card”.',
  },
  'id-against-birth': {
    zh: '身份证号里的生日和填的出生日期不一样，请看看哪个对。',
    en: 'The birth date inside the ID number is not the one given. See which is right.',
  },
  'id-against-sex': {
    zh: '身份证号里的性别和填的不一样，请看看哪个对。',
    en: 'The sex inside the ID number is not the one given. See which is right.',
  },
  'ends-before-start': { zh: '结束的日子早于开始的日子。', en: 'It ends before it begins.' },
  'starts-in-future': { zh: '开始的日子在今天以后，请核对。', en: 'It begins after today; please check.' },
  'life-in-future': { zh: '日子在今天以后，请核对。', en: 'The day lies after today; please check.' },
  'contact-name': {
    zh: '写上这位联系人的姓名，或者从本站的人里选。',
    en: 'Give the name, or choose a person of the station.',
  },
  'no-id-number': { zh: '这个人没有记身份证号。', en: 'No ID number is recorded for this person.' },
  'id-key-missing': {
    zh: '身份证号还在，可是开它的钥匙不在这台电脑上。请管系统的人把原来的 secrets.json 放回数据文件夹，再启动。',
    en: 'The ID number is there, but its key is not on this computer. The keeper of the system puts the old secrets.json back into the data folder and starts again.',
  },
  'person-merged': {
    zh: '这份资料已经合到另一份里了，请到那一份上改。',
    en: 'This file was merged into another one; please work on that one.',
  },
  'merge-with-itself': { zh: '选了同一份资料两次，请选两份。', en: 'The same file was chosen twice; choose two.' },
  'merge-undone': { zh: '这次合并已经撤回了。', en: 'This merge was already taken back.' },
  'merge-covered': {
    zh: '后面又合并过一次，请先撤回后面那次。',
    en: 'It was merged once more since; take that one back first.',
  },
  'consent-guardian': {
    zh: '不满 14 岁，要由监护人来同意。',
    en: 'Under 14 it is the guardian who consents.',
  },
  'consent-giver': { zh: '写上是哪位监护人。', en: 'Say which guardian.' },
  'consent-in-future': {
    zh: '同意的日子在今天以后，请核对。',
    en: 'The day of the consent lies after today; please check.',
  },
  'consent-none': { zh: '这一条本来就是不同意，没有可以收回的。', en: 'This was a no; there is nothing to take back.' },
  'consent-withdrawn-when': {
    zh: '收回的日子要在同意那天以后、今天以前。',
    en: 'It is taken back after the day of the consent, and not after today.',
  },
  'household-head': { zh: '一户要有一位户主，也只能有一位。', en: 'A household has one head, and only one.' },
  'household-twice': { zh: '同一个人在这一户里写了两次。', en: 'The same person stands in this household twice.' },
} as const;
