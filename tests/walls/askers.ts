// Made-up accounts with grants and sessions of every sort, and the few rows that are theirs.
import fc from 'fast-check';
import type pg from 'pg';
import type { Asker, Grant, Role, Scope } from './oracle.ts';
import { COUNTIES, madeId, ORGANISATIONS, type Row, STATIONS } from './world.ts';

const AREAS: [string, string][] = [
  ['370000000000', '379999999999'],
  ['370203000000', '370203999999'],
  ['370211001000', '370211001999'],
  ['370211001001', '370211001001'],
  ['441900000000', '441999999999'],
  ['441900002000', '441900002999'],
  ['441900001002', '441900001002'],
  ['370203000000', '370211999999'],
];

const station = fc.constantFrom(...STATIONS.map((one) => one.id));
const within: fc.Arbitrary<Scope> = fc.oneof(
  { weight: 4, arbitrary: station.map((id): Scope => ({ kind: 'station', station: id })) },
  fc.constantFrom(...ORGANISATIONS).map((id): Scope => ({ kind: 'organisation', organisation: id })),
  fc.constantFrom(...AREAS).map(([from, to]): Scope => ({ kind: 'area', from, to })),
);
const HOST: Role[] = ['keeper', 'system'];
const LOCAL: Role[] = [
  'worker',
  'head',
  'supervisor',
  'manager',
  'officer',
  'evaluator',
  'resident',
  'cadre',
  'researcher',
];
const power = fc.oneof(
  { weight: 9, arbitrary: fc.record({ role: fc.constantFrom(...LOCAL), scope: within }) },
  { weight: 1, arbitrary: fc.record({ role: fc.constantFrom(...HOST), scope: fc.constant<Scope>({ kind: 'host' }) }) },
);
const state = fc.oneof(
  { weight: 5, arbitrary: fc.constant<Grant['state']>('live') },
  { weight: 3, arbitrary: fc.constantFrom<Grant['state']>('revoked', 'expired', 'future') },
);
const grant = fc
  .record({ power, county: fc.constantFrom(...COUNTIES), state })
  .map(({ power: { role, scope }, county, state }): Grant => {
    const home = scope.kind === 'station' ? STATIONS.find((one) => one.id === scope.station)?.county : undefined;
    return { id: '', role, scope, county: home ?? county, state };
  });
const session = fc.oneof(
  { weight: 8, arbitrary: fc.constant<Asker['session']>('live') },
  { weight: 1, arbitrary: fc.constantFrom<Asker['session']>('expired', 'missing', 'of another', 'none') },
);

const asker = fc
  .record({
    county: fc.constantFrom(...COUNTIES),
    kind: fc.oneof(
      { weight: 8, arbitrary: fc.constant('staff' as const) },
      fc.constantFrom('resident' as const, 'system' as const),
    ),
    closed: fc.integer({ min: 0, max: 9 }).map((number) => number === 9),
    session,
    grants: fc.array(grant, { maxLength: 3 }),
  })
  // A system account is asked for without a session, most of the time.
  .map(
    (one): Omit<Asker, 'id'> => ({
      ...one,
      session: one.kind === 'system' && one.session === 'live' ? 'none' : one.session,
    }),
  );

/** Between one and a dozen accounts that are there together. */
export const askers: fc.Arbitrary<Asker[]> = fc.array(asker, { minLength: 1, maxLength: 12 }).map((drawn) =>
  drawn.map((one, index) => ({
    ...one,
    id: madeId('ace', index + 1),
    grants: one.grants.map((each, number) => ({ ...each, id: madeId('9a', index * 100 + number + 1) })),
  })),
);

const tokenOf = (id: string) => `token of ${id}`;

/** The session an asker shows; null for none. */
export function shownSession(one: Asker): string | null {
  if (one.session === 'none') return null;
  return one.session === 'of another' ? tokenOf(madeId('ace', 0)) : tokenOf(one.id);
}

function grantRow(one: Asker, each: Grant) {
  const { scope } = each;
  return {
    id: each.id,
    account: one.id,
    role: each.role,
    county: each.county,
    station: scope.kind === 'station' ? scope.station : null,
    organisation: scope.kind === 'organisation' ? scope.organisation : null,
    from: scope.kind === 'area' ? scope.from : null,
    to: scope.kind === 'area' ? scope.to : null,
    host: scope.kind === 'host',
    state: each.state,
  };
}

const INSERT_ACCOUNTS = `
  with a as (select * from jsonb_to_recordset($1) as a(id uuid, county int, kind text, closed boolean, session text, token text)),
  accounts as (insert into heli.account (id, county_id, kind, name, closed_at)
    select id, county, kind, '某人', case when closed then now() - interval '1 day' end from a),
  logins as (insert into auth."user" (id, name, email, "emailVerified") select id::text, '某人', id || '@x', false from a returning id),
  sessions as (insert into auth.session (id, "userId", token, "expiresAt", "updatedAt")
    select a.token, a.id::text, a.token, now() + case session when 'expired' then interval '-1 second' else interval '1 hour' end, now()
      from a join logins on logins.id = a.id::text where session in ('live', 'expired')),
  logs as (insert into heli.access_log (county_id, id, account_id, what, outcome) select county, id, id, 'sign-in', 'done' from a),
  readings as (insert into heli.reading_log (county_id, id, account_id, station_id, subject_kind, subject_id)
    select county, id, id, $3, 'case', id from a),
  glasses as (insert into heli.break_glass (county_id, id, account_id, station_id, case_id, reason, closes_at)
    select county, id, id, $3, id, '夜间急诊，家属来电请求帮助', now() + interval '1 hour' from a),
  answers as (insert into heli.answer (county_id, key, account_id, station_id, subject_id, body_digest, answer, expires_at)
    select county, id, id, $3, id, '\\x00', '{}', now() + interval '1 day' from a)
  insert into heli.access_grant (id, account_id, role, county_id, station_id, organisation_id, area_from, area_to, host, granted_by,
      starts_at, ends_at, revoked_at)
    select id, account, role, county, station, organisation, "from", "to", host, account,
      now() + case state when 'future' then interval '1 second' else interval '-2 days' end,
      case state when 'expired' then now() - interval '1 second' end, case state when 'revoked' then now() - interval '1 second' end
    from jsonb_to_recordset($2) as g(id uuid, account uuid, role text, county int, station uuid, organisation uuid, "from" text,
      "to" text, host boolean, state text)`;

/** Where everything of the drawn accounts is noted, whatever their county. */
const NOTED_AT = STATIONS[0]?.id ?? '';

/** Writes the accounts into the database, as its owner. */
export async function insertAskers(owner: pg.ClientBase, drawn: Asker[]): Promise<void> {
  const accounts = drawn.map(({ id, county, kind, closed, session }) => ({
    id,
    county,
    kind,
    closed,
    session,
    token: tokenOf(id),
  }));
  const grants = drawn.flatMap((one) => one.grants.map((each) => grantRow(one, each)));
  await owner.query(INSERT_ACCOUNTS, [JSON.stringify(accounts), JSON.stringify(grants), NOTED_AT]);
}

/** The rows that the accounts brought with them. */
export function rowsOf(drawn: Asker[]): Row[] {
  return drawn.flatMap((one) => {
    const own = { county: one.county, account: one.id, key: one.id };
    const noted = ['access_log', 'reading_log', 'break_glass', 'answer'].map((table) => ({
      ...own,
      table,
      station: NOTED_AT,
    }));
    const grants = one.grants.map((each) => ({
      table: 'access_grant',
      key: each.id,
      county: each.county,
      account: one.id,
      station: each.scope.kind === 'station' ? each.scope.station : null,
    }));
    return [...noted, ...grants, { ...own, table: 'account', kind: one.kind }];
  });
}
