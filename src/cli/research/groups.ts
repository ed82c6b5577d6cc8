import { adjustedRand } from '../../analysis/groups/adjusted-rand.ts';
import { type HeardGroups, hearGroups } from '../../analysis/groups/hear-groups.ts';
import { groupStatements } from '../../analysis/groups/statements.ts';
import { type VoteTable, type Votes, voteTable } from '../../analysis/groups/vote-table.ts';
import { methodError } from '../../analysis/method-error.ts';
import { type Ask, figure, type Method } from './method.ts';
import { findColumn, numbersOf, readTable, type Table, textsOf } from './table.ts';

const NAMES = {
  voter: ['voter-id', 'voter_id', 'voter', 'participant', 'participant-id', 'participant_id'],
  statement: ['comment-id', 'comment_id', 'comment', 'statement', 'statement-id', 'statement_id'],
  vote: ['vote'],
};

/** Columns of Polis’s wide export that are no statements. */
const ABOUT = new Set(['group-id', 'n-comments', 'n-votes', 'n-agree', 'n-disagree']);

function nameIn(table: Table, names: string[]): string | undefined {
  return names.find((name) => findColumn(table, name) >= 0);
}

function votesOf(table: Table): Votes {
  const [voter, statement, vote] = [
    nameIn(table, NAMES.voter),
    nameIn(table, NAMES.statement),
    nameIn(table, NAMES.vote),
  ];
  if (!voter || !statement || !vote) return wideVotes(table);
  const votes = {
    participant: textsOf(table, voter),
    statement: textsOf(table, statement),
    vote: numbersOf(table, vote),
  };
  votes.vote.forEach((value, i) => {
    checkVote(value, { row: i + 1, column: vote });
  });
  return findColumn(table, 'timestamp') < 0 ? votes : inTime(votes, numbersOf(table, 'timestamp'));
}

function checkVote(value: number, where: { row: number; column: string }): void {
  if (value !== -1 && value !== 0 && value !== 1)
    throw methodError({ reason: 'not-a-vote', ...where, value: String(value) });
}

/** The rows in the order of time, so that the last vote of a pair is the last one cast. */
function inTime({ participant, statement, vote }: Votes, time: Float64Array): Votes {
  const order = Array.from(time.keys()).sort((a, b) => (time[a] as number) - (time[b] as number));
  const sorted = <T>(column: ArrayLike<T>) => order.map((i) => column[i] as T);
  return { participant: sorted(participant), statement: sorted(statement), vote: sorted(vote) };
}

/** First column: who; the others: one statement each, empty where there is no vote. */
function wideVotes(table: Table): Votes {
  const people = textsOf(table, table.names[0] ?? '');
  const statements = table.names.slice(1).filter((name) => !ABOUT.has(name.toLowerCase()));
  const votes: { participant: string[]; statement: string[]; vote: number[] } = {
    participant: [],
    statement: [],
    vote: [],
  };
  const columns = statements.map((name) => numbersOf(table, name, Number.NaN));
  people.forEach((person, i) => {
    columns.forEach((column, s) => {
      if (Number.isNaN(column[i])) return;
      checkVote(column[i] as number, { row: i + 1, column: statements[s] as string });
      votes.participant.push(person);
      votes.statement.push(statements[s] as string);
      votes.vote.push(column[i] as number);
    });
  });
  return votes;
}

/** Likeness to the groups of another table: one column of people, one named group-id or group. */
function likeness(heard: HeardGroups, file: string): number | null {
  const table = readTable(file);
  const groups = textsOf(table, nameIn(table, ['group-id', 'group_id', 'group']) ?? 'group-id');
  const theirs = new Map(textsOf(table, table.names[0] ?? '').map((person, i) => [person, groups[i] ?? '']));
  const both = heard.participants.filter(({ id, group }) => group !== null && (theirs.get(id) ?? '') !== '');
  if (both.length < 2) return null;
  const names = [...new Set(both.map(({ id }) => theirs.get(id)))];
  return adjustedRand(
    both.map(({ group }) => group as number),
    both.map(({ id }) => names.indexOf(theirs.get(id))),
  );
}

const MOST = 5;

/** What all groups agree on, and what marks each. */
function statementsOf(table: VoteTable, heard: HeardGroups) {
  const groups = heard.participants.map(({ group }) => group ?? -1);
  const { consensus, byGroup } = groupStatements(
    table,
    heard.status === 'shown' ? groups : table.participants.map(() => 0),
  );
  const rated = byGroup.map((row) => {
    const agrees = row.repAgreeZ >= row.repDisagreeZ;
    return {
      group: row.group,
      statement: row.statement,
      view: agrees ? 'agree' : 'disagree',
      share: agrees ? row.pAgree : row.pDisagree,
      z: Math.max(row.repAgreeZ, row.repDisagreeZ),
    };
  });
  return {
    consensus: consensus.toSorted((a, b) => b.agree - a.agree).slice(0, MOST),
    representative:
      heard.status === 'shown'
        ? heard.groups.flatMap(({ group }) =>
            rated
              .filter((row) => row.group === group)
              .sort((a, b) => b.z - a.z)
              .slice(0, MOST),
          )
        : [],
  };
}

function answer(ask: Ask) {
  const table = voteTable(votesOf(ask.table()));
  const heard = hearGroups(table, {
    seed: ask.number('seed'),
    starts: ask.number('starts'),
    draws: ask.number('draws'),
  });
  return {
    ...heard,
    ...(ask.has('against') && heard.status === 'shown' ? { adjustedRand: likeness(heard, ask.text('against')) } : {}),
    ...statementsOf(table, heard),
    votes: table.votes.reduce((sum, own) => sum + own.length, 0),
    statements: table.statements.length,
  };
}

export const GROUPS: Method = {
  name: 'groups',
  does: {
    zh: '意见分成哪几群，是不是真的（和打乱的票比）',
    en: 'which groups of opinion there are, and whether they are real (against mixed votes)',
  },
  columns: {
    zh: '一行一票：voter-id、comment-id、vote（1 赞成，-1 反对，0 略过；同一对以最后一票为准）；也可以一行一人、一列一条意见',
    en: 'one row a vote: voter-id, comment-id, vote (1 agree, −1 disagree, 0 pass; the last vote of a pair counts); or one row a person and one column a statement',
  },
  options: [
    figure('seed', { zh: '随机数种子', en: 'seed of chance' }, '1'),
    figure('starts', { zh: '分群试几次', en: 'starts of the search' }, '20'),
    figure('draws', { zh: '打乱几次', en: 'how often the votes are mixed' }, '99'),
    {
      flags: '--against <file>',
      does: {
        zh: '和另一份分群比（第一列是人，group-id 列）',
        en: 'compare with groups found elsewhere (first column people, column group-id)',
      },
    },
  ],
  example: 'examples/votes.csv',
  answer,
};
