import { Saved } from '../platform/fields.ts';
import { command } from '../platform/pipeline/command.ts';
import { atStation } from '../platform/pipeline/procedure.ts';
import { requireVersion } from '../platform/stale.ts';
import { StrikeComing, StrikeProposal } from './say-schema.ts';
import { comingLine, deleteComing, findSaid } from './coming-store.ts';
import { findProposal, proposalLine, strikeProposal } from './proposal-store.ts';

/** Strikes out who said that she comes: nonsense, or somebody who has called. Nothing of it is left. */
export const strikeComingCommand = command({
  name: 'activities.strikeComing',
  version: 1,
  permit: atStation('records.write'),
  summary: 'Strike out who said that she comes',
  path: '/activities/strike-coming',
  input: StrikeComing,
  output: Saved,
  load: (transaction, { station, id }, { county }) => findSaid(transaction, { county, station }, id),
  decide: (said, { station, id, version }, { county }) => {
    requireVersion(said, { id, version }, comingLine);
    return {
      station,
      subject: { kind: 'coming', id },
      fields: ['struck'],
      answer: { id, version: version + 1 },
      save: (transaction) => deleteComing(transaction, { county, station }, id),
    };
  },
});

/** Strikes out a proposal: its words, name and phone are gone, and its number says that the station struck it out. */
export const strikeProposalCommand = command({
  name: 'activities.strikeProposal',
  version: 1,
  permit: atStation('records.write'),
  summary: 'Strike out a resident’s proposal',
  path: '/activities/strike-proposal',
  input: StrikeProposal,
  output: Saved,
  load: (transaction, { station, id }, { county }) => findProposal(transaction, { county, station }, id),
  decide: (row, { station, ...asked }, { county }) => {
    requireVersion(row, asked, proposalLine);
    const { id, version } = asked;
    return {
      station,
      subject: { kind: 'proposal', id },
      fields: ['struck'],
      answer: { id, version: version + 1 },
      save: (transaction) => strikeProposal(transaction, { county, station }, id),
    };
  },
});
