import type { EventFields, EventInput, EventWhole, Given, OtherKind } from '../../src/ledger/event-schema.ts';
import type { AttachmentKind, AttachmentType, Form, Phase, Sector, ServiceField } from '../../src/ledger/terms.ts';
import type { z } from 'zod';
import { newId } from '../../src/platform/ids.ts';
import { dayOf, sayTime } from '../ui/dates.ts';

/** Somebody on the list while it is written. */
export interface Listed {
  person: string;
  name: string;
  /** Age and place, to tell namesakes apart. */
  beside: string;
  present: boolean;
  role: 'participant' | 'volunteer' | 'lead';
}

/** Somebody who gave something: one measure in words. */
export interface GivenDraft {
  key: string;
  partyKind: Given['partyKind'];
  party: string;
  name: string;
  form: Form;
  measure: 'minutes' | 'amount' | 'quantity';
  value: string;
  unit: string;
  sector?: Sector;
  mode?: Given['mode'];
  pay?: Given['pay'];
}

/** A picture of a sheet, a voucher or the act itself, made small on this device. */
export interface Picture {
  id: string;
  kind: z.infer<typeof AttachmentKind>;
  name: string;
  type: z.infer<typeof AttachmentType>;
  content: string;
}

/** An act while it is written down. What was not touched is inferred. */
export interface EventDraft {
  id: string;
  kind: OtherKind;
  title: string;
  day: string;
  time: string;
  minutes: string;
  place: string;
  channel: EventFields['channel'];
  note: string;
  person: { id: string; name: string } | null;
  gathering: { id: string; name: string } | null;
  list: Listed[];
  unnamed: string;
  workers: string[];
  withMe: boolean;
  workerPresent: boolean;
  given: GivenDraft[];
  spent: { key: string; amount: string; budgetLine: string; what: string }[];
  nextOn: string;
  nextWhat: string;
  project: string;
  initiator: Sector;
  convenor: Sector;
  askedBy: Sector | '';
  askedByName: string;
  area: string | null;
  helper: string;
  evidence: 0 | 1;
  phase: Phase | '';
  field: ServiceField | '';
  strategies: EventFields['strategies'] | null;
  pictures: Picture[];
  consent: boolean;
  /** The line that is put right, and the item on this device it takes the place of. */
  corrects: { id: string; version: number } | null;
  why: string;
  replaces: string | null;
}

/** A fresh act begins now. */
export function freshEvent(kind: OtherKind, now: Date): EventDraft {
  return {
    ...{ id: newId(), kind, title: '', day: dayOf(now.toISOString()), time: sayTime(now.toISOString()), minutes: '60' },
    ...{ place: '', channel: kind === 'contact' ? 'phone' : 'in-person', note: '', person: null, gathering: null },
    ...{ list: [], unnamed: '', workers: [], withMe: true, workerPresent: true, given: [], spent: [] },
    ...{ nextOn: '', nextWhat: '', project: '', initiator: 'social-work', convenor: 'social-work' },
    ...{
      askedBy: '',
      askedByName: '',
      area: null,
      helper: '',
      evidence: 1,
      phase: '',
      field: '',
      strategies: null,
      pictures: [],
      consent: false,
    },
    ...{ corrects: null, why: '', replaces: null },
  };
}

/** An event that stands, opened to be put right. */
export function correctionOf(event: EventWhole, me: string): EventDraft {
  const confirmed = <T>(name: string, value: T) => (event.confirmed.includes(name) ? value : null);
  return {
    ...freshEvent(event.kind as OtherKind, new Date(event.startedAt)),
    title: event.title,
    minutes: String(event.minutes ?? 60),
    ...{ place: event.place, channel: event.channel, note: event.note, person: event.person },
    gathering: event.gathering,
    list: event.list.map(({ person, name, present, role }) => ({ person, name, beside: '', present, role })),
    unnamed: event.unnamed ? String(event.unnamed) : '',
    workers: event.workerIds.filter((id) => id !== event.enteredBy && id !== me),
    withMe: event.workerIds.includes(event.enteredBy),
    workerPresent: event.workerPresent,
    given: event.given.filter((one) => !one.byPresence).map(givenDraft),
    ...{ area: event.area, helper: event.helper, evidence: event.evidence === 0 ? 0 : 1 },
    spent: event.expenses.map(({ id, amount, budgetLine, what }) => ({
      key: id,
      amount: String(amount),
      budgetLine,
      what,
    })),
    nextOn: event.next && !event.next.doneAt ? event.next.on : '',
    nextWhat: event.next && !event.next.doneAt ? event.next.what : '',
    project: event.project?.id ?? '',
    ...{
      initiator: event.initiator,
      convenor: event.convenor,
      askedBy: event.askedBy ?? '',
      askedByName: event.askedByName,
    },
    phase: confirmed('phase', event.phase) ?? '',
    field: confirmed('field', event.field) ?? '',
    strategies: confirmed('strategies', event.strategies as EventFields['strategies']) ?? null,
    corrects: { id: event.id, version: event.version },
  };
}

function givenDraft(one: EventWhole['given'][number]): GivenDraft {
  const measure = one.minutes !== null ? 'minutes' : one.amount !== null ? 'amount' : 'quantity';
  return {
    ...{ key: one.id, partyKind: one.partyKind, party: one.party, name: one.name, form: one.form, measure },
    value: String(one[measure] ?? ''),
    unit: one.unit ?? '',
    ...{ sector: one.sector, mode: one.mode, pay: one.pay },
  };
}

/** What was recorded and is still on this device, opened again. */
export function draftOfInput(input: EventInput & { id: string }, names: Map<string, string>): EventDraft {
  const listed = (person: string, present: boolean, role: Listed['role'] = 'participant'): Listed => ({
    ...{ person, name: names.get(person) ?? '', beside: '', present, role },
  });
  return {
    ...freshEvent(input.kind, new Date(input.startedAt)),
    ...{
      id: input.id,
      title: input.title,
      minutes: String(input.minutes),
      place: input.place ?? '',
      note: input.note ?? '',
    },
    gathering: input.gathering ?? null,
    person: input.person ? { id: input.person, name: names.get(input.person) ?? '' } : null,
    list: [
      ...(input.present ?? []).map((one) => listed(one.person, true, one.role)),
      ...(input.absent ?? []).map((person) => listed(person, false)),
    ],
    unnamed: input.unnamed ? String(input.unnamed) : '',
    given: (input.given ?? []).map((one) => ({
      ...{ key: newId(), partyKind: one.partyKind, party: one.party, name: names.get(one.party) ?? '', form: one.form },
      measure: one.minutes !== undefined ? 'minutes' : one.amount !== undefined ? 'amount' : 'quantity',
      value: String(one.minutes ?? one.amount ?? one.quantity ?? ''),
      unit: one.unit ?? '',
      ...(one.sector ? { sector: one.sector } : {}),
      ...(one.mode ? { mode: one.mode } : {}),
      ...(one.pay ? { pay: one.pay } : {}),
    })),
    spent: (input.expenses ?? []).map((one) => ({ ...one, key: newId(), amount: String(one.amount) })),
    nextOn: input.next?.on ?? '',
    nextWhat: input.next?.what ?? '',
    project: input.project ?? '',
    askedBy: input.askedBy ?? '',
    askedByName: input.askedByName ?? '',
    ...{ workers: input.workers ?? [], withMe: input.withMe ?? true, workerPresent: input.workerPresent ?? true },
    ...{ channel: input.channel ?? 'in-person', area: input.area ?? null, helper: input.helper ?? '' },
    ...{ initiator: input.initiator ?? 'social-work', convenor: input.convenor ?? 'social-work' },
    ...{ phase: input.phase ?? '', field: input.field ?? '', strategies: input.strategies ?? null },
    evidence: input.evidence === 0 ? 0 : 1,
  };
}
