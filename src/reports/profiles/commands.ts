import { HeliError } from '../../platform/errors.ts';
import { Saved } from '../../platform/fields.ts';
import { command } from '../../platform/pipeline/command.ts';
import { atStation } from '../../platform/pipeline/procedure.ts';
import { requireVersion } from '../../platform/stale.ts';
import { layoutFaults } from './rules.ts';
import { DropProfile, SaveProfile } from './schema.ts';
import { deleteProfile, findProfile, saveProfile } from './store.ts';

/** Keeps an outside platform's table: which list, its headers, codes and ways to write a day. */
export const saveProfileCommand = command({
  name: 'reports.saveProfile',
  version: 1,
  permit: atStation('station.manage'),
  summary: 'Keep the table of an outside platform: its columns, codes and ways to write a day',
  path: '/reports/save-profile',
  input: SaveProfile,
  output: Saved,
  load: (transaction, { station, id }, { county }) => findProfile(transaction, { county, station, lock: true }, id),
  decide: (found, { station, ...profile }, { county, asker, now }) => {
    const fields = layoutFaults(profile.layout);
    if (fields.length > 0) throw new HeliError('invalid', 'invalid', { fields });
    requireVersion(found, profile);
    return {
      station,
      subject: { kind: 'profile', id: profile.id },
      fields: ['name', 'layout'],
      answer: { id: profile.id, version: profile.version + 1 },
      save: (transaction) => saveProfile(transaction, { county, station, by: asker.id, now }, profile),
    };
  },
});

/** Takes a table out. */
export const dropProfile = command({
  name: 'reports.dropProfile',
  version: 2,
  permit: atStation('station.manage'),
  summary: 'Take the table of an outside platform out',
  path: '/reports/drop-profile',
  input: DropProfile,
  output: Saved,
  load: (transaction, { station, id }, { county }) => findProfile(transaction, { county, station, lock: true }, id),
  decide: (found, { station, id, version }, { county }) => {
    requireVersion(found, { version });
    return {
      station,
      subject: { kind: 'profile', id },
      fields: ['dropped'],
      answer: { id, version: version + 1 },
      save: (transaction) => deleteProfile(transaction, { county, station }, id),
    };
  },
});
