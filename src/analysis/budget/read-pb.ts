/**
 * Question: what does a `.pb` file (Pabulib) say?
 * Format: sections META, PROJECTS, VOTES; each a header and rows of cells parted by `;`, quoted where needed; choices
 *   and points parted by `,`. Amounts have a point or a comma before their decimals. Vote types: approval, choose-1, cumulative, scoring, ordinal.
 * Assumptions: UTF-8, with or without a byte order mark. Faults name the line of the file.
 * When not to use it: for ballots that are still secret. Cost: O(characters).
 * Source: Faliszewski et al. 2023, doi:10.24963/ijcai.2023/297; pabulib.org/format.
 */
import { readCells } from '../cells.ts';
import { methodError } from '../method-error.ts';
import { type Ballot, type BallotKind, type Election, electionOf } from './election.ts';

const KINDS: Record<string, BallotKind> = {
  approval: 'approval',
  'choose-1': 'approval',
  cumulative: 'cumulative',
  scoring: 'scoring',
  ordinal: 'ordinal',
};

type Section = { header: string[]; rows: string[][]; firstLine: number };

/** The election a file describes, and what its META section says. */
export function readPb(text: string): { meta: Record<string, string>; election: Election } {
  const sections = sectionsOf(text);
  const pairs = sectionOf(sections, 'META').rows;
  const meta = Object.fromEntries(pairs.map(([key = '', value = '']) => [key.trim().toLowerCase(), value.trim()]));
  const kind = KINDS[(meta['vote_type'] ?? 'approval').toLowerCase()];
  if (!kind) throw methodError({ reason: 'unknown-vote-type', column: 'vote_type', value: meta['vote_type'] ?? '' });
  const projects = sectionOf(sections, 'PROJECTS');
  const [id, cost] = [columnOf(projects, 'project_id'), columnOf(projects, 'cost')];
  return {
    meta,
    election: electionOf({
      projects: projects.rows.map((row) => ({ id: (row[id] ?? '').trim(), cost: row[cost] ?? '' })),
      ballots: ballotsOf(sectionOf(sections, 'VOTES'), kind),
      budget: meta['budget'] ?? '',
      kind,
    }),
  };
}

function ballotsOf(votes: Section, kind: BallotKind): Ballot[] {
  const [voter, vote] = [columnOf(votes, 'voter_id'), columnOf(votes, 'vote')];
  const points = kind === 'cumulative' || kind === 'scoring' ? columnOf(votes, 'points') : -1;
  return votes.rows.map((row) => {
    const ballot = { voter: row[voter] ?? '', choices: listOf(row[vote]) };
    return points < 0 ? ballot : { ...ballot, points: listOf(row[points]) };
  });
}

function listOf(cell = ''): string[] {
  const trimmed = cell.trim();
  return trimmed === '' ? [] : trimmed.split(',').map((part) => part.trim());
}

function columnOf({ header, firstLine }: Section, name: string): number {
  const index = header.indexOf(name);
  if (index < 0) throw methodError({ reason: 'missing-column', row: firstLine, column: name });
  return index;
}

function sectionOf(sections: Map<string, Section>, name: string): Section {
  const section = sections.get(name);
  if (!section) throw methodError({ reason: 'missing-section', column: name });
  return section;
}

function sectionsOf(text: string): Map<string, Section> {
  const sections = new Map<string, Section>();
  let open: Section | undefined;
  for (const { line, cells } of readCells(text, ';')) {
    const name = cells.join('').trim().toUpperCase();
    if (name === 'META' || name === 'PROJECTS' || name === 'VOTES') {
      open = { header: [], rows: [], firstLine: line + 1 };
      sections.set(name, open);
    } else if (!open) throw methodError({ reason: 'line-before-first-section', row: line, value: name.slice(0, 40) });
    else if (open.header.length === 0) open.header = cells.map((cell) => cell.trim().toLowerCase());
    else open.rows.push(cells);
  }
  return sections;
}
