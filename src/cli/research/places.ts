import { growthCurve, type GrowthModel } from '../../analysis/diffusion/growth-curve.ts';
import { articulation } from '../../analysis/networks/articulation.ts';
import { brokerage } from '../../analysis/networks/brokerage.ts';
import { centralisation } from '../../analysis/networks/centralisation.ts';
import { corePeriphery } from '../../analysis/networks/core-periphery.ts';
import { externalInternal } from '../../analysis/networks/external-internal.ts';
import { twoMode } from '../../analysis/networks/graph.ts';
import { projection } from '../../analysis/networks/projection.ts';
import { removal } from '../../analysis/networks/removal.ts';
import { funnel } from '../../analysis/participation/funnel.ts';
import { lapseSpells } from '../../analysis/participation/lapse-spells.ts';
import { randomFrom } from '../../analysis/random.ts';
import { concentration } from '../../analysis/resources/concentration.ts';
import { inequality } from '../../analysis/resources/inequality.ts';
import { continuity } from '../../analysis/trend/continuity.ts';
import { differenceInDifferences } from '../../analysis/trend/difference-in-differences.ts';
import { kendall } from '../../analysis/trend/kendall.ts';
import { theilSen } from '../../analysis/trend/theil-sen.ts';
import { column, figure, type Method } from './method.ts';

const X = column('x', { zh: '时间列', en: 'column of times' });
const Y = column('y', { zh: '数', en: 'column of values' });
const SEED = figure('seed', { zh: '随机数种子', en: 'seed of chance' }, '1');
const UNTIL = { flags: '--until <day>', does: { zh: '资料到哪一天', en: 'the last day of the data' }, needed: true };
const PERSON = column('person', { zh: '谁', en: 'column of people' });
const DAY = column('day', { zh: '日期（年-月-日）', en: 'column of days (YYYY-MM-DD)' });

const theilSenMethod: Method = {
  name: 'theil-sen',
  does: { zh: '每期升多少，不怕个别怪数（Theil–Sen）', en: 'the rise a period, whatever single values do (Theil–Sen)' },
  columns: { zh: '一行一期：时间，数', en: 'one row a period: time, value' },
  options: [X, Y],
  example: 'examples/quarters.csv --x quarter --y share',
  answer: (ask) => theilSen(ask.numbers('x'), ask.numbers('y')),
};

const kendallMethod: Method = {
  name: 'kendall',
  does: { zh: '两列数一起升降吗（Kendall τ）', en: 'do two columns rise together (Kendall’s tau)' },
  columns: { zh: '一行一对数', en: 'one row a pair of values' },
  options: [X, Y],
  example: 'examples/quarters.csv --x quarter --y share',
  answer: (ask) => kendall(ask.numbers('x'), ask.numbers('y')),
};

const didMethod: Method = {
  name: 'did',
  does: {
    zh: '做了的村比没做的多变了多少（双重差分）',
    en: 'did treated places change more (difference in differences)',
  },
  columns: {
    zh: '一行一处一期：处、期、做没做（1/0）、开始以后（1/0）、数',
    en: 'one row a unit and period: unit, period, treated (1/0), after the start (1/0), outcome',
  },
  options: [
    column('unit', { zh: '处', en: 'column of units' }),
    column('period', { zh: '期', en: 'column of periods' }),
    column('treated', { zh: '做没做', en: 'column: treated at all' }),
    column('post', { zh: '开始以后', en: 'column: from the start on' }),
    column('outcome', { zh: '数', en: 'column of outcomes' }),
    SEED,
  ],
  example: 'examples/panel.csv --unit village --period quarter --treated treated --post post --outcome y',
  answer: (ask) =>
    differenceInDifferences(
      {
        unit: ask.texts('unit'),
        period: ask.numbers('period'),
        treated: ask.numbers('treated'),
        post: ask.numbers('post'),
        outcome: ask.numbers('outcome'),
      },
      { random: randomFrom(ask.number('seed')) },
    ),
};

const inequalityMethod: Method = {
  name: 'inequality',
  aliases: ['gini', 'theil', 'hoover'],
  does: { zh: '各处分得匀吗（Gini、Theil、Hoover）', en: 'is service spread evenly (Gini, Theil, Hoover)' },
  columns: { zh: '一行一处：服务量，人口，可有类别', en: 'one row a place: service, population, kind of place' },
  options: [
    column('service', { zh: '服务量', en: 'column of service' }),
    column('population', { zh: '人口（不写就每处算 1）', en: 'column of people (else each place counts one)' }, false),
    column('by', { zh: '类别', en: 'column of kinds of place' }, false),
  ],
  example: 'examples/villages.csv --service hours --population population --by group',
  answer: (ask) => {
    const service = ask.numbers('service');
    const population = ask.has('population') ? ask.numbers('population') : service.map(() => 1);
    return inequality({ service, population, ...(ask.has('by') ? { group: ask.texts('by', 'group') } : {}) });
  },
};

const concentrationMethod: Method = {
  name: 'concentration',
  does: { zh: '来源集中吗（HHI，有效来源数）', en: 'do few give most (HHI, effective sources)' },
  columns: { zh: '一行一笔：金额，可有来源', en: 'one row a gift: amount, source' },
  options: [
    column('amount', { zh: '金额', en: 'column of amounts' }),
    column('by', { zh: '来源', en: 'column of sources' }, false),
  ],
  example: 'examples/sources.csv --amount amount --by source',
  answer: (ask) => {
    const amounts = ask.numbers('amount');
    if (!ask.has('by')) return concentration(amounts);
    const own = ask.texts('by');
    const sources = [...new Set(own)].sort();
    const sums = sources.map((name) => amounts.reduce((sum, x, i) => (own[i] === name ? sum + x : sum), 0));
    return { sources, ...concentration(sums) };
  },
};

const networkMethod: Method = {
  name: 'network',
  does: {
    zh: '谁和谁一起做事：密度、集中、谁在中间',
    en: 'who acts with whom: density, centralisation, who stands between',
  },
  columns: { zh: '一行：一方参加一次活动，可有部门', en: 'one row: a party took part in an event, with its sector' },
  options: [
    column('party', { zh: '参与方', en: 'column of parties' }),
    column('event', { zh: '活动', en: 'column of events' }),
    column('sector', { zh: '部门', en: 'column of sectors' }, false),
    {
      flags: '--without <parties>',
      does: { zh: '去掉这几方看看，用逗号隔开', en: 'test the removal of these parties, separated by commas' },
    },
    SEED,
  ],
  example: 'examples/participation.csv --party party --event project --sector sector --without sws1',
  answer: (ask) => {
    const party = ask.texts('party');
    const table = twoMode({ party, event: ask.texts('event') });
    const network = projection(table);
    const sectors = ask.has('sector')
      ? Object.fromEntries(ask.texts('sector').map((own, i) => [party[i], own]))
      : undefined;
    return {
      parties: table.parties.length,
      events: table.events.length,
      ...centralisation(network),
      articulation: articulation(network),
      corePeriphery: corePeriphery(network, { random: randomFrom(ask.number('seed')) }),
      ...(sectors
        ? { externalInternal: externalInternal(network, sectors), brokerage: brokerage(network, sectors) }
        : {}),
      ...(ask.has('without') ? { removal: removal(table, ask.list('without')) } : {}),
    };
  },
};

const funnelMethod: Method = {
  name: 'funnel',
  does: {
    zh: '第一次、第二次、持续：每步有多少人',
    en: 'first time, second time, sustained: how many reach each step',
  },
  columns: { zh: '一行：谁哪天参加', en: 'one row: who took part on which day' },
  options: [PERSON, DAY, UNTIL],
  example: 'examples/acts.csv --person person --day day --until 2026-06-30',
  answer: (ask) => ({
    steps: funnel({ person: ask.texts('person'), day: ask.texts('day') }, { until: ask.text('until') }),
    status: 'ok',
  }),
};

const spellsMethod: Method = {
  name: 'spells',
  does: {
    zh: '每个人持续了多久，停了没有（给 kaplan-meier 用）',
    en: 'how long each person went on, and whether they stopped (for kaplan-meier)',
  },
  columns: { zh: '一行：谁哪天参加', en: 'one row: who took part on which day' },
  options: [
    PERSON,
    DAY,
    UNTIL,
    figure('gap', { zh: '多少天没来算停', en: 'days without an act that count as stopped' }, '90'),
  ],
  example: 'examples/acts.csv --person person --day day --until 2026-06-30',
  answer: (ask) => ({
    rows: lapseSpells(
      { person: ask.texts('person'), day: ask.texts('day') },
      { until: ask.text('until'), gap: ask.number('gap') },
    ),
    status: 'ok',
  }),
};

const continuityMethod: Method = {
  name: 'continuity',
  does: {
    zh: '服务断了没有，是不是同一个人在做（PDC、COC）',
    en: 'was service kept up, and by the same worker (PDC, COC)',
  },
  columns: { zh: '一行一次服务：谁，哪天，可有社工', en: 'one row a service: client, day, worker' },
  options: [
    PERSON,
    DAY,
    column('worker', { zh: '社工', en: 'column of workers' }, false),
    UNTIL,
    figure('window', { zh: '计划多少天一次', en: 'planned days between services' }, '30'),
    { flags: '--boundary <day>', does: { zh: '合同最后一天', en: 'last day of a contract' } },
  ],
  example: 'examples/services.csv --person client --day date --worker worker --until 2026-06-30 --boundary 2026-03-31',
  answer: (ask) => {
    const [people, days] = [ask.texts('person'), ask.texts('day')];
    const workers = ask.has('worker') ? ask.texts('worker') : undefined;
    const rows = [...new Set(people)].sort().map((name) => {
      const own = (column: string[]) => column.filter((_, i) => people[i] === name);
      return {
        name,
        ...continuity({
          days: own(days),
          until: ask.text('until'),
          window: ask.number('window'),
          ...(workers ? { workers: own(workers) } : {}),
          ...(ask.has('boundary') ? { boundary: ask.text('boundary') } : {}),
        }),
      };
    });
    return { rows, status: 'ok' };
  },
};

const growthMethod: Method = {
  name: 'growth',
  does: { zh: '采用的 S 形曲线（logistic、Gompertz、Bass）', en: 'the S-curve of adoption (logistic, Gompertz, Bass)' },
  columns: { zh: '一行一期：第几期，累计多少', en: 'one row a period: number of the period, adopters so far' },
  options: [
    X,
    column('total', { zh: '累计', en: 'column of running totals' }),
    {
      flags: '--model <model>',
      does: { zh: '曲线', en: 'curve' },
      choices: ['logistic', 'gompertz', 'bass'],
      fallback: 'logistic',
    },
    { flags: '--ceiling <number>', does: { zh: '固定上限', en: 'fixes the ceiling' } },
    { flags: '--units <number>', does: { zh: '最多有多少个单位', en: 'how many could adopt at most' } },
  ],
  example: 'examples/adopters.csv --x period --total adopters --units 50',
  answer: (ask) => {
    return growthCurve({
      x: ask.numbers('x'),
      total: ask.numbers('total'),
      model: ask.text('model') as GrowthModel,
      ...(ask.has('ceiling') ? { ceiling: ask.number('ceiling') } : {}),
      ...(ask.has('units') ? { units: ask.number('units') } : {}),
    });
  },
};

export const PLACES: readonly Method[] = [
  theilSenMethod,
  kendallMethod,
  didMethod,
  inequalityMethod,
  concentrationMethod,
  networkMethod,
  funnelMethod,
  spellsMethod,
  continuityMethod,
  growthMethod,
];
