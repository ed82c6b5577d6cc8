import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { TestClient } from '../support/client.ts';

/** One command as a phone's outbox keeps it: the same key and body until it is answered. */
export interface Sent {
  key: string;
  id: string;
  body: Record<string, unknown>;
  /** The answer that acknowledged it, once there was one. */
  answer?: string;
  /** Why it was put off the last time: a reason that passes by itself (database away, disk full). */
  putOff?: string;
}

const body = (station: string, id: string, n: number) => ({
  station,
  id,
  name: `王秀英${n}`,
  sex: 'female',
  // Nobody like another: what is tried here is not the search for people who are there twice.
  bornOn: new Date(Date.UTC(1930, 0, 1 + n)).toISOString().slice(0, 10),
  bornPrecision: 'day',
  village: null,
  villageGroup: '3 组',
  phone: '',
  groups: [],
});

/** Sends a command once; true when it was acknowledged. Anything but an answer leaves it unanswered. */
export async function send(client: TestClient, sent: Sent): Promise<boolean> {
  const answer = await client
    .call('people/add', sent.body, { 'idempotency-key': sent.key })
    .catch(() => ({ status: 0, body: '' }));
  if (answer.status === 0 || answer.status >= 500) {
    sent.putOff = (answer.body as { reason?: string }).reason ?? 'no answer';
    return false;
  }
  if (answer.status !== 200) throw new Error(`refused: ${answer.status} ${JSON.stringify(answer.body)}`);
  const text = JSON.stringify(answer.body);
  if (sent.answer !== undefined && sent.answer !== text) throw new Error(`another answer: ${text} for ${sent.answer}`);
  sent.answer = text;
  return true;
}

/** Sends new commands one after another until told to stop; leaves the last one unanswered when the program dies. */
export async function work(
  client: TestClient,
  station: string,
  job: { log: Sent[]; on: () => boolean },
): Promise<void> {
  while (job.on()) {
    const id = randomUUID();
    const sent: Sent = { key: randomUUID(), id, body: body(station, id, job.log.length) };
    job.log.push(sent);
    const done = await send(client, sent).catch((error: Error) => error);
    if (done instanceof Error) throw done;
    if (!done) await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Sends everything that is still unanswered with its own key until it is acknowledged. */
export async function settleAll(client: TestClient, log: Sent[], within = 60_000): Promise<void> {
  const deadline = Date.now() + within;
  for (const sent of log.filter((one) => one.answer === undefined)) {
    while (!(await send(client, sent))) {
      if (Date.now() > deadline) throw new Error('not acknowledged in time');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/**
 * How the database stands against what was acknowledged. The head count is kept by adding one per command, and the
 * journal gets a line per command: anything done twice, half or not at all shows.
 */
export async function countUp(pool: pg.Pool, log: Sent[]) {
  const acknowledged = log.filter((one) => one.answer !== undefined).map((one) => one.id);
  const { rows } = await pool.query(
    `select (select count(*)::int from unnest($1::uuid[]) a where not exists (select from heli.person p where p.id = a))
        as missing,
      (select count(*)::int from heli.person) as people,
      (select coalesce(sum(people), 0)::int from heli.person_count) as counted,
      (select count(*)::int from heli.journal where command = 'people.add') as lines,
      (select count(distinct subject_id)::int from heli.journal where command = 'people.add') as subjects,
      (select count(*)::int from heli.person p where not exists
        (select from unnest($2::uuid[]) a where a = p.id)) as strangers`,
    [acknowledged, log.map((one) => one.id)],
  );
  return rows[0] as Record<'missing' | 'people' | 'counted' | 'lines' | 'subjects' | 'strangers', number>;
}
