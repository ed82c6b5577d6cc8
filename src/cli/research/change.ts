import { cronbach } from '../../analysis/change/cronbach.ts';
import { goalAttainment } from '../../analysis/change/goal-attainment.ts';
import { paired } from '../../analysis/change/paired.ts';
import { reliableChange } from '../../analysis/change/reliable-change.ts';
import { column, figure, type Method } from './method.ts';
import { numbersOf } from './table.ts';

const LEVEL = figure('level', { zh: '置信水平', en: 'confidence level' }, '0.95');
const PRE = column('pre', { zh: '以前的分数', en: 'column of scores before' });
const POST = column('post', { zh: '以后的分数', en: 'column of scores after' });

const pairedMethod: Method = {
  name: 'paired',
  does: {
    zh: '同一批人前后相差多少（t、Wilcoxon、符号检验）',
    en: 'how much the same people changed (t, Wilcoxon, sign test)',
  },
  columns: { zh: '一行一个人：以前，以后', en: 'one row a person: before, after' },
  options: [PRE, POST, LEVEL],
  example: 'examples/assessments.csv --pre before --post after',
  answer: (ask) => paired(ask.numbers('pre'), ask.numbers('post'), ask.number('level')),
};

const MEANS = [
  figure('sd', { zh: '第一次评估的标准差', en: 'standard deviation at the first assessment' }),
  figure('reliability', { zh: '信度（0–1）', en: 'reliability (0–1)' }),
  figure('dysfunctional-mean', { zh: '困难人群的平均', en: 'mean of those in difficulty' }),
  figure('dysfunctional-sd', { zh: '困难人群的标准差', en: 'their standard deviation' }),
  figure('functional-mean', { zh: '一般人群的平均', en: 'mean of people in general' }),
  figure('functional-sd', { zh: '一般人群的标准差', en: 'their standard deviation' }),
];

const reliableChangeMethod: Method = {
  name: 'rci',
  does: {
    zh: '每个人的变化超过误差了吗（Jacobson–Truax）',
    en: 'did each person change by more than error (Jacobson–Truax)',
  },
  columns: { zh: '一行一个人：以前，以后', en: 'one row a person: before, after' },
  options: [
    PRE,
    POST,
    ...MEANS,
    { flags: '--lower-is-better', does: { zh: '分数低是好', en: 'low scores are good' } },
    LEVEL,
  ],
  example:
    'examples/assessments.csv --pre before --post after --sd 7.5 --reliability 0.85 --dysfunctional-mean 30 --dysfunctional-sd 7.5 --functional-mean 45 --functional-sd 6',
  answer: (ask) => {
    const answer = reliableChange(ask.numbers('pre'), ask.numbers('post'), {
      sd: ask.number('sd'),
      reliability: ask.number('reliability'),
      dysfunctional: { mean: ask.number('dysfunctional-mean'), sd: ask.number('dysfunctional-sd') },
      functional: { mean: ask.number('functional-mean'), sd: ask.number('functional-sd') },
      higherIsBetter: !ask.has('lower-is-better'),
      level: ask.number('level'),
    });
    return { ...answer, status: 'ok' };
  },
};

const cronbachMethod: Method = {
  name: 'alpha',
  does: { zh: '题目合得起来吗（Cronbach α）', en: 'do the items hang together (Cronbach’s alpha)' },
  columns: { zh: '一行一个人，一列一道题', en: 'one row a person, one column an item' },
  options: [
    {
      flags: '--items <columns>',
      does: { zh: '题目列，用逗号隔开', en: 'columns of items, separated by commas' },
      needed: true,
    },
  ],
  example: 'examples/items.csv --items q1,q2,q3,q4',
  answer: (ask) => cronbach(ask.list('items').map((name) => ({ name, values: numbersOf(ask.table(), name) }))),
};

const goalMethod: Method = {
  name: 'gas',
  does: { zh: '目标达成分 T（Kiresuk–Sherman）', en: 'goal attainment T score (Kiresuk–Sherman)' },
  columns: {
    zh: '一行一个目标：谁的，达到几级（−2…2），权重',
    en: 'one row a goal: whose, the level reached (−2 … 2), the weight',
  },
  options: [
    column('by', { zh: '谁的', en: 'column of people' }),
    column('reached', { zh: '达到几级', en: 'column of levels' }),
    column('weight', { zh: '权重', en: 'column of weights' }),
  ],
  example: 'examples/goals.csv --by client --reached attained --weight weight',
  answer: (ask) => {
    const [people, levels, weights] = [ask.texts('by'), ask.numbers('reached', { as: 'level' }), ask.numbers('weight')];
    const rows = [...new Set(people)].sort().map((name) => {
      const own = (values: Float64Array) => values.filter((_, i) => people[i] === name);
      return { name, goals: own(levels).length, score: goalAttainment(own(levels), own(weights)) };
    });
    return { rows, status: 'ok' };
  },
};

export const CHANGE: readonly Method[] = [pairedMethod, reliableChangeMethod, cronbachMethod, goalMethod];
