import { HeliError } from '../platform/errors.ts';
import { Saved } from '../platform/fields.ts';
import { command } from '../platform/pipeline/command.ts';
import { atStation } from '../platform/pipeline/procedure.ts';
import { AnnounceNotice, CancelNotice, NoticeFields } from './schema.ts';
import { cancelNotice, findNotice, insertNotice, noticeLine } from './store.ts';

/** Tells residents what is on: it appears on the station's public page at once. */
export const announceNotice = command({
  name: 'activities.announce',
  version: 1,
  permit: atStation('records.write'),
  summary: 'Tell residents what is on',
  path: '/activities/announce',
  input: AnnounceNotice,
  output: Saved,
  load: async () => undefined,
  decide: (_, { station, ...notice }, { county, asker }) => ({
    station,
    subject: { kind: 'notice', id: notice.id },
    fields: Object.keys(NoticeFields.shape),
    answer: { id: notice.id, version: 1 },
    save: (transaction) => insertNotice(transaction, { county, station, by: asker.id }, notice),
  }),
});

/** Calls a notice off; it disappears from the public page and stays in the station's list. */
export const cancelNoticeCommand = command({
  name: 'activities.cancel',
  version: 1,
  permit: atStation('records.write'),
  summary: 'Call a notice off',
  path: '/activities/cancel',
  input: CancelNotice,
  output: Saved,
  load: (transaction, input, { county }) => findNotice(transaction, { county, station: input.station }, input.id),
  decide: (notice, { station, id, version }, { county }) => {
    if (!notice) throw new HeliError('not-found', 'not-found');
    if (notice.version !== version)
      throw new HeliError('conflict', 'stale', { mine: { id, version }, theirs: noticeLine(notice) });
    return {
      station,
      subject: { kind: 'notice', id },
      fields: ['cancelled'],
      answer: { id, version: version + 1 },
      save: (transaction) => cancelNotice(transaction, { county, station }, id),
    };
  },
});
