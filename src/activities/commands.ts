import { HeliError } from '../platform/errors.ts';
import { Saved } from '../platform/fields.ts';
import { command } from '../platform/pipeline/command.ts';
import { atStation } from '../platform/pipeline/procedure.ts';
import { requireVersion } from '../platform/stale.ts';
import { AnnounceNotice, CancelNotice, NoticeFields, TellDone } from './schema.ts';
import { cancelNotice, findNotice, findShowable, insertDone, insertNotice, noticeLine } from './store.ts';

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

/** Tells residents what was done, with pictures that everybody in them agreed to show. */
export const tellDone = command({
  name: 'activities.tellDone',
  version: 1,
  permit: atStation('records.write'),
  summary: 'Tell residents what was done',
  path: '/activities/tell-done',
  input: TellDone,
  output: Saved,
  load: (transaction, { station, event }, { county }) => findShowable(transaction, { county, station }, event),
  decide: (showable, { station, event: _, agreed, ...done }, { county, asker, now }) => {
    if (!showable) throw new HeliError('not-found', 'not-found');
    refuseHidden(done.photos, { ...showable, agreed });
    if (new Date(done.startsAt) > now)
      throw new HeliError('invalid', 'invalid', { fields: [{ path: ['startsAt'], message: 'in-future' }] });
    return {
      station,
      subject: { kind: 'notice', id: done.id },
      fields: [...Object.keys(NoticeFields.shape), 'came', 'photos'],
      answer: { id: done.id, version: 1 },
      save: (transaction) => insertDone(transaction, { county, station, by: asker.id }, done),
    };
  },
});

/** No picture is shown to all but those of the act that everybody agreed to, and none where somebody has refused. */
function refuseHidden(wanted: string[], known: { photos: string[]; refused: boolean; agreed: boolean }): void {
  if (wanted.length === 0) return;
  if (!wanted.every((id) => known.photos.includes(id))) throw new HeliError('not-found', 'not-found');
  if (!known.agreed) throw new HeliError('not-allowed-now', 'photo-public-consent');
  if (known.refused) throw new HeliError('not-allowed-now', 'photo-refused');
}

/** Calls a notice off; the public page says so until its time is past, and it stays in the station's list. */
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
    requireVersion(notice, { id, version }, noticeLine);
    return {
      station,
      subject: { kind: 'notice', id },
      fields: ['cancelled'],
      answer: { id, version: version + 1 },
      save: (transaction) => cancelNotice(transaction, { county, station }, id),
    };
  },
});
