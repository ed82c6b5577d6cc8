import { readdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv, readJson, readText } from '../../../tests/analysis/read-fixture.ts';
import { type Completion, decideBudget, somethingFits } from './decide-budget.ts';
import { type Ballot, type Election, electionOf } from './election.ts';
import { equalShares, type Utility } from './equal-shares.ts';
import { readPb } from './read-pb.ts';

/** Add1 by spans of endowments against every endowment for itself. */
function expectAddOne(election: Election, utility: Utility): void {
  const { winners, endowment } = decideBudget(election, { rule: 'equal-shares', utility, completion: 'add1' });
  let slow = equalShares(election, { utility });
  for (let more = 1n; somethingFits(election, slow); more++) {
    const next = equalShares(election, { utility, more });
    if (next.spent > election.budget) break;
    slow = next;
  }
  expect([winners, endowment]).toEqual([slow.winners, slow.endowment]);
}

const split = (text: string) => (text === '' ? [] : text.split(' '));

function made(name: string) {
  return electionOf({
    projects: readCsv(`mes/${name}_projects.csv`).map((row) => ({
      id: row['project'] as string,
      cost: row['cost'] as string,
    })),
    ballots: readCsv(`mes/${name}_ballots.csv`).map((row) => ({
      voter: row['voter'] as string,
      choices: split(row['approved'] as string),
    })),
    budget: String(readJson(`mes/${name}_expected.json`).budget),
  });
}

describe('the made votes, as pabutools', () => {
  for (const name of ['small', 'hamlets']) {
    const election = made(name);
    const expected = readJson(`mes/${name}_expected.json`);
    it.each(['cost', 'cardinality'] as const)(`${name}, utility %s`, (utility) => {
      const answer = expected[utility];
      const decide = (completion: Completion) =>
        decideBudget(election, { rule: 'equal-shares', utility, completion, ties: ['id'] });
      const plain = decide('none');
      expect(plain.winners).toEqual(answer.order);
      expect(plain.rounds.map(({ rho }) => rho)).toEqual(answer.steps.map((step: any) => step.rho));
      expect(plain.rounds.map(({ payment }) => payment)).toEqual(
        answer.steps.map((step: any) => expect.closeTo(step.max_payment, 9)),
      );
      expect(plain.spent).toBe(answer.spent);
      expect([...(plain.left as Float64Array)]).toEqual(answer.left_per_voter.map((x: number) => expect.closeTo(x, 9)));
      expect(decide('add1').winners.toSorted()).toEqual(answer.add1);
      expect(decide('add1+greedy').winners.toSorted()).toEqual(answer.add1_then_greedy);
      expect(decideBudget(election, { rule: 'greedy', utility, ties: ['id'] }).winners.toSorted()).toEqual(
        answer.greedy_utilitarian,
      );
    });
  }
  it.each([
    ['synthetic_cumulative', 'p10 p2 p5 p7'],
    ['synthetic_scoring', 'p1 p10 p4 p7'],
    ['synthetic_scoring_2', 'p10 p11 p12 p13 p7 p8 p9'],
    ['synthetic_ordinal', 'p1 p3 p4 p6 p9'],
    ['synthetic_ordinal_2', 'p1 p11 p2 p3 p4 p5 p6 p7 p8 p9'],
  ])('%s: points and ranks (Borda) as pabutools', (name, winners) => {
    const { election } = readPb(readText(`pb/${name}.pb`));
    const decision = decideBudget(election, { rule: 'equal-shares', utility: 'cardinality', ties: ['id'] });
    expect(decision.winners.toSorted()).toEqual(split(winners));
  });
  it('add1 is not monotone: the steps show a project that drops out', () => {
    const { steps } = decideBudget(made('hamlets'), { rule: 'equal-shares', completion: 'add1', ties: ['id'] });
    expect(steps.length).toBeGreaterThan(0);
  });
});

describe('real votes, as two independent engines', () => {
  const { instances } = readJson('pabulib/expected.json');
  it.each(Object.keys(instances))('%s', (name) => {
    const { election } = readPb(readText(`pabulib/${name}.gz`));
    const expected = instances[name];
    expect(election.voters.length).toBe(expected.n_voters);
    expect(election.projects.length).toBe(expected.n_projects);
    const { winners, reason } = decideBudget(election, { rule: 'equal-shares', utility: 'cost' });
    if (expected.mes_cost_sat_exact) expect(winners.toSorted()).toEqual(expected.mes_cost_sat_exact);
    expect(winners.length === 0).toBe(reason !== null);
    if (expected.greedy_cost_sat)
      expect(decideBudget(election, { rule: 'greedy' }).winners.toSorted()).toEqual(expected.greedy_cost_sat);
  });
  it('add1 is what raising by one again and again gives', () => {
    for (const name of ['2017_ruda-marymont-las-bielanski', '2019_obszar-3-marymont-potok-zoliborz-dziennikarski'])
      for (const utility of ['cost', 'cardinality'] as const)
        expectAddOne(readPb(readText(`pabulib/poland_warszawa_${name}.pb.gz`)).election, utility);
  });
  it('add1 in made-up votes full of ties', () => {
    const ballot = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: 0, max: 3 })), {
      maxLength: 4,
    });
    const costs = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 4, maxLength: 4 });
    const input = fc.record({
      ballots: fc.array(ballot, { minLength: 1, maxLength: 7 }),
      costs,
      budget: fc.integer({ min: 1, max: 25 }),
      kind: fc.constantFrom('approval' as const, 'cumulative' as const),
      utility: fc.constantFrom('cost' as const, 'cardinality' as const),
    });
    fc.assert(
      fc.property(input, ({ ballots, costs: own, budget, kind, utility }) => {
        const election = electionOf({
          projects: [...'abcd'].map((id, i) => ({ id, cost: String(own[i]) })),
          ballots: ballots.map((choices, i) => ({
            voter: String(i),
            choices: choices.map(([id]) => id),
            points: choices.map(([, points]) => String(points)),
          })),
          budget: String(budget),
          kind,
        });
        expectAddOne(election, utility);
      }),
      { numRuns: 300, seed: 1 },
    );
  });
  it('every file here can be read', () => {
    for (const file of readdirSync(path.join(import.meta.dirname, '../../../tests/analysis/fixtures/pb'))) {
      if (!file.endsWith('.pb')) continue;
      const { election, meta } = readPb(readText(`pb/${file}`));
      expect(election.voters.length).toBe(Number(meta['num_votes']));
      for (const utility of ['cost', 'cardinality'] as const) {
        for (const completion of ['none', 'add1', 'greedy', 'add1+greedy'] as const) {
          const decision = decideBudget(election, { rule: 'equal-shares', utility, completion });
          expect(decision.spent).toBeLessThanOrEqual(decision.budget);
        }
      }
    }
  });
});

describe('what holds for every vote', () => {
  it('payments of a round add up to its cost, and nobody pays more than they had', () => {
    const { election } = readPb(readText('pabulib/poland_warszawa_2018_rembertow.pb.gz'));
    const { rounds, left, endowment } = equalShares(election);
    const paid = new Float64Array(election.voters.length);
    for (const { cost, payments, voters } of rounds) {
      expect(payments.reduce((a, b) => a + b, 0)).toBeCloseTo(cost, 5);
      voters.forEach((voter, i) => {
        paid[voter] = (paid[voter] as number) + (payments[i] as number);
      });
    }
    paid.forEach((sum, voter) => {
      expect(sum + (left[voter] as number)).toBeCloseTo(endowment, 7);
    });
  });
  it('by hand: two of three voters fund what two thirds of the money pay', () => {
    const election = electionOf({
      projects: [
        { id: 'a', cost: '2' },
        { id: 'b', cost: '2' },
      ],
      ballots: [
        { voter: '1', choices: ['a'] },
        { voter: '2', choices: ['a'] },
        { voter: '3', choices: ['b'] },
      ],
      budget: '3',
    });
    const { winners, rounds } = equalShares(election);
    expect(winners).toEqual(['a']);
    expect(rounds[0]).toMatchObject({ rho: '1/2', payment: 1, gaveAll: 0, tiedWith: [] });
  });
  it('money with cents is exact', () => {
    const election = electionOf({
      projects: [
        { id: 'a', cost: '0.30' },
        { id: 'b', cost: '0.1' },
      ],
      ballots: [{ voter: '1', choices: ['a', 'b'] }],
      budget: '0.4',
    });
    expect(decideBudget(election, { rule: 'equal-shares' })).toMatchObject({ spent: 0.4, winners: ['b', 'a'] });
  });
  it('add1 stops where a project dearer than the budget could be paid, as both engines do', () => {
    const projects = [
      { id: 'dear', cost: '12' },
      { id: 'small', cost: '7' },
    ];
    const ballots = [
      ...['1', '2', '3', '4'].map((voter) => ({ voter, choices: ['dear'] })),
      { voter: '5', choices: ['small'] },
    ];
    const election = electionOf({ projects, ballots, budget: '10' });
    expect(decideBudget(election, { rule: 'equal-shares', completion: 'add1' })).toMatchObject({
      winners: [],
      endowment: 2,
    });
  });
  it('equal projects go by the stated list', () => {
    const ballots = [{ voter: '1', choices: ['b', 'a'] }];
    const projects = [
      { id: 'b', cost: '1' },
      { id: 'a', cost: '1' },
    ];
    expect(equalShares(electionOf({ projects, ballots, budget: '1' })).rounds[0]).toMatchObject({
      project: 'a',
      tiedWith: ['b'],
    });
  });
  it('nothing funded has a reason', () => {
    const projects = [{ id: 'a', cost: '5' }];
    const none = (ballots: Ballot[], budget: string) =>
      decideBudget(electionOf({ projects, ballots, budget }), { rule: 'equal-shares', completion: 'add1+greedy' })
        .reason;
    expect(none([], '9')).toBe('no-voters');
    expect(none([{ voter: '1', choices: [] }], '9')).toBe('no-support-for-any-project');
    expect(none([{ voter: '1', choices: ['a'] }], '3')).toBe('every-project-costs-more-than-the-budget');
    const alone = electionOf({
      projects,
      ballots: [
        { voter: '1', choices: ['a'] },
        { voter: '2', choices: [] },
      ],
      budget: '6',
    });
    expect(decideBudget(alone, { rule: 'equal-shares' })).toMatchObject({
      winners: [],
      reason: 'no-group-of-supporters-can-pay-its-project',
    });
    expect(decideBudget(alone, { rule: 'equal-shares', completion: 'add1' }).winners).toEqual(['a']);
  });
});

describe('files that are not right', () => {
  const file = (projects: string, votes: string, meta = 'budget;10') =>
    `META\nkey;value\n${meta}\nPROJECTS\nproject_id;cost\n${projects}\nVOTES\nvoter_id;vote\n${votes}`;
  it('name row and column', () => {
    expect(() => readPb(file('a;x', '1;a'))).toThrow(/not-an-amount.*row 1.*column cost.*x/);
    expect(() => readPb(file('a;1\na;2', '1;a'))).toThrow(/project-twice.*row 2/);
    expect(() => readPb(file('a;1', '1;a\n2;c'))).toThrow(/unknown-project.*row 2.*column vote.*c/);
    expect(() => readPb(file('a;-1', '1;a'))).toThrow('not-an-amount');
    expect(() => readPb(file('a;1', '1;a', 'budget;'))).toThrow(/missing-value.*column budget/);
    expect(() => readPb('a;b')).toThrow('line-before-first-section');
    expect(() => readPb('META\nkey;value\nbudget;1')).toThrow(/missing-section.*PROJECTS/);
    expect(() => readPb(file('a;1', '1;a', 'budget;10\nvote_type;dance'))).toThrow('unknown-vote-type');
  });
  it('decimals with a comma, names with line ends, sections in capitals or not', () => {
    const text =
      'meta\nkey;value\nBudget;10,5\nProjects\nproject_id;cost;name\na;2,25;"one\ntwo"\nVOTES\nvoter_id;vote\n1;a';
    expect(decideBudget(readPb(text).election, { rule: 'greedy' })).toMatchObject({ spent: 2.25, budget: 10.5 });
  });
  it('quoted cells and a byte order mark are read', () => {
    const { election } = readPb(`\uFEFF${file('"a;b";1', '1;"a;b"')}`.replaceAll('\n', '\r\n'));
    expect(election.projects[0]?.id).toBe('a;b');
  });
});
