// The rules that make Heli ready to be spread by county over a Citus cluster, asked of the catalogue. They come from
// trials on Citus 13.2 (docs/decisions): what is refused there must not be written here.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  ask,
  type ForeignKey,
  type Key,
  listForeignKeys,
  listIndexes,
  listPolicies,
  listRoutines,
  listTables,
  type Policy,
  policyConditions,
  type Routine,
  spreadTables,
  type Table,
} from './catalogue.ts';
import { makeDatabase, type TestDatabase } from '../support/database.ts';

let walls: TestDatabase;
let tables: Table[];
let indexes: (Key & { method: string })[];
let foreignKeys: ForeignKey[];
let policies: Policy[];
let routines: Routine[];
const { county, reference } = spreadTables();
/** Kept by the migrations themselves, on one node. */
const LOCAL = ['migration'];

beforeAll(async () => {
  walls = await makeDatabase();
  tables = await listTables(walls.owner);
  indexes = await listIndexes(walls.owner);
  foreignKeys = await listForeignKeys(walls.owner);
  policies = await listPolicies(walls.owner);
  routines = await listRoutines(walls.owner);
});

afterAll(() => walls?.drop());

const ofCounty = (table: string) => county.includes(table);

describe('tables', () => {
  test('every one is said to be a county table or a reference table, once', () => {
    expect([...county, ...reference, ...LOCAL].sort()).toEqual(tables.map((table) => table.name));
  });

  test('a county table has a county, a whole number, always', () => {
    expect(tables.filter((table) => ofCounty(table.name) && table.countyType !== 'integer not null')).toEqual([]);
  });

  test('belong to heli_owner', () => {
    expect(tables.filter((table) => table.owner !== 'heli_owner')).toEqual([]);
  });

  test('have no triggers: Citus refuses them, and the journal is guarded by grants', async () => {
    expect(
      await ask(
        walls.owner,
        `select tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid
      where c.relnamespace = 'heli'::regnamespace and not tgisinternal`,
      ),
    ).toEqual([]);
  });

  test('count nothing by themselves: no sequence, no serial, no identity column', async () => {
    expect(
      await ask(
        walls.owner,
        `select relname from pg_class where relnamespace = 'heli'::regnamespace and relkind = 'S'`,
      ),
    ).toEqual([]);
    expect(
      await ask(
        walls.owner,
        `select attname from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relnamespace = 'heli'::regnamespace and c.relkind = 'r' and attidentity <> ''`,
      ),
    ).toEqual([]);
  });
});

describe('keys and indexes of county tables', () => {
  test('begin with the county, so that they can be kept on the county’s node', () => {
    // GIN excepted: it has no order, each column stands for itself, and the station it starts with lies in one county.
    const astray = indexes.filter(
      (index) => ofCounty(index.table) && index.method !== 'gin' && index.columns[0] !== 'county_id',
    );
    expect(astray.map((index) => index.definition)).toEqual([]);
  });

  test('a GIN index begins with the station', () => {
    const astray = indexes.filter(
      (index) => ofCounty(index.table) && index.method === 'gin' && index.columns[0] !== 'station_id',
    );
    expect(astray.map((index) => index.definition)).toEqual([]);
  });

  test('every table has a primary key, and every exclusion begins with the county too', async () => {
    const rows = await ask<{ table: string; kind: string; definition: string }>(
      walls.owner,
      `
      select t.relname as "table", c.contype as kind, pg_get_constraintdef(c.oid) as definition from pg_constraint c
        join pg_class t on t.oid = c.conrelid where t.relnamespace = 'heli'::regnamespace and c.contype in ('p', 'u', 'x')`,
    );
    const primary = new Set(rows.filter((row) => row.kind === 'p').map((row) => row.table));
    expect(tables.filter((table) => !primary.has(table.name))).toEqual([]);
    const exclusions = rows.filter((row) => row.kind === 'x' && ofCounty(row.table));
    expect(exclusions.filter((row) => !/\(county_id WITH =/.test(row.definition))).toEqual([]);
  });

  test('a foreign key to a county table holds the county on both sides, first', () => {
    const astray = foreignKeys.filter(
      (key) => ofCounty(key.target) && (key.columns[0] !== 'county_id' || key.targetColumns[0] !== 'county_id'),
    );
    expect(astray).toEqual([]);
  });

  test('no reference table points at a county table', () => {
    expect(foreignKeys.filter((key) => !ofCounty(key.table) && ofCounty(key.target))).toEqual([]);
  });

  test('nothing is deferred, nothing is set to null or to a default when a row goes, nothing is updated along', async () => {
    expect(
      await ask(
        walls.owner,
        `select conname from pg_constraint c join pg_class t on t.oid = c.conrelid
      where t.relnamespace = 'heli'::regnamespace and condeferrable`,
      ),
    ).toEqual([]);
    expect(foreignKeys.filter((key) => !['a', 'r', 'c'].includes(key.onDelete) || key.onUpdate !== 'a')).toEqual([]);
  });
});

describe('row security', () => {
  test('is on for every county table, and never forced: a forced one cannot be moved between nodes', () => {
    expect(tables.filter((table) => ofCounty(table.name) && !table.secured)).toEqual([]);
    expect(tables.filter((table) => table.forced)).toEqual([]);
  });

  test('is on for every reference table that names a person’s rights or a station', () => {
    const open = tables.filter((table) => reference.includes(table.name) && !table.secured).map((table) => table.name);
    expect(open.sort()).toEqual(['area', 'area_change', 'organisation', 'role_capability', 'setting', 'sign_in_guard']);
  });

  test('speaks to heli_app alone, by rules that allow, each for one action', () => {
    const odd = policies.filter(
      (policy) => policy.roles.join() !== 'heli_app' || policy.permissive !== 'PERMISSIVE' || policy.action === 'ALL',
    );
    expect(odd).toEqual([]);
  });

  test('an update may not leave what it may touch: both sides are checked', () => {
    const odd = policies.filter((policy) => policy.action === 'UPDATE' && policy.using !== policy.check);
    expect(odd).toEqual([]);
  });

  test('every rule of a county table names the county first', () => {
    const odd = policies.filter(
      (policy) => ofCounty(policy.table) && !/^\(+county_id = /.test(policy.using ?? policy.check ?? ''),
    );
    expect(odd).toEqual([]);
  });

  const ASKING = /\( SELECT (?:heli\.)?asking_\w+\([^)]*\) AS \w+\)/g;
  const UNFIT = /\bselect\b|\bexists\b|is (not )?null|is (not )?distinct|heli\./i;

  test('reads columns and who asks, and nothing else', () => {
    const texts = policies.flatMap((policy) => [policy.using, policy.check]).filter((text) => text !== null);
    expect(texts.length).toBeGreaterThan(50);
    expect(texts.filter((text) => UNFIT.test(text.replace(ASKING, '?')))).toEqual([]);
  });

  test('in the form a Citus server takes, it has no sub-select and no function of ours at all', async () => {
    const conditions = policyConditions();
    expect(conditions.length).toBeGreaterThan(30);
    const client = await walls.owner.connect();
    try {
      // A server that believes it has Citus, for as long as the question lasts.
      await client.query('begin; set local allow_system_table_mods = on');
      await client.query(`insert into pg_extension select 99999, 'citus', extowner, extnamespace, false, '13', null, null
        from pg_extension where extname = 'plpgsql'`);
      const { rows } = await client.query<{ text: string }>(
        'select heli.policy_text(c) as text from unnest($1::text[]) c',
        [conditions],
      );
      expect(rows.filter((row) => UNFIT.test(row.text.replaceAll("'heli.", "'")))).toEqual([]);
      expect(rows.filter((row) => /[{}]/.test(row.text.replaceAll("'{}'", '')))).toEqual([]);
    } finally {
      await client.query('rollback');
      client.release();
    }
  });
});

describe('functions', () => {
  test('that run with the owner’s rights belong to heli_owner, and look for names in heli alone', () => {
    const definers = routines.filter((routine) => routine.definer);
    expect(definers.length).toBeGreaterThan(5);
    expect(definers.filter((routine) => routine.owner !== 'heli_owner')).toEqual([]);
    expect(definers.filter((routine) => !routine.settings.includes('search_path=heli, pg_temp'))).toEqual([]);
  });

  test('take no row of a table: on Citus it has another type on each node', async () => {
    expect(
      await ask(
        walls.owner,
        `select p.proname from pg_proc p, unnest(p.proargtypes) as a(type) join pg_type t on t.oid = a.type
      where p.pronamespace = 'heli'::regnamespace and t.typrelid <> 0`,
      ),
    ).toEqual([]);
  });

  test('that run with the owner’s rights are for heli_app, not for everyone', () => {
    expect(routines.filter((routine) => routine.definer && routine.everyone).map((routine) => routine.name)).toEqual(
      [],
    );
  });

  test('that build the database are not for heli_app', () => {
    const building = ['distribute', 'replicate', 'allow', 'policy_text', 'scope'];
    expect(
      routines.filter((routine) => building.includes(routine.name) && routine.app).map((routine) => routine.name),
    ).toEqual([]);
  });
});
