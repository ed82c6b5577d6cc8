/** A budget vote: projects with costs, and who supports what how strongly. Amounts are whole units of `unit`. */
import { methodError } from '../method-error.ts';

export interface Project {
  id: string;
  /** As written, in the currency of the vote. */
  cost: string;
}

export type BallotKind = 'approval' | 'cumulative' | 'scoring' | 'ordinal';

export interface Ballot {
  voter: string;
  /** Projects approved, scored, or ranked (best first). */
  choices: readonly string[];
  /** Points of each choice, for cumulative and scoring ballots. */
  points?: readonly string[];
}

export interface Election {
  projects: { id: string; cost: bigint; votes: number; supporters: Uint32Array; scores: Float64Array | undefined }[];
  voters: string[];
  budget: bigint;
  /** How many of the whole units make one unit of currency (100 where costs have two decimals). */
  unit: bigint;
}

export interface ElectionInput {
  projects: readonly Project[];
  ballots: readonly Ballot[];
  budget: string;
  kind?: BallotKind;
}

/**
 * Checks and lays out a vote. A ranked project is worth as many points as stand below it on its ballot (Borda, as
 * pabutools); points of 0 are no support. Throws where a cost is no number, a project comes twice, a ballot names an unknown project.
 */
export function electionOf({ projects, ballots, budget, kind = 'approval' }: ElectionInput): Election {
  const decimals = mostDecimals([budget, ...projects.map(({ cost }) => cost)]);
  const index = indexOf(projects);
  const support: { voter: number[]; score: number[] }[] = projects.map(() => ({ voter: [], score: [] }));
  const pointDecimals = ballots.reduce((most, { points }) => Math.max(most, mostDecimals(points ?? [])), 0);
  ballots.forEach((ballot, voter) => {
    const seen = new Set<string>();
    ballot.choices.forEach((id, place) => {
      const own = support[index.get(id) ?? unknown(id, voter)];
      const score = scoreOf(ballot, place, { kind, decimals: pointDecimals, row: voter + 1 });
      if (!own || score === 0 || seen.has(id)) return;
      seen.add(id);
      own.voter.push(voter);
      own.score.push(score);
    });
  });
  return {
    projects: projects.map(({ id, cost }, p) => ({
      id,
      cost: wholeUnits(cost, decimals, { row: p + 1, column: 'cost' }),
      ...layOut(support[p], kind),
    })),
    voters: ballots.map(({ voter }) => voter),
    budget: wholeUnits(budget, decimals, { row: 1, column: 'budget' }),
    unit: 10n ** BigInt(decimals),
  };
}

function layOut(support: { voter: number[]; score: number[] } | undefined, kind: BallotKind) {
  const { voter = [], score = [] } = support ?? {};
  const votes = score.reduce((a, b) => a + b, 0);
  return {
    votes,
    supporters: Uint32Array.from(voter),
    scores: kind === 'approval' ? undefined : Float64Array.from(score),
  };
}

function indexOf(projects: readonly Project[]): Map<string, number> {
  const index = new Map<string, number>();
  projects.forEach(({ id }, p) => {
    if (id === '' || index.has(id))
      throw methodError({
        reason: id === '' ? 'missing-value' : 'project-twice',
        row: p + 1,
        column: 'project_id',
        value: id,
      });
    index.set(id, p);
  });
  return index;
}

function unknown(id: string, voter: number): never {
  throw methodError({ reason: 'unknown-project', row: voter + 1, column: 'vote', value: id });
}

interface Scoring {
  kind: BallotKind;
  decimals: number;
  row: number;
}

function scoreOf(ballot: Ballot, place: number, { kind, decimals, row }: Scoring): number {
  if (kind === 'approval') return 1;
  if (kind === 'ordinal') return ballot.choices.length - 1 - place;
  const points = ballot.points?.[place];
  if (points === undefined) throw methodError({ reason: 'missing-value', row, column: 'points' });
  return Number(wholeUnits(points, decimals, { row, column: 'points' }));
}

function mostDecimals(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, decimalsOf(text)), 0);
}

function decimalsOf(text: string): number {
  const mark = text.trim().search(/[.,]/);
  return mark < 0 ? 0 : text.trim().length - mark - 1;
}

/** A decimal text (with a point or a comma) as a whole number of units, exactly. */
function wholeUnits(text: string, decimals: number, where: { row: number; column: string }): bigint {
  const match = /^\+?(\d+)(?:[.,](\d*))?$/.exec(text.trim());
  if (!match)
    throw methodError({ reason: text.trim() === '' ? 'missing-value' : 'not-an-amount', ...where, value: text });
  return BigInt((match[1] as string) + (match[2] ?? '').padEnd(decimals, '0'));
}
