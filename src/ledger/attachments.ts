import { createHash } from 'node:crypto';
import { HeliError } from '../platform/errors.ts';
import { Saved } from '../platform/fields.ts';
import { command } from '../platform/pipeline/command.ts';
import { atStation } from '../platform/pipeline/procedure.ts';
import { query } from '../platform/pipeline/query.ts';
import { Attach, AttachmentContent, GetAttachment, RemoveAttachment } from './event-schema.ts';
import { recorder } from './names.ts';
import { isOfType } from './rules.ts';
import { findAttachment, insertAttachment, removeAttachment } from './store/attachments.ts';
import { lockEvent, raiseEvidence } from './store/corrections.ts';
import { ATTACHMENT_LIMIT } from './codes.ts';

/** Attaches a sign-in sheet, a photo (with consent) or a voucher to an event: it is proven from then on. */
export const attach = command({
  name: 'ledger.attach',
  version: 1,
  permit: atStation('records.write'),
  summary: 'Attach a sign-in sheet, a photo or a voucher to an event',
  path: '/ledger/attach',
  input: Attach,
  output: Saved,
  load: (transaction, { station, event }, { county }) => lockEvent(transaction, { county, station }, event),
  decide: (event, { station, ...attachment }, doing) => {
    if (!event || event.superseded_by !== null) throw new HeliError('not-found', 'not-found');
    const content = Buffer.from(attachment.content, 'base64');
    const limit = ATTACHMENT_LIMIT / 1024 / 1024;
    if (content.length > ATTACHMENT_LIMIT) throw new HeliError('invalid', 'too-large', { params: { limit } });
    if (!isOfType(content, attachment.type))
      throw new HeliError('invalid', 'other-file', { params: { name: attachment.name } });
    if (attachment.kind === 'photo' && !attachment.consent) throw new HeliError('not-allowed-now', 'photo-consent');
    const by = recorder(doing, station);
    return {
      station,
      subject: { kind: 'event', id: event.id },
      fields: ['attachment'],
      answer: { id: attachment.id, version: 1 },
      save: (transaction) => {
        insertAttachment(transaction, by, { ...attachment, content });
        if (event.evidence < 2) raiseEvidence(transaction, by, { id: event.id, to: 2 });
      },
    };
  },
});

/** Removes a picture, for instance when somebody in it withdrew consent; that there was one stays. */
export const removeAttachmentCommand = command({
  name: 'ledger.removeAttachment',
  version: 1,
  permit: atStation('records.write'),
  summary: 'Remove a picture; that there was one stays known',
  path: '/ledger/remove-attachment',
  input: RemoveAttachment,
  output: Saved,
  load: (transaction, { station, id }, { county }) => findAttachment(transaction, { county, station }, id),
  decide: (found, { station, id }, doing) => {
    if (!found?.content) throw new HeliError('not-found', 'not-found');
    return {
      station,
      subject: { kind: 'event', id: found.event_id },
      fields: ['attachment'],
      answer: { id, version: 2 },
      save: (transaction) => removeAttachment(transaction, recorder(doing, station), id),
    };
  },
});

/** The content of one attachment. */
export const getAttachment = query({
  name: 'ledger.attachment',
  permit: atStation('records.read'),
  summary: 'The content of an attachment',
  path: '/ledger/attachment',
  input: GetAttachment,
  output: AttachmentContent,
  read: async (transaction, { station, id }, { county }) => {
    const found = await findAttachment(transaction, { county, station }, id);
    if (!found) throw new HeliError('not-found', 'not-found');
    if (!found.content) throw new HeliError('not-found', 'attachment-removed');
    if (!createHash('sha256').update(found.content).digest().equals(found.digest))
      throw new HeliError('not-found', 'attachment-gone', { params: { name: found.name } });
    return { id, name: found.name, type: found.type, content: found.content.toString('base64') };
  },
});
