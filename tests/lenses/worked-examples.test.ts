// What the lenses say of ledgers whose answers are known: every figure was worked out by hand or by R beforehand
// (tests/analysis/fixtures). The ledgers are written by workers through their commands.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readJson } from '../analysis/read-fixture.ts';
import { enter } from '../doors/town.ts';
import { join, setUpStation } from '../support/cast.ts';
import { startProgram, type TestProgram } from '../support/program.ts';
import { randomUUID } from 'node:crypto';
import { type SmallLedger, writeSmallLedger } from './ledger-small.ts';
import { FREEZE, writeFlood, writeNetwork, writeSixty, writeVillages } from './other-stations.ts';
import { type Desk, lens, reading, value } from './recording.ts';

const small = readJson('ledger_small/expected.json');
const HALF_YEAR = { from: '2026-01-01', to: '2026-06-30' };

let program: TestProgram;
let qinghe: Desk;
let flooded: Desk;
let sixty: Desk;
let tied: Desk;
let villages: Desk;
let ledger: SmallLedger;
let flood: string;

async function openStation(keeper: Desk, nth: string): Promise<Desk> {
  const id = randomUUID();
  const head = `站长${nth}`;
  const station = { id, town: `430181${nth}000`, name: `第${nth}站`, operator: '合力社工服务中心', head };
  const opened = await keeper.client.call('access/openStation', station);
  if (opened.status !== 200) throw new Error(JSON.stringify(opened.body));
  return { client: await enter(program.address, opened.body.token, head), station: id };
}

const meOf = async ({ client }: Desk): Promise<string> => (await client.call('access/me')).body.id;

beforeAll(async () => {
  program = await startProgram();
  const { zhou, station } = await setUpStation(program.address);
  qinghe = { client: zhou, station };
  const he = await join(program.address, { zhou, station }, { name: '何晓川', role: 'worker' });
  const w2 = (await he.call('access/me')).body.id;
  [flooded, sixty, tied, villages] = (await Promise.all(
    ['002', '003', '004', '102'].map((nth) => openStation(qinghe, nth)),
  )) as [Desk, Desk, Desk, Desk];
  const areas = (await villages.client.call('places/villages', { station: villages.station })).body.items;
  const codes = areas.map((area: { code: string }) => area.code).slice(0, 3);
  const works = [
    writeSmallLedger(qinghe, { w1: await meOf(qinghe), w2 }),
    writeFlood(flooded),
    writeSixty(sixty),
    meOf(tied).then((worker) => writeNetwork(tied, worker)),
    writeVillages(villages, codes),
  ] as const;
  [ledger, flood] = await Promise.all(works);
});
afterAll(() => program?.stop());

describe('000: the small ledger, and a flood', () => {
  test('A4: 22 of 45 hours were given without a worker there', async () => {
    const answer = await lens(qinghe, 'resilience', HALF_YEAR);
    const share = value(answer, 'A4', 'share');
    expect([share.numerator, share.denominator, share.status]).toEqual([22, 45, 'shown']);
    expect(share.value).toBeCloseTo(small.A4_endogenous_share.share, 9);
    expect(share.broad).toMatchObject({ numerator: 22, denominator: 47 });
  });

  test('A6: 22 hours in ordinary fortnights, 2.77 times as many at the peak, ordinary again on day 42', async () => {
    const answer = await lens(flooded, 'resilience', HALF_YEAR);
    const told = (key: string) => value(answer, 'A6', `${flood}:${key}`);
    expect(told('baseline').value).toBe(22);
    expect(told('peak').value).toBeCloseTo(2.77, 2);
    expect(told('settled').value).toBe(42);
    expect(told('already')).toMatchObject({ numerator: 4, denominator: 6, status: 'counts-only' });
    const { windows } = reading(answer, 'A6').drawing.shocks[0];
    expect(windows.map((one: { hours: number }) => one.hours).slice(0, 10)).toEqual([
      20, 24, 18, 22, 26, 22, 61, 40, 25, 23,
    ]);
  });

  test('A7: partners who came, and nothing made up for what nobody recorded', async () => {
    const answer = await lens(qinghe, 'resilience', HALF_YEAR);
    expect(value(answer, 'A7', 'partners').value).toBe(4);
    expect(value(answer, 'A7', 'space')).toMatchObject({ value: null, status: 'not-yet-measurable' });
  });
});

describe('001: strategies, money, ties', () => {
  test('B2: 13, 6, 43 and 2 hours, four of the seven', async () => {
    const answer = await lens(qinghe, 'community', HALF_YEAR);
    const hours = ['deliberation', 'empowerment', 'mutual-aid', 'supervision'].map(
      (key) => value(answer, 'B2', key).value,
    );
    expect(hours).toEqual([13, 6, 43, 2]);
    expect(value(answer, 'B2', 'breadth')).toMatchObject({ numerator: 4, denominator: 7 });
    expect(value(answer, 'B2', 'space-making').status).toBe('not-yet-measurable');
  });

  test('B4: concentration .597, 1.67 sources, .75 from government', async () => {
    const answer = await lens(qinghe, 'community', HALF_YEAR);
    expect(value(answer, 'B4', 'hhi').value).toBeCloseTo(small.B_resources.hhi, 9);
    expect(value(answer, 'B4', 'effective').value).toBeCloseTo(small.B_resources.effective_sources, 9);
    expect(value(answer, 'B4', 'administration').value).toBe(0.75);
  });

  test('B3: density .363, what is left without the station .31 to 1.00, E-I .818 against .516', async () => {
    const answer = await lens(tied, 'community', HALF_YEAR);
    const told = (key: string) => value(answer, 'B3', key);
    const expected = readJson('network/expected.json');
    expect(told('density').value).toBeCloseTo(expected.density, 8);
    expect(told('degree-centralisation').value).toBeCloseTo(expected.degree_centralization, 8);
    expect(told('betweenness-centralisation').value).toBeCloseTo(expected.betweenness_centralization, 8);
    expect(told('external-internal').value).toBeCloseTo(expected.EI, 8);
    expect(told('external-internal-expected').value).toBeCloseTo(expected.EI_expected_at_equal_density, 8);
    expect(told('removal-upper')).toMatchObject({ numerator: 13, denominator: 13 });
    expect(told('removal-lower')).toMatchObject({ numerator: 4, denominator: 13 });
    const { nodes, ties } = reading(answer, 'B3').drawing;
    expect([nodes.length, ties.length]).toEqual([14, 33]);
    expect(nodes.filter((node: { remains: boolean }) => node.remains)).toHaveLength(4);
    expect(nodes.find((node: { station: boolean }) => node.station).sector).toBe('social-work');
  });
});

describe('002: phases, coverage', () => {
  test('C2: P1 .40 .50 .83 .33 in four phases; P2 .47 in one', async () => {
    const answer = await lens(qinghe, 'value', HALF_YEAR);
    const { P1, P2 } = ledger.projects as { P1: string; P2: string };
    for (const phase of ['plan', 'design', 'deliver', 'assess']) {
      const { residents, all } = small.C2_phase_resident_share.P1[phase];
      expect(value(answer, 'C2', `${P1}:${phase}`)).toMatchObject({ numerator: residents, denominator: all });
    }
    expect(value(answer, 'C2', `${P1}:deliver`).value).toBeCloseTo(30 / 36, 9);
    expect(value(answer, 'C2', `${P2}:deliver`).value).toBeCloseTo(7 / 15, 9);
    expect(value(answer, 'C2', `${P2}:plan`).status).toBe('not-yet-measurable');
    const chain = (id: string) => value(answer, 'C2', `${id}:chain`).numerator;
    expect([chain(P1), chain(P2)]).toEqual([small.C2_chain_complete.P1, small.C2_chain_complete.P2]);
  });

  test('C3: 24 of 40, 6 of 30, 0 of 20; Theil .408, Hoover .389', async () => {
    const answer = await lens(villages, 'value', HALF_YEAR);
    const { drawing, values } = reading(answer, 'C3');
    expect(drawing.group).toBe('tekun');
    const reach = values.filter((one: any) => one.group?.key === 'reach');
    expect(reach.map((one: any) => [one.numerator, one.denominator])).toEqual([
      [24, 40],
      [6, 30],
      [0, 20],
    ]);
    for (const [nth, village] of ['A', 'B', 'Cc'].entries()) {
      const [lower, upper] = small.C3_coverage.reach[village].wilson95;
      expect(reach[nth].interval.lower).toBeCloseTo(lower, 9);
      expect(reach[nth].interval.upper).toBeCloseTo(upper, 9);
    }
    expect(value(answer, 'C3', 'overall').value).toBeCloseTo(1 / 3, 9);
    expect(value(answer, 'C3', 'theil').value).toBeCloseTo(small.C3_coverage.theilT_hours_vs_target, 9);
    expect(value(answer, 'C3', 'hoover').value).toBeCloseTo(small.C3_coverage.hoover, 9);
    expect(value(answer, 'C3', 'places')).toMatchObject({ numerator: 2, denominator: 3 });
  });
});

describe('003: who comes again, who stays', () => {
  test('D1 on the small ledger: 3 of 4 came again; for half a year nobody was watched long enough', async () => {
    const answer = await lens(qinghe, 'participation', HALF_YEAR);
    expect(value(answer, 'D1', 'first').value).toBe(6);
    expect(value(answer, 'D1', 'second')).toMatchObject({ numerator: 3, denominator: 4, status: 'counts-only' });
    expect(value(answer, 'D1', 'sustained')).toMatchObject({ denominator: 0, status: 'not-yet-measurable' });
    expect(value(answer, 'D1', 'sustained-so-far').value).toBe(2);
  });

  test('D1 with sixty people: 75.0 % (59.8–85.8) came again, 50.0 % of those watched for half a year stayed', async () => {
    const answer = await lens(sixty, 'participation', { from: '2025-12-01', to: FREEZE });
    const second = value(answer, 'D1', 'second');
    expect([second.numerator, second.denominator, second.value]).toEqual([30, 40, 0.75]);
    expect(second.interval.lower).toBeCloseTo(0.598, 3);
    expect(second.interval.upper).toBeCloseTo(0.858, 3);
    expect(value(answer, 'D1', 'first').value).toBe(60);
    expect(value(answer, 'D1', 'sustained')).toMatchObject({ numerator: 12, denominator: 24, value: 0.5 });
    const funnel = reading(answer, 'D1').drawing.bars;
    expect(funnel.map((bar: any) => [bar.did, bar.all, bar.open])).toEqual([
      [60, 60, 0],
      [30, 40, 20],
      [12, 24, 36],
      [0, 24, 36],
    ]);
  });

  test('D2: those still going are not counted as gone', async () => {
    const answer = await lens(sixty, 'participation', { from: '2025-12-01', to: FREEZE });
    // Every one of the 60 is watched from the first act; 40 had 90 days to leave.
    expect(reading(answer, 'D2').drawing.curves[0].atRisk[0]).toEqual({ time: 0, n: 60 });
    expect(value(answer, 'D2', 'left').value).toBe(40);
    const tiny = await lens(qinghe, 'participation', HALF_YEAR);
    expect(value(tiny, 'D2', 'median')).toMatchObject({ value: null, status: 'not-yet-measurable' });
    expect(value(tiny, 'D2', 'left').value).toBe(2);
  });

  test('D5: P1 is collective, P2 has too few gifts to be called anything', async () => {
    const answer = await lens(qinghe, 'participation', HALF_YEAR);
    const { P1, P2 } = ledger.projects as { P1: string; P2: string };
    expect(value(answer, 'D5', P1)).toMatchObject({
      numerator: 35,
      denominator: 35,
      n: 11,
      group: { key: 'collective' },
    });
    expect(value(answer, 'D5', P2)).toMatchObject({ numerator: 0, denominator: 7, n: 4, group: { key: 'mixed' } });
  });
});
