import { type BudgetRule, type Completion, type Decision, decideBudget } from '../../analysis/budget/decide-budget.ts';
import type { Election } from '../../analysis/budget/election.ts';
import { readPb } from '../../analysis/budget/read-pb.ts';
import type { Tie } from '../../analysis/budget/ties.ts';
import { methodError } from '../../analysis/method-error.ts';
import { type Ask, type Method, partsOf } from './method.ts';
import { readTextFile } from './table.ts';

const TIES = ['votes', 'cost', 'id'];

function tiesOf(ask: Ask): Tie[] {
  return partsOf(ask.text('ties')).map((tie) => {
    if (TIES.includes(tie)) return tie as Tie;
    throw methodError({ reason: 'unknown-tie-rule', column: '--ties', value: tie });
  });
}

/** What each voter was given, paid for which project, and has left. */
function votersOf({ voters }: Election, { rounds, endowment, left }: Decision) {
  const paid = voters.map((): { project: string; paid: number }[] => []);
  for (const { project, voters: own, payments } of rounds)
    own.forEach((voter, i) => {
      if ((payments[i] as number) > 0) paid[voter]?.push({ project, paid: payments[i] as number });
    });
  return voters.map((id, i) => ({ id, endowment, spent: paid[i], left: left?.[i] ?? null }));
}

export const BUDGET: Method = {
  name: 'budget',
  does: {
    zh: '一次预算投票资助哪些项目：平均份额法，或得票多的先',
    en: 'which projects a budget vote funds: equal shares, or the most wanted first',
  },
  columns: {
    zh: '.pb 文件（Pabulib）：META、PROJECTS、VOTES 三段，用分号隔开；赞成、分点、打分、排序四种票',
    en: 'a .pb file (Pabulib): META, PROJECTS and VOTES, parted by semicolons; approval, cumulative, scoring or ordinal ballots',
  },
  options: [
    {
      flags: '--rule <rule>',
      does: { zh: '规则', en: 'rule' },
      choices: ['equal-shares', 'greedy'],
      fallback: 'equal-shares',
    },
    {
      flags: '--utility <utility>',
      does: {
        zh: '一个项目对支持者值多少：它的钱，或 1（再乘上票上的点数）',
        en: 'what a project is worth to its supporters: its cost, or 1 (times the points of the ballot)',
      },
      choices: ['cost', 'cardinality'],
      fallback: 'cost',
    },
    {
      flags: '--completion <way>',
      does: { zh: '剩下的钱怎么用', en: 'what is done with money left over' },
      choices: ['none', 'add1', 'greedy', 'add1+greedy'],
      fallback: 'none',
    },
    {
      flags: '--ties <list>',
      does: {
        zh: '打平时先看什么：votes 得票多，cost 便宜，id 编号',
        en: 'order of ties: votes (most), cost (least), id (as text)',
      },
      fallback: 'votes,cost,id',
    },
    { flags: '--voters', does: { zh: '列出每个投票人付了多少', en: 'tell what every voter paid' } },
  ],
  example: 'examples/street.pb --completion add1+greedy',
  answer: (ask) => {
    const { election } = readPb(readTextFile(ask.file));
    const decision = decideBudget(election, {
      rule: ask.text('rule') as BudgetRule['rule'],
      utility: ask.text('utility') as 'cost',
      completion: ask.text('completion') as Completion,
      ties: tiesOf(ask),
    });
    const { winners, rounds, spent, budget, reason, added, steps, endowment } = decision;
    return {
      winners,
      rounds: rounds.map(({ voters, payments, ...round }) => round),
      spent,
      budget,
      reason,
      added,
      steps,
      endowment,
      voters: election.voters.length,
      ...(ask.has('voters') ? { byVoter: votersOf(election, decision) } : {}),
      projects: election.projects.length,
    };
  },
};
