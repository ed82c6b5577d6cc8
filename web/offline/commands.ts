import type { AnnounceNotice } from '../../src/activities/schema.ts';
import type { RecordVisit } from '../../src/ledger/schema.ts';
import type { RecordConsent } from '../../src/people/consent-schema.ts';
import type { AddPerson, ChangePerson } from '../../src/people/schema.ts';
import { api } from '../api/client.ts';

/** The commands that are stored on the device first and sent when there is a network. */
export type Command =
  | { name: 'visit'; input: RecordVisit }
  | { name: 'add-person'; input: AddPerson }
  | { name: 'change-person'; input: ChangePerson }
  | { name: 'record-consent'; input: RecordConsent }
  | { name: 'announce'; input: AnnounceNotice };

/** Sends one command under its key. The same key twice is the same command once. */
export async function sendCommand(
  command: Command,
  context: { key: string; madeAt: string; account: string },
): Promise<void> {
  const options = { context };
  switch (command.name) {
    case 'visit':
      await api.ledger.recordVisit(command.input, options);
      break;
    case 'add-person':
      await api.people.add(command.input, options);
      break;
    case 'change-person':
      await api.people.change(command.input, options);
      break;
    case 'record-consent':
      await api.people.recordConsent(command.input, options);
      break;
    case 'announce':
      await api.activities.announce(command.input, options);
      break;
  }
}

/** The person a command is about, when it is about one. */
export function personOf(command: Command): string | null {
  if (command.name === 'visit' || command.name === 'record-consent') return command.input.person;
  return command.name === 'announce' ? null : command.input.id;
}

/** Refused because somebody else changed the same thing meanwhile: both values are known. */
export function isStale(item: Command & { state: string; failure: { theirs?: unknown } | null }): boolean {
  return item.name === 'change-person' && item.state === 'held' && item.failure?.theirs !== undefined;
}
