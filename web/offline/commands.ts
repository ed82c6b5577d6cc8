import type { z } from 'zod';
import type { AnnounceNotice } from '../../src/activities/schema.ts';
import type { Attach, CorrectEvent, CorrectVisit, RecordEvent } from '../../src/ledger/event-schema.ts';
import type { RecordVisit } from '../../src/ledger/schema.ts';
import type { RecordConsent } from '../../src/people/consent-schema.ts';
import type { AddPerson, ChangePerson } from '../../src/people/schema.ts';
import { api } from '../api/client.ts';

/** The commands that are stored on the device first and sent when there is a network. */
export type Command =
  | { name: 'visit'; input: RecordVisit }
  | { name: 'event'; input: z.input<typeof RecordEvent> }
  | { name: 'correct-visit'; input: z.input<typeof CorrectVisit> }
  | { name: 'correct-event'; input: z.input<typeof CorrectEvent> }
  | { name: 'attach'; input: z.input<typeof Attach> }
  | { name: 'add-person'; input: AddPerson }
  | { name: 'change-person'; input: ChangePerson }
  | { name: 'record-consent'; input: RecordConsent }
  | { name: 'announce'; input: AnnounceNotice };

interface Sending {
  context: { key: string; madeAt: string; account: string };
}

const SEND: { [Name in Command['name']]: (input: Extract<Command, { name: Name }>['input'], how: Sending) => unknown } =
  {
    visit: api.ledger.recordVisit,
    event: api.ledger.record,
    'correct-visit': api.ledger.correctVisit,
    'correct-event': api.ledger.correct,
    attach: api.ledger.attach,
    'add-person': api.people.add,
    'change-person': api.people.change,
    'record-consent': api.people.recordConsent,
    announce: api.activities.announce,
  };

/** Sends one command under its key. The same key twice is the same command once. */
export async function sendCommand(command: Command, context: Sending['context']): Promise<void> {
  await (SEND[command.name] as (input: unknown, how: Sending) => unknown)(command.input, { context });
}

/** The person a command is about, when it is about one. */
export function personOf(command: Command): string | null {
  if (command.name === 'visit' || command.name === 'correct-visit' || command.name === 'record-consent')
    return command.input.person;
  return command.name === 'add-person' || command.name === 'change-person' ? command.input.id : null;
}

/** What must have arrived before a command can: the people it names, the event it belongs to. */
export function neededBy(command: Command): string[] {
  switch (command.name) {
    case 'visit':
    case 'correct-visit':
    case 'record-consent':
      return [command.input.person];
    case 'attach':
      return [command.input.event];
    case 'event':
    case 'correct-event': {
      const { present = [], absent = [], person, given = [] } = command.input;
      const named = [...present.map((one) => one.person), ...absent, ...given.map((one) => one.party)];
      return person ? [person, ...named] : named;
    }
    default:
      return [];
  }
}

/** Refused because somebody else changed the same thing meanwhile: both values are known. */
export function isStale(item: Command & { state: string; failure: { theirs?: unknown } | null }): boolean {
  return item.name === 'change-person' && item.state === 'held' && item.failure?.theirs !== undefined;
}
