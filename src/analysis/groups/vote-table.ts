/** Votes of participants on statements: −1 disagree, 0 pass, 1 agree; the last vote of a pair counts. */
import { checkLabels, checkNumbers, checkSameLength, checkSome } from '../check.ts';

export interface Votes {
  participant: ArrayLike<string>;
  statement: ArrayLike<string>;
  vote: ArrayLike<number>;
}

/** Sparse by participant; participants and statements in the order of their ids, so that row order does not matter. */
export interface VoteTable {
  participants: string[];
  statements: string[];
  /** Statements each participant voted on, rising, and the votes. */
  on: Uint32Array[];
  votes: Int8Array[];
}

export function voteTable({ participant, statement, vote }: Votes): VoteTable {
  checkSome({ name: 'vote', values: vote });
  checkSameLength(
    { name: 'vote', values: vote },
    { name: 'participant', values: participant },
    { name: 'statement', values: statement },
  );
  checkLabels({ name: 'participant', values: participant });
  checkLabels({ name: 'statement', values: statement });
  checkNumbers({ name: 'vote', values: vote }, { min: -1, max: 1, integer: true });
  const participants = [...new Set(Array.from(participant))].sort(byId);
  const statements = [...new Set(Array.from(statement))].sort(byId);
  const index = new Map(statements.map((id, s) => [id, s]));
  const rows = new Map(participants.map((id) => [id, new Map<number, number>()]));
  for (let i = 0; i < vote.length; i++)
    rows.get(participant[i] as string)?.set(index.get(statement[i] as string) as number, vote[i] as number);
  const sorted = participants.map((id) => [...(rows.get(id) as Map<number, number>)].sort(([a], [b]) => a - b));
  return {
    participants,
    statements,
    on: sorted.map((own) => Uint32Array.from(own, ([s]) => s)),
    votes: sorted.map((own) => Int8Array.from(own, ([, v]) => v)),
  };
}

/** Numbers as numbers, before texts. */
function byId(a: string, b: string): number {
  const [x, y] = [Number(a), Number(b)];
  if (Number.isFinite(x) && Number.isFinite(y) && x !== y) return x - y;
  return a < b ? -1 : a > b ? 1 : 0;
}
