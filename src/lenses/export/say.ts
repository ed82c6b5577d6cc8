import { minuteInChina } from '../../platform/clock.ts';
import type { Lens, Reading, Value } from '../schema.ts';

/** The words of an exported lens: Chinese, as it is handed in. */
export const STATUS_WORDS: Record<Value['status'], string> = {
  shown: '',
  'counts-only': '不写百分比',
  suppressed: '不写出来',
  'not-yet-measurable': '还说不了',
};

const UNIT_WORDS: Record<Value['unit'], string> = {
  share: '',
  hours: '小时',
  people: '人',
  times: '次',
  places: '处',
  parties: '家',
  yuan: '元',
  days: '天',
  ratio: '倍',
  index: '',
  chance: '',
};

const number = (value: number, digits = 3): string => String(Math.round(value * 10 ** digits) / 10 ** digits);
const percent = (value: number): string => `${number(value * 100, 1)}%`;

/** Shares of people and of hours are per cent; sums and indexes are what they are. */
const isShare = (value: Value): boolean => value.denominator !== null || value.unit === 'share';

export function sayValue(value: Value): string {
  if (value.status === 'suppressed') return STATUS_WORDS.suppressed;
  if (value.status === 'not-yet-measurable') return '还说不了';
  if (value.value === null) return sayCounts(value);
  if (value.unit === 'chance' && value.value < 0.0005) return '小于 0.001';
  return isShare(value) ? percent(value.value) : `${number(value.value)} ${UNIT_WORDS[value.unit]}`.trim();
}

export function sayCounts({ numerator, denominator, n, unit }: Value): string {
  if (numerator === null || denominator === null) return n === null ? '' : `n ${n}`;
  return `${number(numerator)} / ${number(denominator)} ${UNIT_WORDS[unit]}`.trim();
}

export function sayInterval(value: Value): string {
  if (!value.interval) return '';
  const of = isShare(value) ? percent : number;
  return `${of(value.interval.lower)} 到 ${of(value.interval.upper)}`;
}

export function saySplit(value: Value): string {
  const same = value.evidenced?.value;
  if (same === null || same === undefined) return '';
  return isShare(value) ? percent(same) : number(same);
}

export function sayBroad(value: Value): string {
  return value.broad?.value === null || value.broad?.value === undefined ? '' : percent(value.broad.value);
}

/** One row a value: what the table of a reading says. */
export const VALUE_HEAD = ['项目', '数', '分子 / 分母', '95% 区间', '算上两委', '有记录的', '说明'];

export function valueRow(value: Value): string[] {
  const name =
    value.group && !value.key.startsWith(value.group.key)
      ? `${value.group.label.zh}：${value.label.zh}`
      : value.label.zh;
  const group = value.group && value.key.startsWith(value.group.key) ? `${value.group.label.zh}：` : '';
  return [
    `${group}${name}`,
    sayValue(value),
    sayCounts(value),
    sayInterval(value),
    sayBroad(value),
    saySplit(value),
    STATUS_WORDS[value.status],
  ];
}

/** How the figures came to be: enough to count them again. */
export function methodNote(lens: Lens, { program, query }: { program: string; query: string }): string[] {
  const { from, to, name } = lens.scope;
  const line = ({ definition, window }: Reading) =>
    `${definition.id} 第 ${definition.version} 版 ${definition.name.zh}：${definition.formula.zh}；所用：${definition.inputs.zh}；最少：${definition.minimum.zh}；会看错的地方：${definition.threats.zh}；出处：${definition.sources.join('；')}；日子：${window.from} 至 ${window.to}`;
  return [
    `范围：${name}，${from} 至 ${to}（首尾都算）。数于 ${minuteInChina(new Date(lens.asOf))}。`,
    `程序：合力 ${program}。查询：${query}。`,
    ...[...lens.readings, lens.quality.completeness].map(line),
    '记下的不等于发生过的：区间说的是同类事情再来一次会差多少，没记的不在里面。只说相符、看不出、没有数，不说证明。',
  ];
}
