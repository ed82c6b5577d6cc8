import { describe, expect, it } from 'vitest';
import { readCsv, readJson } from '../../../tests/analysis/read-fixture.ts';
import { randomFrom, shuffle } from '../random.ts';
import { adjustedRand } from './adjusted-rand.ts';
import { hearGroups } from './hear-groups.ts';
import { findGroups, permuted, testGroups } from './opinion-groups.ts';
import { opinionMap } from './opinion-map.ts';
import { groupStatements } from './statements.ts';
import { voteTable } from './vote-table.ts';

const wide = readCsv('polis/votes.csv');
const statements = Object.keys(wide[0] as object).slice(1);
const rows = wide.flatMap((row) =>
  statements.flatMap((s) => (row[s] === '' ? [] : [{ p: row['participant'] as string, s, v: Number(row[s]) }])),
);
const tableOf = (votes: typeof rows) =>
  voteTable({ participant: votes.map((r) => r.p), statement: votes.map((r) => r.s), vote: votes.map((r) => r.v) });
const table = tableOf(rows);
const expected = readJson('polis/expected.json');

/** The groups of a table in which some can be found. */
function grouped(votes: typeof table, starts = 20) {
  const found = findGroups(votes, { starts });
  if (!found) throw new Error('no groups');
  return found;
}

const people = readCsv('polis/expected_participants.csv');

describe('the made conversation, as scikit-learn', () => {
  it('the map', () => {
    const map = opinionMap(table);
    people.forEach((row, i) => {
      expect(map.x[i]).toBeCloseTo(Number(row['x']), 9);
      expect(map.y[i]).toBeCloseTo(Number(row['y']), 9);
    });
    expect(map.explained).toEqual(expected.explained_variance.map((x: number) => expect.closeTo(x, 10)));
    expect(map.explainedRatio).toEqual(expected.explained_variance_ratio.map((x: number) => expect.closeTo(x, 10)));
  });
  it('the groups', () => {
    const found = grouped(table, 200);
    expect(found.k).toBe(expected.best_k);
    for (const { k, inertia, silhouette, sizes } of found.byK) {
      expect(inertia).toBeLessThanOrEqual(expected.kmeans[k].inertia + 1e-5);
      if (k === 3) expect(silhouette).toBeCloseTo(expected.kmeans[k].silhouette, 8);
      if (k === 3) expect(sizes).toEqual(expected.kmeans[k].sizes);
    }
    expect(
      adjustedRand(
        found.groups,
        people.map((row) => Number(row['group'])),
      ),
    ).toBe(1);
    expect(found.groups[7]).toBe(-1);
  });
  it('what marks each group, and what all agree on', () => {
    const { groups } = grouped(table);
    const { consensus, byGroup } = groupStatements(table, groups);
    for (const { statement, agree } of consensus)
      expect(agree).toBeCloseTo(expected.group_aware_consensus_agree[statement], 10);
    const names: Record<string, number> = {};
    people.forEach((row, i) => {
      names[row['group'] as string] = groups[i] as number;
    });
    for (const row of readCsv('polis/expected_group_statements.csv')) {
      const own = byGroup.find((x) => x.group === names[row['group'] as string] && x.statement === row['statement']);
      expect([own?.agree, own?.disagree, own?.votes]).toEqual(
        ['n_agree', 'n_disagree', 'n_votes'].map((c) => Number(row[c])),
      );
      const figures = {
        pAgree: 'p_agree',
        zAgree: 'p_agree_z',
        repAgree: 'rep_agree',
        repAgreeZ: 'rep_agree_z',
        repDisagree: 'rep_disagree',
        repDisagreeZ: 'rep_disagree_z',
      } as const;
      for (const ours of Object.keys(figures) as (keyof typeof figures)[])
        expect(own?.[ours]).toBeCloseTo(Number(row[figures[ours]]), 9);
    }
  });
  it('is clearer than mixed votes; mixed votes are refused', () => {
    const null_ = readJson('polis/expected_null.json');
    const { mean, threshold, p } = testGroups(table, expected.kmeans[3].silhouette, { draws: 199 });
    expect(Math.abs(mean - null_.null_mean)).toBeLessThan(0.05);
    expect(Math.abs(threshold - null_.null_q95)).toBeLessThan(0.05);
    expect(p).toBe(1 / 200);
    const heard = hearGroups(table);
    expect(heard).toMatchObject({
      status: 'shown',
      groups: [
        { group: 0, size: 19 },
        { group: 1, size: 15 },
        { group: 2, size: 13 },
      ],
    });
    expect(heard.stability).toBeGreaterThan(0.7);
    const statuses = [1, 2, 3, 4, 5].map((seed) => hearGroups(permuted(table, randomFrom(seed))).status);
    expect(statuses.filter((status) => status === 'noise').length).toBeGreaterThanOrEqual(4);
  });
  it('does not depend on the order of rows; the last vote of a pair counts', () => {
    const mixed = [...rows];
    shuffle(mixed, randomFrom(9));
    expect(findGroups(tableOf(mixed))).toEqual(findGroups(table));
    const again = [{ ...(rows[0] as (typeof rows)[number]), v: -1 }, ...rows];
    expect(tableOf(again)).toEqual(table);
  });
});

describe('awkward conversations', () => {
  it('too few people or statements: the statements only', () => {
    expect(hearGroups(tableOf(rows.filter((r) => r.p < 'u10')))).toMatchObject({ status: 'too-few', participants: [] });
    expect(hearGroups(tableOf(rows.filter((r) => r.s < 's08')))).toMatchObject({
      reasons: ['fewer-than-10-statements'],
    });
  });
  it('everyone votes alike', () => {
    const alike = rows.map((r) => ({ ...r, v: 1 }));
    expect(hearGroups(tableOf(alike)).status).toBe('noise');
  });
  it('a vote that is none names row and column', () => {
    expect(() => voteTable({ participant: ['a'], statement: ['s'], vote: [2] })).toThrow(
      /too-large.*row 1.*column vote/,
    );
    expect(() => voteTable({ participant: ['a'], statement: [''], vote: [1] })).toThrow(/row 1.*column statement/);
  });
  it('Rand by hand', () => {
    expect(adjustedRand([0, 0, 1, 1], [1, 1, 0, 0])).toBe(1);
    expect(adjustedRand([0, 0, 1, 1], [0, 1, 0, 1])).toBeCloseTo(-0.5, 12);
    expect(adjustedRand([0, 0], [0, 0])).toBe(1);
  });
});

describe('real conversations, against the groups that Polis published', () => {
  const conversation = (name: string) => {
    const people = readCsv(`polis-real/${name}.csv.gz`);
    const own = Object.keys(people[0] as object).filter((column) => /^\d+$/.test(column));
    const votes = people.flatMap((row) =>
      own.flatMap((s) => (row[s] === '' ? [] : [{ p: row['participant'] as string, s, v: Number(row[s]) }])),
    );
    return { people, votes: tableOf(votes) };
  };
  it.each([
    ['vtaiwan.uberx', 1921, 0.757],
    ['15-per-hour-seattle', 339, 0.75],
    ['brexit-consensus', 204, 0.636],
  ])('%s: %i people, likeness (adjusted Rand) %f', (name, people, likeness) => {
    const real = conversation(name);
    expect(real.votes.participants.length).toBe(people);
    const found = grouped(real.votes);
    const theirs = new Map(real.people.map((row) => [row['participant'], row['group-id'] as string]));
    const both = real.votes.participants.flatMap((id, i) =>
      (found.groups[i] as number) >= 0 && theirs.get(id)
        ? [{ ours: found.groups[i] as number, theirs: Number(theirs.get(id)) }]
        : [],
    );
    const rand = adjustedRand(
      both.map((one) => one.ours),
      both.map((one) => one.theirs),
    );
    expect(rand).toBeCloseTo(likeness, 3);
  });
  it('a real conversation is clearer than its mixed votes, and stable', () => {
    const heard = hearGroups(conversation('brexit-consensus').votes, { draws: 20 });
    expect(heard).toMatchObject({ status: 'shown', p: expect.closeTo(1 / 21, 12) });
    expect(heard.stability).toBeGreaterThan(0.7);
  });
});
