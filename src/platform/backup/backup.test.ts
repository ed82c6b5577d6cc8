import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { gunzipSync, gzipSync } from 'node:zlib';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasDebianPostgres, startDebianPostgres } from '../../../tests/safety/debian-postgres.ts';
import {
  COUNTY,
  contentOf,
  emptyDatabase,
  fillSample,
  idOf,
  makeEmptyTemplate,
  migrateTo,
  type Server,
  settleLines,
} from '../../../tests/safety/sample.ts';
import { startQuickEmbedded } from '../../../tests/support/quick-postgres.ts';
import { verifyChains } from './chains.ts';
import { restoreBackup } from './restore.ts';
import { writeBackup } from './write.ts';

const now = new Date('2026-03-04T05:06:07.000Z');
const folder = mkdtempSync(path.join(os.tmpdir(), 'heli-backup-'));
const stops: (() => Promise<void>)[] = [];
const pools: pg.Pool[] = [];
let embedded: Server;
let debian: Server | undefined;
let count = 0;

chmodSync(folder, 0o755);

beforeAll(async () => {
  const running = await startQuickEmbedded();
  stops.push(running.stop);
  embedded = running;
  await makeEmptyTemplate(running);
  if (!hasDebianPostgres) return;
  const server = await startDebianPostgres();
  stops.push(server.stop);
  debian = server;
  await makeEmptyTemplate(server);
});

afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.end()));
  for (const stop of stops) await stop();
  rmSync(folder, { recursive: true, force: true });
});

async function empty(server: Server, upTo?: string): Promise<pg.Pool> {
  count += 1;
  const pool = await emptyDatabase(server, `backup_${count}`, upTo);
  pools.push(pool);
  return pool;
}

/** A visit by its bare rows, as an earlier version wrote them. */
async function bareVisit(pool: pg.Pool): Promise<void> {
  await pool.query(
    `insert into heli.event (county_id, id, station_id, kind, started_at, minutes, channel, phase, subject_kind, subject_id,
      note, inference_version, entered_by) values ($1, $2, $3, 'visit', now(), 30, 'in-person', 'deliver', 'person', $4, '', 1, $4)`,
    [COUNTY, idOf(7, 1), idOf(1, 1), idOf(2, 1)],
  );
  await pool.query(
    `insert into heli.contribution (county_id, id, station_id, event_id, party_kind, party_id, sector, form, minutes)
      values ($1, $2, $3, $2, 'account', $4, 'social-work', 'labour', 30)`,
    [COUNTY, idOf(7, 1), idOf(1, 1), idOf(2, 1)],
  );
}

async function filled(server: Server, people = 50): Promise<pg.Pool> {
  const pool = await empty(server);
  await fillSample(pool, people, 12);
  return pool;
}

const backup = (pool: pg.Pool, name: string) => {
  const file = path.join(folder, name);
  return writeBackup({ pool, file, programVersion: '0.1.0', now }).then((report) => ({ file, report }));
};

async function expectNothingChanged(file: string, reason: string): Promise<void> {
  const pool = await empty(embedded);
  const before = await contentOf(pool);
  await expect(restoreBackup({ pool, file })).rejects.toMatchObject({ name: 'HeliError', reason });
  expect(await contentOf(pool)).toBe(before);
}

describe('a backup', () => {
  test('put back into an empty database gives the same rows, counts and journal', async () => {
    const source = await filled(embedded);
    const { file, report } = await backup(source, 'whole.heli');
    expect(report.tables.find((table) => table.name === 'heli.person')?.rows).toBe(50);
    const target = await empty(embedded);
    expect(await restoreBackup({ pool: target, file })).toEqual(report);
    expect(await contentOf(target)).toBe(await contentOf(source));
    expect(await verifyChains(target)).toEqual(await verifyChains(source));
  });

  test.runIf(hasDebianPostgres)('goes from the embedded PostgreSQL to version 15 and back', async () => {
    const source = await filled(embedded);
    const older = await empty(debian as Server);
    await restoreBackup({ pool: older, file: (await backup(source, 'to-15.heli')).file });
    expect(await contentOf(older)).toBe(await contentOf(source));
    const again = await empty(embedded);
    await restoreBackup({ pool: again, file: (await backup(older, 'from-15.heli')).file });
    expect(await contentOf(again)).toBe(await contentOf(source));
  });

  test('of an earlier version is put back as it was, and then brought up to this one', async () => {
    const source = await empty(embedded, '0007_reports');
    await fillSample(source, 5, 12);
    await bareVisit(source);
    const { file } = await backup(source, 'earlier.heli');
    await expectNothingChanged(file, 'backup-other-level');
    const target = await empty(embedded, '0007_reports');
    await restoreBackup({ pool: target, file });
    await migrateTo(target);
    const { rows } = await target.query('select minutes from heli.given_fact');
    expect(rows).toEqual([{ minutes: 30 }]);
  });

  test('goes on after it: the restored journal takes the next line', async () => {
    const { file } = await backup(await filled(embedded), 'goes-on.heli');
    const target = await empty(embedded);
    await restoreBackup({ pool: target, file });
    await settleLines(target, idOf(1, 2), 1);
    const { broken, stations } = await verifyChains(target);
    expect(broken).toBeUndefined();
    expect(stations.map((one) => one.lines)).toEqual([12, 4]);
  });

  test('of a table larger than one chunk is whole', async () => {
    const source = await filled(embedded);
    await source.query(`insert into heli.setting select 'big' || n, to_jsonb(repeat(md5(n::text), 4000))
      from generate_series(1, 150) as n`);
    const { file, report } = await backup(source, 'large.heli');
    const names = gunzipSync(readFileSync(file))
      .toString('latin1')
      .match(/tables\/heli\.setting\/\d+\.copy/g);
    expect(new Set(names).size).toBe(3);
    const target = await empty(embedded);
    expect(await restoreBackup({ pool: target, file })).toEqual(report);
    expect(await contentOf(target)).toBe(await contentOf(source));
  });

  test('is a snapshot: what is written meanwhile is in it wholly or not at all', async () => {
    const source = await filled(embedded, 2000);
    const writing = settleLines(source, idOf(1, 1), 60);
    const { file } = await backup(source, 'while-writing.heli');
    await writing;
    const target = await empty(embedded);
    await restoreBackup({ pool: target, file });
    expect((await verifyChains(target)).broken).toBeUndefined();
  });

  test('stands under its name only when whole, and only its owner may read it', async () => {
    const { file } = await backup(await filled(embedded), 'mode.heli');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test('can be written to a stream', async () => {
    const source = await filled(embedded);
    const stream = new PassThrough();
    const pieces: Buffer[] = [];
    stream.on('data', (piece) => pieces.push(piece));
    const report = await writeBackup({ pool: source, stream, programVersion: '0.1.0', now });
    const file = path.join(folder, 'stream.heli');
    writeFileSync(file, Buffer.concat(pieces));
    expect(await restoreBackup({ pool: await empty(embedded), file })).toEqual(report);
  });

  test('of a broken chain is kept and told as broken', async () => {
    const source = await filled(embedded);
    await source.query(`update heli.journal set command = 'x' where station_id = $1 and seq = 5`, [idOf(1, 1)]);
    const target = await empty(embedded);
    await restoreBackup({ pool: target, file: (await backup(source, 'broken-chain.heli')).file });
    expect((await verifyChains(target)).broken).toEqual({ station: idOf(1, 1), seq: 5, why: 'hash' });
  });

  test('that cannot be written is refused and leaves nothing', async () => {
    const source = await filled(embedded);
    const file = path.join(folder, 'no-such-folder/x.heli');
    await expect(writeBackup({ pool: source, file, programVersion: '0.1.0', now })).rejects.toThrow();
    expect(existsSync(`${file}.part`)).toBe(false);
  });
});

describe('a file that is not a whole backup changes nothing', () => {
  let whole: Buffer;
  let file: string;
  beforeAll(async () => {
    whole = readFileSync((await backup(await filled(embedded), 'good.heli')).file);
    file = path.join(folder, 'bad.heli');
  });

  test('one altered byte, at twelve places', async () => {
    for (let n = 0; n < 12; n += 1) {
      const bytes = Buffer.from(whole);
      const at = 12 + Math.floor(((whole.length - 13) * n) / 11);
      bytes.writeUInt8((bytes.readUInt8(at) + 1) % 256, at);
      writeFileSync(file, bytes);
      const pool = await empty(embedded);
      await expect(restoreBackup({ pool, file }), `byte ${at}`).rejects.toMatchObject({ name: 'HeliError' });
      expect((await pool.query('select from heli.person')).rowCount).toBe(0);
    }
  });

  test.each([0.1, 0.5, 0.99])('cut off after %d of its length', async (part) => {
    writeFileSync(file, whole.subarray(0, Math.floor(whole.length * part)));
    await expectNothingChanged(file, 'backup-broken');
  });

  test('with something appended', async () => {
    writeFileSync(file, Buffer.concat([whole, Buffer.from('more')]));
    await expectNothingChanged(file, 'backup-broken');
  });

  test.each([
    ['a text', Buffer.from('姓名,电话\n王秀英,138')],
    ['nothing', Buffer.alloc(0)],
    ['another gzip', gzipSync('not a tar')],
    ['the word format', gzipSync('{"format":1}')],
  ])('a foreign file: %s', async (_, bytes) => {
    writeFileSync(file, bytes);
    await expectNothingChanged(file, 'backup-not-heli');
  });

  test('a file that is not there', () => expectNothingChanged(path.join(folder, 'nowhere.heli'), 'backup-not-found'));

  test('altered inside and packed again, so that only our own checksums can tell', async () => {
    const text = gunzipSync(whole);
    text.write('王', text.indexOf('李') >= 0 ? text.indexOf('李') : text.indexOf('秀'));
    writeFileSync(file, gzipSync(text));
    await expectNothingChanged(file, 'backup-broken');
  });

  test.each([
    ['"level": "00', '"level": "99', 'backup-newer'],
    ['"format": 1', '"format": 9', 'backup-newer'],
  ])('from a newer program: %s → %s', async (from, to, reason) => {
    const text = gunzipSync(whole);
    text.write(to, text.indexOf(from));
    writeFileSync(file, gzipSync(text));
    await expectNothingChanged(file, reason);
  });

  test('a database that holds records already is not touched', async () => {
    writeFileSync(file, whole);
    const pool = await filled(embedded, 3);
    const before = await contentOf(pool);
    await expect(restoreBackup({ pool, file })).rejects.toMatchObject({ reason: 'database-not-empty' });
    expect(await contentOf(pool)).toBe(before);
  });
});

describe('the journal chain', () => {
  test('that nobody touched is whole, with the short code of each head', async () => {
    const pool = await filled(embedded);
    const { broken, stations } = await verifyChains(pool);
    expect(broken).toBeUndefined();
    expect(stations).toMatchObject([
      { station: idOf(1, 1), lines: 12 },
      { station: idOf(1, 2), lines: 3 },
    ]);
    expect(stations[0]?.code).toMatch(/^[0-9a-f]{4} [0-9a-f]{4} [0-9a-f]{4}$/);
  });

  test.each([
    ['a line altered', `update heli.journal set fields = '{x}' where seq = 7`, { seq: 7, why: 'hash' }],
    ['a line removed', 'delete from heli.journal where seq = 7', { seq: 8, why: 'gap' }],
    ['the last line removed', 'delete from heli.journal where seq = 12', { seq: 12, why: 'head' }],
    ['the head altered', `update heli.journal_head set hash = sha256('x') where seq = 12`, { seq: 12, why: 'head' }],
    ['a line grafted on another', `update heli.journal set previous = hash where seq = 7`, { seq: 7, why: 'previous' }],
    ['the head removed', 'delete from heli.journal_head where seq = 12', { seq: 12, why: 'head' }],
  ])('finds %s', async (_, statement, expected) => {
    const pool = await filled(embedded, 1);
    await pool.query(statement);
    expect((await verifyChains(pool)).broken).toMatchObject({ station: idOf(1, 1), ...expected });
  });
});
