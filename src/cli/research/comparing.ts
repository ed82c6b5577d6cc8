import { methodError } from '../../analysis/method-error.ts';
import { mean } from '../../analysis/quantile.ts';
import { randomFrom } from '../../analysis/random.ts';
import { clusterBootstrap } from '../../analysis/uncertainty/cluster-bootstrap.ts';
import { fisher } from '../../analysis/uncertainty/fisher.ts';
import { mcnemar } from '../../analysis/uncertainty/mcnemar.ts';
import { permutationTest } from '../../analysis/uncertainty/permutation-test.ts';
import { poissonRate } from '../../analysis/uncertainty/poisson-rate.ts';
import { rateRatio } from '../../analysis/uncertainty/rate-ratio.ts';
import { wilson } from '../../analysis/uncertainty/wilson.ts';
import { type Ask, column, figure, type Method } from './method.ts';

const LEVEL = figure('level', { zh: '置信水平', en: 'confidence level' }, '0.95');
const SEED = figure('seed', { zh: '随机数种子', en: 'seed of chance' }, '1');

/** Runs a method on each row; its faults name the row. */
function eachRow<T extends object>(n: number, work: (row: number) => T): { rows: T[]; status: 'ok' } {
  return {
    rows: Array.from({ length: n }, (_, i) => {
      try {
        return work(i);
      } catch (error) {
        const { fault } = error as { fault?: { row?: number } };
        if (fault) throw methodError({ ...(fault as { reason: string; column?: string; value?: string }), row: i + 1 });
        throw error;
      }
    }),
    status: 'ok',
  };
}

const at = (values: ArrayLike<number>, i: number) => values[i] as number;

const wilsonMethod: Method = {
  name: 'wilson',
  does: { zh: '比例的区间（Wilson）', en: 'limits of a share (Wilson)' },
  columns: { zh: '一行一个比例：几个，共几个', en: 'one row a share: how many, of how many' },
  options: [
    column('k', { zh: '几个', en: 'column: how many' }),
    column('n', { zh: '共几个', en: 'column: of how many' }),
    LEVEL,
  ],
  example: 'examples/shares.csv --k reached --n eligible',
  answer: (ask) => {
    const [k, n, level] = [ask.numbers('k'), ask.numbers('n'), ask.number('level')];
    return eachRow(k.length, (i) => ({
      k: at(k, i),
      n: at(n, i),
      share: at(k, i) / at(n, i),
      ...wilson(at(k, i), at(n, i), level),
    }));
  },
};

const poissonMethod: Method = {
  name: 'poisson',
  does: { zh: '发生率的精确区间（Poisson）', en: 'exact limits of a rate (Poisson)' },
  columns: { zh: '一行一段时间：几次，多长', en: 'one row a span: events, exposure' },
  options: [
    column('events', { zh: '几次', en: 'column of events' }),
    column('exposure', { zh: '多长', en: 'column of exposure' }),
    LEVEL,
  ],
  example: 'examples/rates.csv --events lapses --exposure days',
  answer: (ask) => {
    const [events, exposure, level] = [ask.numbers('events'), ask.numbers('exposure'), ask.number('level')];
    return eachRow(events.length, (i) => {
      const rate = { events: at(events, i), exposure: at(exposure, i) };
      return { ...rate, ...poissonRate(rate, level) };
    });
  },
};

const rateRatioMethod: Method = {
  name: 'rate-ratio',
  does: {
    zh: '第一行的发生率是第二行的几倍',
    en: 'how many times the rate of the second row is the rate of the first',
  },
  columns: { zh: '两行：几次，多长', en: 'two rows: events, exposure' },
  options: [
    column('events', { zh: '几次', en: 'column of events' }),
    column('exposure', { zh: '多长', en: 'column of exposure' }),
    LEVEL,
  ],
  example: 'examples/rates.csv --events lapses --exposure days',
  answer: (ask) => {
    const [events, exposure] = [ask.numbers('events'), ask.numbers('exposure')];
    if (events.length < 2) throw methodError({ reason: 'no-rows', row: 2 });
    const row = (i: number) => ({ events: at(events, i), exposure: at(exposure, i) });
    return rateRatio(row(0), row(1), ask.number('level'));
  },
};

/** Two different texts of a column, in order. */
function twoValues(ask: Ask, option: string): [string[], [string, string]] {
  const texts = ask.texts(option);
  const empty = texts.indexOf('');
  if (empty >= 0) throw methodError({ reason: 'missing-value', row: empty + 1, column: option });
  const values = [...new Set(texts)].sort();
  if (values.length !== 2)
    throw methodError({ reason: 'not-two-values', column: option, value: values.slice(0, 5).join(', ') });
  return [texts, values as [string, string]];
}

const fisherMethod: Method = {
  name: 'fisher',
  does: { zh: '两件事有没有关系（Fisher 精确检验）', en: 'do two things go together (Fisher’s exact test)' },
  columns: { zh: '一行一个人：两列，每列两种取值', en: 'one row a person: two columns of two values each' },
  options: [
    column('row', { zh: '一列', en: 'first column' }),
    column('column', { zh: '另一列', en: 'second column' }),
    LEVEL,
  ],
  example: 'examples/spells.csv --row mode --column recognised',
  answer: (ask) => {
    const [[first, rows], [second, columns]] = [twoValues(ask, 'row'), twoValues(ask, 'column')];
    const count = (r: number, c: number) =>
      first.filter((value, i) => value === rows[r] && second[i] === columns[c]).length;
    const table: [[number, number], [number, number]] = [
      [count(0, 0), count(0, 1)],
      [count(1, 0), count(1, 1)],
    ];
    return { rows, columns, table, ...fisher(table, ask.number('level')) };
  },
};

const mcnemarMethod: Method = {
  name: 'mcnemar',
  does: { zh: '同一批人前后变了吗（McNemar 精确检验）', en: 'did the same people change (McNemar’s exact test)' },
  columns: { zh: '一行一个人：以前 1/0，以后 1/0', en: 'one row a person: before 1/0, after 1/0' },
  options: [
    column('before', { zh: '以前', en: 'column: before' }),
    column('after', { zh: '以后', en: 'column: after' }),
  ],
  example: 'examples/active.csv --before active_before --after active_after',
  answer: (ask) => {
    const [before, after] = [ask.numbers('before'), ask.numbers('after')];
    const lost = before.filter((value, i) => value === 1 && after[i] === 0).length;
    const won = before.filter((value, i) => value === 0 && after[i] === 1).length;
    return { n: before.length, lost, won, ...mcnemar(lost, won) };
  },
};

const permutationMethod: Method = {
  name: 'permutation',
  does: {
    zh: '两组平均相差是不是偶然（精确排列检验）',
    en: 'is the difference of two means chance (exact permutation)',
  },
  columns: { zh: '一行一个数，一个组（两组）', en: 'one row a value and its group (two groups)' },
  options: [
    column('value', { zh: '数', en: 'column of values' }),
    column('by', { zh: '组', en: 'column of groups' }),
    SEED,
  ],
  example: 'examples/villages.csv --value hours --by near',
  answer: (ask) => {
    const values = ask.numbers('value');
    const [texts, names] = twoValues(ask, 'by');
    const of = (name: string) => values.filter((_, i) => texts[i] === name);
    return {
      groups: names,
      ...permutationTest({ first: of(names[0]), second: of(names[1]) }, { random: randomFrom(ask.number('seed')) }),
    };
  },
};

const bootstrapMethod: Method = {
  name: 'bootstrap',
  does: {
    zh: '平均数的区间，一个人有几行时用（整群抽样）',
    en: 'limits of a mean when people have several rows (cluster bootstrap)',
  },
  columns: { zh: '一行一个数，谁的', en: 'one row a value and whose it is' },
  options: [
    column('value', { zh: '数', en: 'column of values' }),
    column('cluster', { zh: '谁的', en: 'column of people, villages …' }),
    SEED,
    figure('draws', { zh: '抽样次数', en: 'number of draws' }, '2000'),
  ],
  example: 'examples/adoption-periods.csv --value fiscal --cluster unit',
  answer: (ask) => {
    const [values, own] = [ask.numbers('value'), ask.texts('cluster')];
    const clusters = [...new Set(own)].sort().map((name) => [...values.filter((_, i) => own[i] === name)]);
    return clusterBootstrap({
      clusters,
      figure: mean,
      random: randomFrom(ask.number('seed')),
      draws: ask.number('draws'),
    });
  },
};

export const COMPARING: readonly Method[] = [
  wilsonMethod,
  poissonMethod,
  rateRatioMethod,
  fisherMethod,
  mcnemarMethod,
  permutationMethod,
  bootstrapMethod,
];
