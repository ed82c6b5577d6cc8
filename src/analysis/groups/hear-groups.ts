/**
 * Question: what may be said about groups in this conversation?
 * Rule: with at least 20 people of 7 votes and 10 statements, and a silhouette above the 95th centile of noise, the groups;
 *   otherwise the statements only, with the reason.
 * Assumptions and cost: opinion-groups.ts. When not to use it: to judge people. Source: measures.md §2, §6.
 */
import { findGroups, type GroupOptions, stabilityOf, testGroups } from './opinion-groups.ts';
import type { VoteTable } from './vote-table.ts';

export interface HeardGroups {
  /** `shown`; else the groups are empty. */
  status: 'shown' | 'too-few' | 'noise';
  reasons: string[];
  participants: { id: string; group: number | null }[];
  groups: { group: number; size: number }[];
  silhouette: number | null;
  p: number | null;
  threshold: number | null;
  stability: number | null;
}

/** Groups, tested. */
export function hearGroups(table: VoteTable, options: GroupOptions & { draws?: number } = {}): HeardGroups {
  const enough = table.on.filter((own) => own.length >= (options.leastVotes ?? 7)).length;
  const lacking = [
    enough < 20 ? 'fewer-than-20-people-with-7-votes' : '',
    table.statements.length < 10 ? 'fewer-than-10-statements' : '',
  ].filter(Boolean);
  const nothing = { participants: [], groups: [], silhouette: null, p: null, threshold: null, stability: null };
  const found = lacking.length === 0 ? findGroups(table, options) : undefined;
  if (!found) return { ...nothing, status: 'too-few', reasons: lacking };
  const { p, threshold } = testGroups(table, found.silhouette, options);
  const figures = { silhouette: found.silhouette, p, threshold, stability: stabilityOf(table, found, options) };
  if (found.silhouette <= threshold)
    return { ...nothing, ...figures, status: 'noise', reasons: ['no-clearer-than-mixed-votes'] };
  const sizes = found.byK.find(({ k }) => k === found.k)?.sizes ?? [];
  const participants = table.participants.map((id, i) => ({
    id,
    group: (found.groups[i] as number) < 0 ? null : (found.groups[i] as number),
  }));
  return {
    ...figures,
    status: 'shown',
    reasons: [],
    participants,
    groups: sizes.map((size, group) => ({ group, size })),
  };
}
