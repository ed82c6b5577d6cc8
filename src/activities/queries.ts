import { z } from 'zod';
import {
  countDue,
  countVisited,
  type DueRow,
  listDue,
  listSinceImport,
  listSteps,
  type StepRow,
} from '../ledger/store/due.ts';
import { countEntered, eventLine, listRecorded } from '../ledger/store/lists.ts';
import type { PersonLine } from '../people/schema.ts';
import { type At, countPeople, listByIds, personLine } from '../people/store.ts';
import type { Transaction } from '../platform/database/flight.ts';
import { dayInChina, instantsOf } from '../platform/clock.ts';
import { HeliError } from '../platform/errors.ts';
import { shortCode } from '../platform/pipeline/code.ts';
import { pageOf, readCursor } from '../platform/pipeline/cursor.ts';
import { ANYONE, atStation } from '../platform/pipeline/procedure.ts';
import { query } from '../platform/pipeline/query.ts';
import {
  type DueVisit,
  GetPublicPhoto,
  GetToday,
  ListNotices,
  NoticePage,
  PublicPhoto,
  PublicStation,
  Today,
} from './schema.ts';
import { countProposals } from './proposal-store.ts';
import { findPublicPhoto, findPublicStation, listNotices, listOn, noticeLine } from './store.ts';

const DUE_SHOWN = 50;

const stepLine = (row: StepRow) => ({
  event: row.event_id,
  kind: row.kind,
  title: row.title,
  what: row.what,
  dueOn: row.due_on,
  person: row.person_name ?? '',
});

/** Who they are, by id. */
async function linesOf(transaction: Transaction, at: At, due: DueRow[]): Promise<Map<string, PersonLine>> {
  if (due.length === 0) return new Map();
  const rows = await listByIds(
    transaction,
    at,
    due.map((row) => row.person_id),
  );
  return new Map(rows.map((row) => [row.id, personLine(row)]));
}

const dueVisits = (due: DueRow[], known: Map<string, PersonLine>): DueVisit[] =>
  due.flatMap((row) => {
    const person = known.get(row.person_id);
    return person ? [{ person, dueOn: row.due_on, reason: row.reason }] : [];
  });

/** 今日: visits owed up to today, what is on today, and what was recorded today. */
export const getToday = query({
  name: 'activities.today',
  permit: atStation('records.read'),
  summary: 'Today: visits owed, what is on, what was recorded',
  path: '/activities/today',
  input: GetToday,
  output: Today,
  read: async (transaction, { station }, { county, context }) => {
    const day = dayInChina(context.services.clock());
    const { from, to } = instantsOf(day);
    const at = { county, station };
    const [due, sinceImport, villages, steps, recorded, entered, on, people, visitedToday, proposals] =
      await Promise.all([
        listDue(transaction, { ...at, day, limit: DUE_SHOWN }),
        listSinceImport(transaction, { ...at, limit: DUE_SHOWN }),
        countDue(transaction, { ...at, day }),
        listSteps(transaction, { ...at, day, limit: DUE_SHOWN }),
        listRecorded(transaction, { ...at, since: from }),
        countEntered(transaction, { ...at, since: from }),
        listOn(transaction, { ...at, from, to }),
        countPeople(transaction, { ...at, village: null }),
        countVisited(transaction, { ...at, from, to }),
        countProposals(transaction, { ...at, day }),
      ]);
    const known = await linesOf(transaction, at, [...due, ...sinceImport]);
    return {
      day,
      due: dueVisits(due, known),
      dueCount: villages.reduce((sum, one) => sum + one.due, 0),
      sinceImport: dueVisits(sinceImport, known),
      sinceImportCount: villages.reduce((sum, one) => sum + one.since_import, 0),
      overdue: villages
        .filter((one) => one.overdue > 0)
        .map(({ village, name, overdue }) => ({ village, name, households: overdue })),
      steps: steps.map(stepLine),
      visitedToday,
      recorded: recorded.map(eventLine),
      entered,
      notices: on.map(noticeLine).map(({ id, title, startsAt, place }) => ({ id, title, startsAt, place })),
      proposals,
      people,
    };
  },
});

/** A station's notices, the latest first. */
export const listNoticesQuery = query({
  name: 'activities.notices',
  permit: atStation('station.see'),
  summary: 'A station’s notices, the latest first',
  path: '/activities/notices',
  input: ListNotices,
  output: NoticePage,
  read: async (transaction, input, { county }) => {
    const [startsAt, id] = readCursor(input.cursor, 2);
    const before = startsAt !== undefined && id !== undefined ? { startsAt, id } : null;
    const rows = await listNotices(transaction, { county, station: input.station, before, limit: input.limit + 1 });
    return pageOf(rows, input.limit, { show: noticeLine, keys: (row) => [row.starts_key, row.id] });
  },
});

const onTheDot = <Told extends { startsAt: string }>(told: Told): Told => ({
  ...told,
  startsAt: new Date(told.startsAt).toISOString(),
});

/** What anyone may read of a station: the resident page. */
export const getPublicStation = query({
  name: 'activities.publicStation',
  permit: ANYONE,
  summary: 'What residents may read of a station',
  path: '/public/stations/{slug}',
  input: z.strictObject({ slug: z.string().min(1).max(80) }),
  output: PublicStation,
  read: async (transaction, { slug }) => {
    const row = await findPublicStation(transaction, slug);
    if (!row) throw new HeliError('not-found', 'not-found');
    return {
      name: row.name,
      phone: row.phone,
      address: row.place,
      demo: row.demo,
      head: row.head_hash && row.head_seq ? { lines: row.head_seq, code: shortCode(row.head_hash) } : null,
      notices: row.notices.map(onTheDot),
      done: row.done.map(onTheDot),
      works: row.works,
    };
  },
});

/** A picture that a station shows to residents. */
export const getPublicPhoto = query({
  name: 'activities.publicPhoto',
  permit: ANYONE,
  summary: 'A picture that a station shows to residents',
  path: '/public/photo',
  input: GetPublicPhoto,
  output: PublicPhoto,
  read: async (transaction, { slug, id }) => {
    const found = await findPublicPhoto(transaction, slug, id);
    if (!found) throw new HeliError('not-found', 'not-found');
    return { type: found.type, content: found.content.toString('base64') };
  },
});
