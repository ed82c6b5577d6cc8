import type { EventInput } from '../../src/ledger/event-schema.ts';
import { dayOf, instantOf } from '../ui/dates.ts';
import type { EventDraft, GivenDraft } from './event-draft.ts';

export type EventWrong = {
  field:
    | 'event-title'
    | 'event-minutes'
    | 'event-when'
    | 'event-person'
    | 'event-given'
    | 'event-spent'
    | 'event-next'
    | 'event-next-on';
  word:
    | 'event.wrong-title'
    | 'event.wrong-minutes'
    | 'event.wrong-future'
    | 'event.wrong-person'
    | 'event.wrong-given'
    | 'event.wrong-given-none'
    | 'event.wrong-spent'
    | 'event.wrong-next'
    | 'event.wrong-next-on';
};

const CLOCKS_DIFFER_MS = 5 * 60_000;
/** Whole numbers and yuan as people type them, full-width digits too. */
export const numberOf = (text: string): number => Number(text.normalize('NFKC').replace(/[,\s]/g, '') || Number.NaN);

const whole = (text: string, most: number) => {
  const number = numberOf(text);
  return Number.isInteger(number) && number >= 1 && number <= most;
};

function givenIsRight({ measure, value, unit }: GivenDraft): boolean {
  if (measure === 'minutes') return whole(value, 100_000);
  if (measure === 'amount') return isMoney(value);
  return numberOf(value) > 0 && unit.trim() !== '';
}

function isMoney(text: string): boolean {
  const cents = numberOf(text) * 100;
  return cents > 0 && Math.abs(cents - Math.round(cents)) < 1e-6;
}

/** What keeps an act from being saved. */
export function eventWrongs(draft: EventDraft, now: Date): EventWrong[] {
  const wrongs: EventWrong[] = [];
  const wrong = (field: EventWrong['field'], word: EventWrong['word']) => wrongs.push({ field, word });
  if (!draft.title.trim() && !draft.gathering && draft.kind !== 'contact') wrong('event-title', 'event.wrong-title');
  if (!whole(draft.minutes, 1440)) wrong('event-minutes', 'event.wrong-minutes');
  if (Date.parse(instantOf(draft.day, draft.time)) > now.getTime() + CLOCKS_DIFFER_MS) {
    wrong('event-when', 'event.wrong-future');
  }
  if (draft.kind === 'contact' && !draft.person) wrong('event-person', 'event.wrong-person');
  if (!draft.given.every(givenIsRight)) wrong('event-given', 'event.wrong-given');
  if (draft.kind === 'resource-link' && draft.given.length === 0) wrong('event-given', 'event.wrong-given-none');
  if (!draft.spent.every((one) => isMoney(one.amount))) wrong('event-spent', 'event.wrong-spent');
  const step = draft.nextWhat.trim() !== '';
  const over = draft.nextOn !== '' && draft.nextOn < dayOf(now.toISOString()) && !draft.corrects;
  if (!step && draft.nextOn !== '') wrong('event-next', 'event.wrong-next');
  if (step && (draft.nextOn === '' || over)) wrong('event-next-on', 'event.wrong-next-on');
  return wrongs;
}

function givenInput({ partyKind, party, form, measure, value, unit, sector, mode, pay }: GivenDraft) {
  return {
    partyKind,
    party,
    form,
    [measure]: numberOf(value),
    ...(measure === 'quantity' ? { unit: unit.trim() } : {}),
    ...(sector ? { sector } : {}),
    ...(mode ? { mode } : {}),
    ...(pay ? { pay } : {}),
  };
}

/** The act as the program takes it. */
export function eventInput(draft: EventDraft): EventInput {
  const here = draft.list.filter((one) => one.present);
  return {
    kind: draft.kind,
    title: draft.title.trim(),
    startedAt: new Date(instantOf(draft.day, draft.time)).toISOString(),
    minutes: numberOf(draft.minutes),
    place: draft.place.trim(),
    channel: draft.channel,
    note: draft.note.trim(),
    ...{ area: draft.area, helper: draft.helper, evidence: draft.evidence },
    project: draft.project || null,
    person: draft.person?.id ?? null,
    gathering: draft.gathering,
    ...{ initiator: draft.initiator, convenor: draft.convenor },
    ...{ workers: draft.workers, withMe: draft.withMe, workerPresent: draft.workerPresent },
    present: here.map(({ person, role }) => ({ person, role })),
    absent: draft.list.filter((one) => !one.present).map((one) => one.person),
    unnamed: numberOf(draft.unnamed) || 0,
    given: draft.given.map(givenInput),
    expenses: draft.spent.map(({ amount, budgetLine, what }) => ({ amount: numberOf(amount), budgetLine, what })),
    next: draft.nextOn ? { on: draft.nextOn, what: draft.nextWhat.trim() } : null,
    askedBy: draft.askedBy || null,
    askedByName: draft.askedByName.trim(),
    ...(draft.phase ? { phase: draft.phase } : {}),
    ...(draft.field ? { field: draft.field } : {}),
    ...(draft.strategies ? { strategies: draft.strategies } : {}),
  };
}
