// What residents say without an account: that they come, and what they ask for.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PublicStation } from '../src/activities/schema.ts';
import { setUpStation } from './support/cast.ts';
import { openClient, type TestClient } from './support/client.ts';
import { startProgram, type TestProgram } from './support/program.ts';

let program: TestProgram;
let zhou: TestClient;
let station: string;
let slug: string;
const DAY = 86_400_000;

beforeAll(async () => {
  program = await startProgram();
  ({ zhou, station } = await setUpStation(program.address));
  ({ slug } = (await zhou.call('places/station', { station })).body);
}, 60_000);
afterAll(() => program?.stop());

const anyone = () => openClient(program.address);
async function must(name: string, input: object) {
  const answer = await zhou.call(name, { station, ...input });
  if (answer.status !== 200) throw new Error(`${name}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}
async function announced(inDays = 2): Promise<string> {
  const startsAt = new Date(Date.now() + inDays * DAY).toISOString();
  return (await must('activities/announce', { id: randomUUID(), title: '商量路灯', startsAt, place: '', note: '' })).id;
}
const saying = (notice: string, more: object = {}) => ({
  ...{ slug, notice, id: randomUUID(), name: '张婶', people: 2, phone: '', ...more },
});
const say = (input: object, key: string = randomUUID()) =>
  anyone().call('activities/sayComing', input, { 'idempotency-key': key });
const shown = async (): Promise<PublicStation> => (await anyone().call('activities/publicStation', { slug })).body;
const told = async (notice: string) => (await shown()).notices.find(({ id }) => id === notice);
const noticeOf = async (notice: string) =>
  (await must('activities/notices', {})).items.find(({ id }: { id: string }) => id === notice);

describe('coming: refused', () => {
  test('to what has begun', async () => {
    const answer = await say(saying(await announced(-0.1)));
    expect([answer.status, answer.body.reason]).toEqual([422, 'notice-over']);
  });

  test('to what is called off', async () => {
    const notice = await announced();
    await must('activities/cancel', { id: notice, version: 1 });
    const answer = await say(saying(notice));
    expect([answer.status, answer.body.reason]).toEqual([422, 'notice-off']);
  });

  test('without a name, for nobody, for more than twenty', async () => {
    const notice = await announced();
    for (const wrong of [{ name: ' ' }, { people: 0 }, { people: 21 }, { phone: '1'.repeat(21) }])
      expect((await say(saying(notice, wrong))).status).toBe(400);
    expect(await noticeOf(notice)).toMatchObject({ coming: 0 });
  });

  test('to be taken back by whoever has not said it', async () => {
    const notice = await announced();
    await say(saying(notice));
    expect((await anyone().call('activities/takeBackComing', { slug, id: randomUUID() })).status).toBe(404);
    expect(await noticeOf(notice)).toMatchObject({ coming: 2 });
  });
});

describe('coming', () => {
  test('a second tap changes nothing, even when the first answer was lost', async () => {
    const notice = await announced();
    const [input, key] = [saying(notice), randomUUID()];
    expect((await say(input, key)).body).toEqual((await say(input, key)).body);
    expect(await noticeOf(notice)).toMatchObject({ coming: 2 });
  });

  test('the station reads who comes; everybody else only how many, and not below five', async () => {
    const notice = await announced();
    await say(saying(notice, { people: 4, phone: '13800001111' }));
    expect(await told(notice)).toMatchObject({ coming: null });
    await say(saying(notice, { name: '老李', people: 1 }));
    expect(await told(notice)).toMatchObject({ coming: 5 });
    expect(JSON.stringify(await shown())).not.toMatch(/张婶|老李|13800001111/);
    const { items } = await must('activities/coming', { notice });
    expect(items).toMatchObject([
      { name: '张婶', people: 4, phone: '13800001111' },
      { name: '老李', people: 1, phone: '' },
    ]);
  });

  test('said again by the same phone with another number, the last one counts', async () => {
    const notice = await announced();
    const input = saying(notice);
    await say(input);
    await say({ ...input, people: 3 });
    expect(await noticeOf(notice)).toMatchObject({ coming: 3 });
  });

  test('is taken back, and then nothing of it is left', async () => {
    const notice = await announced();
    const input = saying(notice);
    await say(input);
    expect((await anyone().call('activities/takeBackComing', { slug, id: input.id })).status).toBe(200);
    expect(await noticeOf(notice)).toMatchObject({ coming: 0 });
    expect((await must('activities/coming', { notice })).items).toEqual([]);
  });
});

test('a reminder is a calendar file; of what is called off there is none, but the page of what is on', async () => {
  const notice = await announced();
  const address = `${program.address}/c/${slug}/${notice}.ics`;
  const file = await fetch(address);
  expect([file.status, file.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
  expect(await file.text()).toContain('SUMMARY:商量路灯');
  await must('activities/cancel', { id: notice, version: 1 });
  const gone = await fetch(address, { redirect: 'manual' });
  expect([gone.status, gone.headers.get('location')]).toEqual([302, `/c/${slug}`]);
});

describe('proposals', () => {
  const proposal = () => ({
    ...{ slug, id: randomUUID(), what: '路灯坏了三盏', place: '柳塘村口', name: '王大爷', phone: '13800002222' },
    hideName: true,
  });
  const propose = async (input: object) => (await anyone().call('activities/propose', input)).body;
  const find = (code: string) => anyone().call('activities/publicProposal', { slug, code });

  test('an answer needs its reason, and nobody writes over another’s', async () => {
    const { id } = await propose(proposal());
    const answer = { station, id, outcome: 'done', answer: '换好了。' };
    expect((await zhou.call('activities/answerProposal', { ...answer, version: 1, answer: ' ' })).status).toBe(400);
    expect((await zhou.call('activities/answerProposal', { ...answer, version: 2 })).status).toBe(409);
    expect((await zhou.call('activities/readProposal', { station, id: randomUUID(), version: 1 })).status).toBe(404);
  });

  test('land at the station, and their proposer reads the answer by a number, without names', async () => {
    const before = (await must('activities/today', {})).proposals;
    const asked = proposal();
    const { id, code, owedOn } = await propose(asked);
    expect(code).toMatch(/^[0-9]{10}$/);
    expect(owedOn).toBe(new Date(Date.now() + 15 * DAY + 8 * 3600_000).toISOString().slice(0, 10));
    expect((await must('activities/today', {})).proposals).toEqual({ unread: before.unread + 1, late: 0 });
    const listed = (await must('activities/proposals', { answered: false })).items.at(-1);
    expect(listed).toMatchObject({ id, what: '路灯坏了三盏', name: '王大爷', hideName: true, read: false });
    await must('activities/readProposal', { id, version: 1 });
    expect((await find(code)).body).toMatchObject({ read: true, answered: null });
    await must('activities/answerProposal', { id, version: 2, outcome: 'passed-on', answer: '报给镇里，下周来修。' });
    const found = (await find(code)).body;
    expect(found).toMatchObject({
      what: '路灯坏了三盏',
      answered: { outcome: 'passed-on', answer: '报给镇里，下周来修。' },
    });
    expect(JSON.stringify(found)).not.toMatch(/王大爷|13800002222|周敏/);
    const [done] = (await must('activities/proposals', { answered: true })).items;
    expect(done).toMatchObject({ id, answered: { by: '周敏' } });
  });

  test('an answer that is owed since yesterday is told as late', async () => {
    const { id } = await propose(proposal());
    await program.database.owner.query('update heli.proposal set owed_on = $2 where id = $1', [id, '2026-01-01']);
    expect((await must('activities/today', {})).proposals.late).toBe(1);
  });

  test('the list goes on page by page, the oldest first', async () => {
    const first = await must('activities/proposals', { answered: false, limit: 1 });
    const second = await must('activities/proposals', { answered: false, limit: 1, cursor: first.next });
    expect(second.items[0].saidAt >= first.items[0].saidAt).toBe(true);
    expect(second.items[0].id).not.toBe(first.items[0].id);
  });
});

test('from one address only so many a minute; what was said already is answered again', async () => {
  const [input, key] = [saying(await announced()), randomUUID()];
  expect((await say(input, key)).status).toBe(200);
  let last = 200;
  for (let nth = 0; nth < 40 && last !== 429; nth++)
    last = (await anyone().call('activities/publicProposal', { slug, code: '0000000000' })).status;
  expect(last).toBe(429);
  expect((await say(input, key)).status).toBe(200);
});
