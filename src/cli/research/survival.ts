import { aalenJohansen } from '../../analysis/survival/aalen-johansen.ts';
import { cox } from '../../analysis/survival/cox.ts';
import { discreteTime } from '../../analysis/survival/discrete-time.ts';
import { kaplanMeierBy, survivalAt, type SurvivalCurve } from '../../analysis/survival/kaplan-meier.ts';
import { lifeTable } from '../../analysis/survival/life-table.ts';
import { logRank } from '../../analysis/survival/log-rank.ts';
import { nelsonAalen } from '../../analysis/survival/nelson-aalen.ts';
import { restrictedMean } from '../../analysis/survival/restricted-mean.ts';
import { type Spells, splitByGroup } from '../../analysis/survival/spells.ts';
import { turnbull } from '../../analysis/survival/turnbull.ts';
import { methodError } from '../../analysis/method-error.ts';
import { type Ask, column, figure, type Method, type MethodOption } from './method.ts';
import { numbersOf } from './table.ts';

const TIME = column('time', { zh: '时间列（不小于 0）', en: 'column of times (0 or more)' });
const EVENT = column('event', { zh: '事件列：1 发生，0 还没有', en: 'column of events: 1 it happened, 0 not yet' });
const ENTRY = column('entry', { zh: '晚于 0 开始观察的时间列', en: 'column of late starts of follow-up' }, false);
const BY = column('by', { zh: '分组列', en: 'column of groups' }, false);
const STRATA = column('strata', { zh: '分层列', en: 'column of strata' }, false);
const CLUSTER = column(
  'cluster',
  { zh: '同一个人（单位）的行', en: 'column of people or units with several rows' },
  false,
);
const LEVEL = figure('level', { zh: '置信水平', en: 'confidence level' }, '0.95');
const COVARIATES: MethodOption = {
  flags: '--covariates <columns>',
  does: { zh: '因素列，用逗号隔开', en: 'columns of covariates, separated by commas' },
  needed: true,
};
const ONE_ROW = {
  zh: '一行一个人：时间，事件（1/0），可有分组和因素',
  en: 'one row a person: a time, an event (1/0), groups and covariates as named',
};
const SPELLS = 'examples/spells.csv --time days --event lapsed';

function spellsOf(ask: Ask): Spells {
  const entry = ask.has('entry') ? { entry: ask.numbers('entry') } : {};
  return { time: ask.numbers('time'), event: ask.numbers('event'), ...entry };
}

function groupOf(ask: Ask, n: number): string[] {
  return ask.has('by') ? ask.texts('by', 'group') : new Array<string>(n).fill('all');
}

function covariatesOf(ask: Ask) {
  return ask.list('covariates').map((name) => ({ name, values: numbersOf(ask.table(), name) }));
}

function pointsOf(curve: SurvivalCurve) {
  return Array.from(curve.times, (time, i) => ({
    time,
    atRisk: curve.atRisk[i],
    events: curve.events[i],
    censored: curve.censored[i],
    survival: curve.survival[i],
    standardError: curve.standardError[i],
    lower: curve.lower[i] ?? null,
    upper: curve.upper[i] ?? null,
  }));
}

const kaplanMeierMethod: Method = {
  name: 'kaplan-meier',
  does: { zh: '到某时还有多少人在（Kaplan–Meier）', en: 'the share still there by time (Kaplan–Meier)' },
  columns: ONE_ROW,
  options: [
    TIME,
    EVENT,
    BY,
    ENTRY,
    LEVEL,
    {
      flags: '--scale <scale>',
      does: { zh: '区间的算法', en: 'scale of the limits' },
      choices: ['log-log', 'log', 'plain'],
      fallback: 'log-log',
    },
    {
      flags: '--at <times>',
      does: { zh: '只列这些时间，用逗号隔开', en: 'tell these times too, separated by commas' },
    },
  ],
  example: `${SPELLS} --by mode`,
  answer: (ask) => {
    const spells = spellsOf(ask);
    const options = { level: ask.number('level'), scale: ask.text('scale') as 'log' };
    const times = timesOf(ask);
    return {
      groups: kaplanMeierBy(spells, groupOf(ask, spells.time.length), options).map(({ curve, ...group }) => ({
        ...group,
        ...(times ? { at: survivalAt(curve, times) } : {}),
        curve: pointsOf(curve),
      })),
      status: 'ok',
    };
  },
};

function timesOf(ask: Ask): number[] | undefined {
  if (!ask.has('at')) return undefined;
  return ask.list('at').map((text) => {
    if (Number.isFinite(Number(text))) return Number(text);
    throw methodError({ reason: 'not-a-number', column: '--at', value: text });
  });
}

const logRankMethod: Method = {
  name: 'log-rank',
  does: { zh: '各组离开得一样快吗（log-rank）', en: 'do groups leave equally fast (log-rank)' },
  columns: ONE_ROW,
  options: [
    TIME,
    EVENT,
    { ...BY, needed: true },
    ENTRY,
    STRATA,
    figure('rho', { zh: '权重 S^rho：0 log-rank，1 Peto', en: 'weight S^rho: 0 log-rank, 1 Peto' }, '0'),
  ],
  example: `${SPELLS} --by mode`,
  answer: (ask) =>
    logRank({
      spells: spellsOf(ask),
      group: ask.texts('by', 'group'),
      weight: { rho: ask.number('rho') },
      ...(ask.has('strata') ? { strata: ask.texts('strata') } : {}),
    }),
};

const coxMethod: Method = {
  name: 'cox',
  does: { zh: '哪些因素和离开快慢有关（Cox）', en: 'what goes with leaving sooner (Cox)' },
  columns: ONE_ROW,
  options: [
    TIME,
    EVENT,
    COVARIATES,
    {
      flags: '--ties <rule>',
      does: { zh: '同一时间的算法', en: 'rule for equal times' },
      choices: ['efron', 'breslow'],
      fallback: 'efron',
    },
    ENTRY,
    STRATA,
    CLUSTER,
    LEVEL,
  ],
  example: `${SPELLS} --covariates group,age60,recognised`,
  answer: (ask) =>
    cox({
      spells: spellsOf(ask),
      covariates: covariatesOf(ask),
      ties: ask.text('ties') as 'efron',
      level: ask.number('level'),
      ...(ask.has('strata') ? { strata: ask.texts('strata') } : {}),
      ...(ask.has('cluster') ? { cluster: ask.texts('cluster') } : {}),
    }),
};

const competingMethod: Method = {
  name: 'competing-risks',
  does: {
    zh: '因不同原因离开的各有多少（Aalen–Johansen）',
    en: 'the share that left for each reason (Aalen–Johansen)',
  },
  columns: {
    zh: '一行一个人：时间，原因（0 还在，1、2……）',
    en: 'one row a person: a time, a reason (0 still there, 1, 2 …)',
  },
  options: [
    TIME,
    { ...EVENT, does: { zh: '原因列：0 还在，1、2……', en: 'column of reasons: 0 still there, 1, 2 …' } },
    { flags: '--at <times>', does: { zh: '哪些时间，用逗号隔开', en: 'at these times, separated by commas' } },
  ],
  example: 'examples/exits.csv --time days --event reason --at 60,120,360',
  answer: (ask) => aalenJohansen({ time: ask.numbers('time'), event: ask.numbers('event') }, timesOf(ask)),
};

const nelsonAalenMethod: Method = {
  name: 'nelson-aalen',
  does: { zh: '累积风险（Nelson–Aalen）', en: 'risk that has piled up by time (Nelson–Aalen)' },
  columns: ONE_ROW,
  options: [TIME, EVENT, BY, ENTRY],
  example: SPELLS,
  answer: (ask) => {
    const spells = spellsOf(ask);
    const groups = splitByGroup(spells, groupOf(ask, spells.time.length)).map(({ name, spells: own }) => {
      const { times, atRisk, events, hazard, standardError } = nelsonAalen(own);
      return {
        name,
        curve: Array.from(times, (time, i) => ({
          time,
          atRisk: atRisk[i],
          events: events[i],
          hazard: hazard[i],
          standardError: standardError[i],
        })),
      };
    });
    return { groups, status: 'ok' };
  },
};

const restrictedMeanMethod: Method = {
  name: 'rmst',
  does: { zh: '到某时为止平均留了多久', en: 'mean time up to a limit (restricted mean)' },
  columns: ONE_ROW,
  options: [TIME, EVENT, BY, figure('until', { zh: '到什么时间', en: 'up to this time' })],
  example: `${SPELLS} --until 365`,
  answer: (ask) => {
    const spells = spellsOf(ask);
    const until = ask.number('until');
    const groups = kaplanMeierBy(spells, groupOf(ask, spells.time.length)).map(({ name, n, events, curve }) => ({
      name,
      n,
      events,
      ...restrictedMean(curve, until),
    }));
    return { until, groups, status: 'ok' };
  },
};

const lifeTableMethod: Method = {
  name: 'life-table',
  does: { zh: '逐期：还没有的有多少，这一期有了多少', en: 'period by period: how many were open, how many had it' },
  columns: { zh: '一行一个单位一期：期，事件（1/0）', en: 'one row a unit and period: the period, the event (1/0)' },
  options: [column('period', { zh: '期', en: 'column of periods' }), EVENT],
  example: 'examples/adoption-periods.csv --period year --event adopt',
  answer: (ask) => ({ rows: lifeTable({ period: ask.numbers('period'), event: ask.numbers('event') }), status: 'ok' }),
};

const discreteTimeMethod: Method = {
  name: 'discrete-time',
  does: {
    zh: '逐期采用和哪些因素有关（logit 或 cloglog）',
    en: 'what goes with adopting in a period (logit or cloglog)',
  },
  columns: { zh: '一行一个单位一期，到事件为止', en: 'one row a unit and period, up to the event' },
  options: [
    EVENT,
    COVARIATES,
    { flags: '--link <link>', does: { zh: '模型', en: 'model' }, choices: ['logit', 'cloglog'], fallback: 'logit' },
    CLUSTER,
    {
      flags: '--firth',
      does: { zh: '因素把结果完全分开时用的修正', en: 'penalty for covariates that separate the outcome' },
    },
    LEVEL,
  ],
  example: 'examples/adoption-periods.csv --event adopt --covariates fiscal,neigh_prop,mandate --cluster unit',
  answer: (ask) =>
    discreteTime({
      event: ask.numbers('event'),
      covariates: covariatesOf(ask),
      link: ask.text('link') as 'logit',
      firth: ask.has('firth'),
      level: ask.number('level'),
      ...(ask.has('cluster') ? { cluster: ask.texts('cluster') } : {}),
    }),
};

const turnbullMethod: Method = {
  name: 'turnbull',
  does: { zh: '只知道在两个时间之间发生的（Turnbull）', en: 'events known to lie between two times (Turnbull)' },
  columns: { zh: '两列：不早于，不晚于（空：还没有）', en: 'two columns: after this, by this (empty: not yet)' },
  options: [
    column('after', { zh: '不早于', en: 'column: not yet then' }),
    column('before', { zh: '不晚于（空：还没有）', en: 'column: by then (empty: not seen)' }),
  ],
  example: 'examples/between.csv --after after --before by',
  answer: (ask) => turnbull({ after: ask.numbers('after'), by: ask.numbers('before', { as: 'by', empty: Infinity }) }),
};

export const SURVIVAL: readonly Method[] = [
  kaplanMeierMethod,
  logRankMethod,
  coxMethod,
  competingMethod,
  nelsonAalenMethod,
  restrictedMeanMethod,
  lifeTableMethod,
  discreteTimeMethod,
  turnbullMethod,
];
