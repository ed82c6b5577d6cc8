const zh = {
  larger: '字再大些',
  smaller: '字小一些',
  title: '这几天，家门口有什么？',
  'title-none': '这几天还没有活动',
  opening: '正在打开……',
  'none-todo': '有了活动会写在这里。想问什么、想提什么，打电话或来站里都行。',
  'none-todo-quiet': '有了活动会写在这里。想问什么、想提什么，到站里来就行。',
  call: '打电话',
  'call-number': '打电话给社工站，{phone}',
  where: '社工站在哪',
  demo: '这是演示，人和活动都是编的。',
  missing: '没有找到这个社工站',
  'missing-todo': '网址可能写错了，请再扫一次二维码，或者问问社工。',
  away: '现在打不开',
  'away-todo': '请看看手机有没有网络，过一会儿再试。',
  again: '再试一次',
  book: '本站的账记到第 {lines} 笔，校验码 {code}。',
};

export type ResidentWord = keyof typeof zh;

const en: Record<ResidentWord, string> = {
  larger: 'Larger type',
  smaller: 'Smaller type',
  title: 'What is on near you?',
  'title-none': 'Nothing is on these days',
  opening: 'Opening …',
  'none-todo': 'Events will be written here. To ask or suggest something, call or come to the station.',
  'none-todo-quiet': 'Events will be written here. To ask or suggest something, come to the station.',
  call: 'Call',
  'call-number': 'Call the station, {phone}',
  where: 'Where the station is',
  demo: 'A demonstration: people and events are made up.',
  missing: 'This station was not found',
  'missing-todo': 'The address may be mistyped. Scan the code again, or ask a social worker.',
  away: 'It cannot be opened just now',
  'away-todo': 'Check the network of the phone and try again in a while.',
  again: 'Try again',
  book: 'The station’s books stand at entry {lines}, check code {code}.',
};

/** The few words of the residents' page. Small enough to carry both languages at once. */
export const residentWords = { zh, en };
