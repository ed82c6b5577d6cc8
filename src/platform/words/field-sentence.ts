import type { Language } from './sentence.ts';

/** One issue as zod reports it. */
export interface Issue {
  code?: string;
  path?: readonly PropertyKey[];
  keys?: string[];
  minimum?: number | bigint;
  maximum?: number | bigint;
  origin?: string;
  format?: string;
  message?: string;
}

type Tell = (issue: Issue) => { zh: string; en: string };

const TOO_SMALL: Tell = ({ origin, minimum }) => {
  if (origin === 'string' && Number(minimum) <= 1) return { zh: '这里要填。', en: 'Please fill this in.' };
  if (origin === 'string') return { zh: `至少 ${minimum} 个字。`, en: `At least ${minimum} characters.` };
  if (origin === 'array') return { zh: `至少要 ${minimum} 项。`, en: `At least ${minimum} items.` };
  return { zh: `不能小于 ${minimum}。`, en: `At least ${minimum}.` };
};

const TOO_BIG: Tell = ({ origin, maximum }) => {
  if (origin === 'string') return { zh: `最多 ${maximum} 个字。`, en: `At most ${maximum} characters.` };
  if (origin === 'array') return { zh: `最多 ${maximum} 项。`, en: `At most ${maximum} items.` };
  return { zh: `不能大于 ${maximum}。`, en: `At most ${maximum}.` };
};

const FORMAT: Tell = ({ format }) => {
  if (format === 'date') return { zh: '日期要写成 2026-06-24 这样。', en: 'Write the date like 2026-06-24.' };
  if (format === 'datetime') return { zh: '时间写得不对。', en: 'The time is not written right.' };
  return { zh: '写法不对，请核对。', en: 'Not written right; please check.' };
};

const TELL: Record<string, Tell> = {
  too_small: TOO_SMALL,
  too_big: TOO_BIG,
  invalid_format: FORMAT,
  invalid_type: () => ({ zh: '没有填，或者填的不是这类内容。', en: 'Missing, or not the right kind of value.' }),
  invalid_value: () => ({ zh: '请从给出的几项里选。', en: 'Choose one of the options.' }),
  unrecognized_keys: ({ keys }) => ({
    zh: `程序不认识：${(keys ?? []).join('、')}。`,
    en: `Not known: ${(keys ?? []).join(', ')}.`,
  }),
};

const OTHER: Tell = () => ({ zh: '请核对这一项。', en: 'Please check this.' });

/** What is wrong with one field, in plain words. */
export function fieldSentence(language: Language, issue: Issue): string {
  return (TELL[issue.code ?? ''] ?? OTHER)(issue)[language];
}
