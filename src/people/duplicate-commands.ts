import { HeliError } from '../platform/errors.ts';
import { Saved } from '../platform/fields.ts';
import { command } from '../platform/pipeline/command.ts';
import { atStation } from '../platform/pipeline/procedure.ts';
import { KeepApart, MergePeople, UndoMerge } from './duplicate-schema.ts';
import { keepPairApart } from './duplicate-store.ts';
import { settleFollowUps } from './follow-ups.ts';
import { insertMerge, listMergedInto, lockMerge, lockTwo, type MergeRow, undoMerge } from './merge-store.ts';
import { idsOf } from './store.ts';

/** Says that two files are one person. The merged one stands behind the other from now on; it can be taken back. */
export const mergePeople = command({
  name: 'people.merge',
  version: 1,
  permit: atStation('records.write'),
  summary: 'Say that two files are one person',
  path: '/people/merge',
  input: MergePeople,
  output: Saved,
  load: async (transaction, { station, survivor, merged }, { county }) => {
    const at = { county, station };
    const [two, behind] = await Promise.all([
      lockTwo(transaction, at, [survivor, merged]),
      listMergedInto(transaction, at, merged),
    ]);
    return { two, behind };
  },
  decide: ({ two, behind }, input, { county, asker, now }) => {
    const { station, id, reason } = input;
    const survivor = two.find((one) => one.id === input.survivor);
    const merged = two.find((one) => one.id === input.merged);
    if (!survivor || !merged) throw new HeliError('not-found', 'unknown-person');
    if (survivor.id === merged.id) throw new HeliError('invalid', 'merge-with-itself');
    if (survivor.merged_into || merged.merged_into) throw new HeliError('not-allowed-now', 'person-merged');
    return {
      station,
      subject: { kind: 'person', id: survivor.id },
      fields: ['merged'],
      answer: { id, version: 1 },
      save: (transaction) => {
        const at = { county, station, by: asker.id, now };
        insertMerge(transaction, at, { id, survivor, merged, moved: behind, reason });
        settleFollowUps(transaction, at, [merged.id]);
      },
    };
  },
});

function refuseUndo(merge: MergeRow): void {
  if (merge.undone_at) throw new HeliError('not-allowed-now', 'merge-undone');
  if (merge.survivor_into || merge.merged_into !== merge.survivor_id)
    throw new HeliError('not-allowed-now', 'merge-covered');
}

/** Takes a merge back: both files stand as they did, with everything that was recorded for each. */
export const undoMergeCommand = command({
  name: 'people.undoMerge',
  version: 1,
  permit: atStation('records.write'),
  summary: 'Take back that two files are one person',
  path: '/people/undo-merge',
  input: UndoMerge,
  output: Saved,
  load: (transaction, { station, id }, { county }) => lockMerge(transaction, { county, station }, id),
  decide: (merge, { station, id }, { county, asker, now }) => {
    if (!merge) throw new HeliError('not-found', 'not-found');
    refuseUndo(merge);
    return {
      station,
      subject: { kind: 'person', id: merge.survivor_id },
      fields: ['merged'],
      answer: { id, version: 2 },
      save: (transaction) => {
        undoMerge(transaction, { county, station, by: asker.id, now }, merge);
        settleFollowUps(transaction, { county, station }, [merge.survivor_id, merge.merged_id]);
      },
    };
  },
});

/** Says that two files are two people: they are not proposed again. */
export const keepApart = command({
  name: 'people.keepApart',
  version: 1,
  permit: atStation('records.write'),
  summary: 'Say that two files are two people',
  path: '/people/keep-apart',
  input: KeepApart,
  output: Saved,
  load: async (transaction, { station, one, other }, { county }): Promise<[string[], string[]]> => {
    const at = { county, station };
    return Promise.all([idsOf(transaction, at, one), idsOf(transaction, at, other)]);
  },
  decide: ([ones, others], { station, one }, { county, asker, now }) => {
    if (ones.length === 0 || others.length === 0) throw new HeliError('not-found', 'unknown-person');
    if (ones[0] === others[0]) throw new HeliError('not-allowed-now', 'person-merged');
    return {
      station,
      subject: { kind: 'person', id: one },
      fields: ['apart'],
      answer: { id: one, version: 1 },
      save: (transaction) => keepPairApart(transaction, { county, station, by: asker.id, now }, [ones, others]),
    };
  },
});
