import { articulation } from '../../analysis/networks/articulation.ts';
import { centralisation } from '../../analysis/networks/centralisation.ts';
import { externalInternal } from '../../analysis/networks/external-internal.ts';
import { projection } from '../../analysis/networks/projection.ts';
import { removal } from '../../analysis/networks/removal.ts';
import type { Facts } from '../facts.ts';
import { type Cell, cellAt, type Measure, wanted } from '../measure.ts';
import { drawNetwork, enoughTied, LEAST_TIED, STATION, tableOf } from '../network.ts';
import type { Both } from '../schema.ts';

type Table = ReturnType<typeof tableOf>;

/** An index of the whole network: nothing under 8 parties and 5 events. */
function index(table: Table, key: string, { label, value }: { label: Both; value: number | null }): Cell {
  return {
    key,
    label,
    unit: 'index',
    counted: {
      how: 'figure',
      value,
      interval: null,
      routine: 'network',
      counts: { parties: table.mode?.parties.length ?? 0, events: table.mode?.events.length ?? 0 },
    },
    n: table.mode?.parties.length ?? 0,
    persons: table.persons,
    ...(table.left > 0 ? { reasons: ['kept-to-the-most-active'] } : {}),
  };
}

/** What is left together without the station: from "its occasions would not have been" to "they would". */
function withoutStation(table: Table): Cell[] {
  const found = table.mode?.parties.includes(STATION) ? removal(table.mode, [STATION]) : undefined;
  const ok = found?.status === 'ok' ? found : null;
  const enough = enoughTied(table);
  const cell = (key: string, label: Both, numerator: number | undefined): Cell => ({
    key,
    label,
    unit: 'parties',
    counted:
      ok && enough
        ? { how: 'share', numerator: numerator ?? 0, denominator: ok.others }
        : {
            how: 'figure',
            value: null,
            routine: 'network',
            counts: { parties: ok?.others ?? 0, events: table.mode?.events.length ?? 0 },
          },
    n: ok?.others ?? 0,
    persons: table.persons,
    ...(found ? {} : { reasons: ['station-not-in-the-network'] }),
  });
  return [
    cell(
      'removal-lower',
      { zh: '社工站一撤，它张罗的场合也没了：还连得上的', en: 'Without the station and its occasions: still together' },
      ok?.largestLower,
    ),
    cell(
      'removal-upper',
      { zh: '社工站一撤，场合照旧：还连得上的', en: 'Without the station, occasions as before: still together' },
      ok?.largestUpper,
    ),
  ];
}

function indexes(table: Table): Cell[] {
  if (!table.mode) return [];
  const network = projection(table.mode);
  const shape = centralisation(network);
  const ties = externalInternal(network, table.sectors);
  const [ok, across] = [shape.status === 'ok' ? shape : null, ties.status === 'ok' ? ties : null];
  const add = (key: string, zh: string, en: string) => ({ key, label: { zh, en } });
  const rows: [{ key: string; label: Both }, number | null][] = [
    [add('parties', '几家', 'Parties'), table.mode.parties.length],
    [add('ties', '几条线', 'Ties'), ok?.edges ?? null],
    [add('density', '线的密度', 'Density'), ok?.density ?? null],
    [
      add('degree-centralisation', '多集中在一家（按线数）', 'Centralisation by ties'),
      ok?.degreeCentralisation ?? null,
    ],
    [
      add('betweenness-centralisation', '多集中在一家（按必经）', 'Centralisation by passing through'),
      ok?.betweennessCentralisation ?? null,
    ],
    [
      add('external-internal', '跨界的线多还是界内的线多', 'Ties across sectors against within (E-I)'),
      across?.index ?? null,
    ],
    [
      add('external-internal-expected', '各类家数摆着，平均该有的', 'The same, expected at equal density'),
      across?.expected ?? null,
    ],
    [add('articulation', '走了就断线的有几家', 'Parties whose going breaks it apart'), articulation(network).length],
  ];
  return rows.map(([{ key, label }, value]) => index(table, key, { label, value }));
}

/** Structure: who did something with whom, and what holds without the station. */
export const measure: Measure = {
  id: 'B3',
  version: 1,
  lens: 'community',
  part: 'structural-community',
  name: { zh: '谁和谁一起做过事', en: 'Who did something with whom' },
  question: { zh: '社工站走了，大家还转得动吗？', en: 'If the station went, would things still go on?' },
  formula: {
    zh: 'W = B Bᵀ，B 是谁（各家、各人，站里的社工合成一家）参加了哪件事，只看两家以上的事；密度 2m/(n(n−1))；Freeman 中心势；E-I 和它最大、最小时比 (maxE − maxI)/(maxE + maxI)；拿掉社工站：其余各家里连在一起的最大一块，上限 = 只拿掉站，下限 = 站办的事也拿掉',
    en: 'W = B Bᵀ of party × act, over acts of two or more parties (the station’s workers are one); density 2m/(n(n−1)); Freeman centralisation; E-I with (maxE − maxI)/(maxE + maxI); removal: largest part of the others, upper = station out of W, lower = its events dropped too',
  },
  inputs: { zh: '每件事里谁出了力、出了钱、出了主意', en: 'Who gave anything at each act' },
  unit: 'index',
  minimum: { zh: '8 家、5 件事', en: '8 parties, 5 acts' },
  threats: {
    zh: '碰过面不等于合作；一场大会把人都连上；家数不同，密度不能比。上下两头一起看，只看上头会好看。',
    en: 'Meeting is not cooperating; one mass meeting ties everybody; density falls with size. Read both ends: the upper alone flatters.',
  },
  sources: [
    'measures.md B3',
    'Breiger 1974, doi:10.2307/2576011',
    'Freeman 1978, doi:10.1016/0378-8733(78)90021-7',
    'Krackhardt & Stern 1988, doi:10.2307/2786835',
  ],
  needs: ['acts', 'names'],
  headline: 'removal-lower',
  count: (facts: Facts) => {
    const table = tableOf(facts);
    return [...withoutStation(table), ...indexes(table)];
  },
  draw: (facts) => drawNetwork(facts),
  record: (_, cells) => {
    const found = cellAt(cells, 'parties')?.counted;
    const counts = found?.how === 'figure' ? found.counts : {};
    return [
      ...wanted(
        'parties',
        {
          zh: '单位、小组和居民，谁出了力都记进那件事',
          en: 'Put everyone who gave into the act: partners, groups, residents',
        },
        { have: counts?.['parties'] ?? 0, need: LEAST_TIED.parties },
      ),
      ...wanted(
        'together',
        { zh: '两家以上一起做的事', en: 'Acts of two or more parties' },
        { have: counts?.['events'] ?? 0, need: LEAST_TIED.events },
      ),
    ];
  },
};
