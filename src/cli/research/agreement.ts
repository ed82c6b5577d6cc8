import { cohen } from '../../analysis/agreement/cohen.ts';
import type { Codings } from '../../analysis/agreement/codings.ts';
import { krippendorff, type Level } from '../../analysis/agreement/krippendorff.ts';
import { methodError } from '../../analysis/method-error.ts';
import { randomFrom } from '../../analysis/random.ts';
import { type Ask, figure, type Method, type MethodOption } from './method.ts';
import { readRows, readTextFile } from './table.ts';

const COLUMNS = {
  zh: '一行一位编码者，一列一个单位，空格是没有编。第一行可以是单位的名字，第一列可以是编码者的名字',
  en: 'one row a coder, one column a unit, blank where a coder has none. The first row may name the units, the first column the coders',
};
const ROWS: MethodOption = {
  flags: '--rows <what>',
  does: { zh: '一行是一位编码者还是一个单位', en: 'what a row is' },
  choices: ['coders', 'units'],
  fallback: 'coders',
};
const HEADER: MethodOption = {
  flags: '--header <yes|no>',
  does: {
    zh: '第一行是不是名字（不写就看内容）',
    en: 'whether the first row holds names (else it is told from the cells)',
  },
  choices: ['yes', 'no'],
};
const NAMES: MethodOption = {
  flags: '--names <yes|no>',
  does: {
    zh: '第一列是不是名字（不写就看内容）',
    en: 'whether the first column holds names (else it is told from the cells)',
  },
  choices: ['yes', 'no'],
};

const TITLES = [
  'coder',
  'coders',
  'rater',
  'raters',
  'unit',
  'units',
  'observer',
  'annotator',
  'id',
  'name',
  'item',
  '编码者',
  '编码员',
  '单位',
];

/** Codings by coder, without the names of coders and units. */
function codingsOf(ask: Ask): Codings {
  const { rows } = readRows(readTextFile(ask.file));
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const cells = rows.map((row) => [...row.cells, ...new Array<string>(width - row.cells.length).fill('')]);
  const corner = (cells[0]?.[0] ?? '').toLowerCase();
  const titled = TITLES.includes(corner);
  const header = ask.has('header') ? ask.text('header') === 'yes' : titled || holdsNames(cells);
  const body = header ? cells.slice(1) : cells;
  const first = body.map((row) => row[0] ?? '');
  const named = header && (titled || corner === '');
  const names = ask.has('names')
    ? ask.text('names') === 'yes'
    : named ||
      areNames(
        first,
        body.map((row) => row.slice(1)),
      );
  const values = body.map((row) => (names ? row.slice(1) : row));
  if (values.length === 0) throw methodError({ reason: 'no-rows', row: 1 });
  const byCoder =
    ask.text('rows') === 'units' ? (values[0] ?? []).map((_, c) => values.map((row) => row[c] ?? '')) : values;
  return byCoder.map((own) => own.map((value) => (value === '' || value === 'NA' ? null : value)));
}

/** Whether the first row names the units, with or without a corner that says nothing. */
function holdsNames([first = [], ...others]: string[][]): boolean {
  if (first[0] !== '') return areNames(first, others);
  return areNames(
    first.slice(1),
    others.map((row) => row.slice(1)),
  );
}

/**
 * Names are all different, none empty, and none of them a value elsewhere. Numbers are names when they count up by one and
 * are no values, or count 1, 2, 3 … past every value.
 */
function areNames(line: string[], others: string[][]): boolean {
  const values = new Set(others.flat().filter((value) => value !== ''));
  if (line.length < 2 || line.includes('') || new Set(line).size < line.length) return false;
  const apart = line.every((value) => !values.has(value));
  if (line.some((value) => !Number.isFinite(Number(value)))) return apart;
  const first = Number(line[0]);
  if (line.length < 3 || line.some((value, i) => Number(value) !== first + i)) return false;
  return apart || (first === 1 && [...values].every((value) => Number(value) < line.length));
}

const krippendorffMethod: Method = {
  name: 'krippendorff',
  does: {
    zh: '编码者之间一致吗：任意几位，可有空缺（Krippendorff α）',
    en: 'do coders agree: any number of them, with gaps (Krippendorff’s alpha)',
  },
  columns: COLUMNS,
  options: [
    {
      flags: '--level <level>',
      does: { zh: '取值的尺度', en: 'scale of the values' },
      choices: ['nominal', 'ordinal', 'interval', 'ratio'],
      fallback: 'nominal',
    },
    ROWS,
    HEADER,
    NAMES,
    figure('seed', { zh: '随机数种子（区间用）', en: 'seed of chance, for the interval' }, '1'),
    figure('draws', { zh: '抽样次数', en: 'number of draws' }, '1000'),
  ],
  example: 'examples/codings.csv --level ordinal',
  answer: (ask) =>
    krippendorff(codingsOf(ask), {
      level: ask.text('level') as Level,
      random: randomFrom(ask.number('seed')),
      draws: ask.number('draws'),
    }),
};

const cohenMethod: Method = {
  name: 'cohen',
  does: {
    zh: '两位编码者一致吗（Cohen κ，Scott π，百分比）',
    en: 'do two coders agree (Cohen’s kappa, Scott’s pi, percent)',
  },
  columns: COLUMNS,
  options: [
    {
      flags: '--weights <weights>',
      does: { zh: '相差几级怎么算', en: 'how steps apart count' },
      choices: ['none', 'linear', 'quadratic'],
      fallback: 'none',
    },
    ROWS,
    HEADER,
    NAMES,
  ],
  example: 'examples/two-coders.csv',
  answer: (ask) => cohen(codingsOf(ask), { weights: ask.text('weights') as 'none' }),
};

export const AGREEMENT: readonly Method[] = [krippendorffMethod, cohenMethod];
