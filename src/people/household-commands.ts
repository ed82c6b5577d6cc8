import { HeliError } from '../platform/errors.ts';
import { Saved } from '../platform/fields.ts';
import { command } from '../platform/pipeline/command.ts';
import { atStation } from '../platform/pipeline/procedure.ts';
import { requireVersion } from '../platform/stale.ts';
import { requirePeople } from './new-people.ts';
import { SaveHousehold } from './household-schema.ts';
import { lockHousehold, saveHousehold } from './household-store.ts';

/** Says who keeps house together, and who is the head. */
export const saveHouseholdCommand = command({
  name: 'people.saveHousehold',
  version: 1,
  permit: atStation('records.write'),
  summary: 'Say who keeps house together',
  path: '/people/save-household',
  input: SaveHousehold,
  output: Saved,
  load: async (transaction, { station, id, members }, { county }) => {
    const at = { county, station };
    const [before] = await Promise.all([
      lockHousehold(transaction, at, id),
      requirePeople(
        transaction,
        at,
        members.map((member) => member.person),
      ),
    ]);
    return before;
  },
  decide: (before, household, { county, asker, now }) => {
    const { station, id, version, members } = household;
    requireVersion(before, { ...household, version: version ?? 0 });
    const heads = members.filter((member) => member.relation === 'head').length;
    const people = new Set(members.map((member) => member.person)).size;
    if (heads !== 1 || people !== members.length) {
      const message = heads === 1 ? 'household-twice' : 'household-head';
      throw new HeliError('invalid', 'invalid', { fields: [{ path: ['members'], message }] });
    }
    return {
      station,
      subject: { kind: 'household', id },
      fields: ['note', 'members'],
      answer: { id, version: (version ?? 0) + 1 },
      save: (transaction) => saveHousehold(transaction, { county, station, by: asker.id, now }, household),
    };
  },
});
