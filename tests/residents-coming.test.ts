// Who says on the residents' page that she comes.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addLiu } from './support/cast.ts';
import { day, openResidents, type Residents } from './support/residents.ts';

let at: Residents;
beforeAll(async () => {
  at = await openResidents();
}, 60_000);
afterAll(() => at?.program.stop());

describe('coming: refused', () => {
  test('to what has begun', async () => {
    const answer = await at.say(at.saying(await at.announced(-0.1)));
    expect([answer.status, answer.body.reason]).toEqual([422, 'notice-over']);
  });

  test('to what is called off', async () => {
    const notice = await at.announced();
    await at.must('activities/cancel', { id: notice, version: 1 });
    const answer = await at.say(at.saying(notice));
    expect([answer.status, answer.body.reason]).toEqual([422, 'notice-off']);
  });

  test('without a name, for nobody, for more than twenty', async () => {
    const notice = await at.announced();
    for (const wrong of [{ name: ' ' }, { people: 0 }, { people: 21 }, { phone: '1'.repeat(21) }])
      expect((await at.say(at.saying(notice, wrong))).status).toBe(400);
    expect(await at.noticeOf(notice)).toMatchObject({ coming: 0 });
  });

  test('under an id that stands for another notice', async () => {
    const [first, second] = [at.saying(await at.announced()), await at.announced()];
    await at.say(first);
    const answer = await at.say({ ...first, notice: second });
    expect([answer.status, answer.body.reason]).toEqual([409, 'already-there']);
    expect([(await at.noticeOf(first.notice)).coming, (await at.noticeOf(second)).coming]).toEqual([2, 0]);
  });

  test('to what is full; who said so before may still put it right', async () => {
    const mine = at.saying(await at.announced());
    await at.say(mine);
    await at.sql(
      `insert into heli.notice_coming (county_id, station_id, id, notice_id, name, people, said_at)
       select county_id, station_id, gen_random_uuid(), id, '某人', 1, now() from heli.notice, generate_series(1, 499) where id = $1`,
      [mine.notice],
    );
    const answer = await at.say(at.saying(mine.notice));
    expect([answer.status, answer.body.reason]).toEqual([422, 'notice-full']);
    expect((await at.say({ ...mine, people: 5 })).status).toBe(200);
    expect(await at.noticeOf(mine.notice)).toMatchObject({ coming: 504 });
  });

  test('to be struck out by whoever looked at what has changed since, and by strangers', async () => {
    const mine = at.saying(await at.announced());
    await at.say(mine);
    await at.say({ ...mine, people: 3 });
    const strike = { station: at.station, id: mine.id, version: 1 };
    expect((await at.anyone().call('activities/strikeComing', strike)).status).toBe(401);
    const stale = await at.zhou.call('activities/strikeComing', strike);
    expect([stale.status, stale.body.theirs]).toMatchObject([409, { name: '张婶', people: 3, version: 2 }]);
    expect(await at.noticeOf(mine.notice)).toMatchObject({ coming: 3 });
  });

  test('to be taken back by whoever has not said it', async () => {
    const notice = await at.announced();
    await at.say(at.saying(notice));
    expect((await at.anyone().call('activities/takeBackComing', { slug: at.slug, id: randomUUID() })).status).toBe(404);
    expect(await at.noticeOf(notice)).toMatchObject({ coming: 2 });
  });
});

describe('coming', () => {
  test('a second tap changes nothing, even when the first answer was lost', async () => {
    const notice = await at.announced();
    const [input, key] = [at.saying(notice), randomUUID()];
    expect((await at.say(input, key)).body).toEqual((await at.say(input, key)).body);
    expect(await at.noticeOf(notice)).toMatchObject({ coming: 2 });
  });

  test('the station reads who comes; everybody else only how many, and not below five', async () => {
    const notice = await at.announced();
    await at.say(at.saying(notice, { people: 4, phone: '13800001111' }));
    expect(await at.told(notice)).toMatchObject({ coming: null });
    await at.say(at.saying(notice, { name: '老李', people: 1 }));
    expect(await at.told(notice)).toMatchObject({ coming: 5 });
    expect(JSON.stringify(await at.shown())).not.toMatch(/张婶|老李|13800001111/);
    const { items } = await at.must('activities/coming', { notice });
    expect(items).toMatchObject([
      { name: '张婶', people: 4, phone: '13800001111' },
      { name: '老李', people: 1, phone: '' },
    ]);
  });

  test('said again by the same phone with another number, the last one counts', async () => {
    const notice = await at.announced();
    const input = at.saying(notice);
    await at.say(input);
    await at.say({ ...input, people: 3 });
    expect(await at.noticeOf(notice)).toMatchObject({ coming: 3 });
  });

  test('a worker strikes out what is nonsense; the book says that she did', async () => {
    const notice = await at.announced();
    const [nonsense, real] = [at.saying(notice, { name: '领奖加微信' }), at.saying(notice)];
    for (const input of [nonsense, real]) await at.say(input);
    await at.must('activities/strikeComing', { id: nonsense.id, version: 1 });
    expect((await at.must('activities/coming', { notice })).items).toMatchObject([{ id: real.id }]);
    const lines = await at.sql('select command, fields from heli.journal where subject_id = $1 order by seq', [
      nonsense.id,
    ]);
    expect(lines.rows.at(-1)).toEqual({ command: 'activities.strikeComing', fields: ['struck'] });
  });

  test('who left a telephone that is on file is offered for the list of that day; others are not', async () => {
    const liu = await addLiu(at.zhou, at.station);
    await at.must('people/change', { id: liu, version: 1, phone: '138 0000 7777' });
    const notice = await at.announced(3);
    await at.say(at.saying(notice, { name: '桂珍', people: 2, phone: '13800007777' }));
    await at.say(at.saying(notice, { name: '小谭', phone: '15900007777' }));
    const on = async (days: number) => (await at.must('activities/expected', { day: day(days) })).items;
    expect(await on(3)).toMatchObject([
      { person: { id: liu, name: '刘桂珍' }, called: '桂珍', people: 2, title: '商量路灯' },
    ]);
    expect(await on(2)).toEqual([]);
    await at.must('activities/cancel', { id: notice, version: 1 });
    expect(await on(3)).toEqual([]);
  });

  test('what is called off stays on the page, said so, until its time is past', async () => {
    const notice = await at.announced();
    await at.must('activities/cancel', { id: notice, version: 1 });
    expect(await at.told(notice)).toMatchObject({ title: '商量路灯', cancelled: true });
    await at.sql("update heli.notice set starts_at = now() - interval '1 minute' where id = $1", [notice]);
    expect(await at.told(notice)).toBeUndefined();
  });

  test('is taken back, and then nothing of it is left', async () => {
    const notice = await at.announced();
    const input = at.saying(notice);
    await at.say(input);
    expect((await at.anyone().call('activities/takeBackComing', { slug: at.slug, id: input.id })).status).toBe(200);
    expect(await at.noticeOf(notice)).toMatchObject({ coming: 0 });
    expect((await at.must('activities/coming', { notice })).items).toEqual([]);
  });
});

test('a reminder is a calendar file; of what is called off there is none, but the page of what is on', async () => {
  const notice = await at.announced();
  const address = `${at.program.address}/c/${at.slug}/${notice}.ics`;
  const file = await fetch(address);
  expect([file.status, file.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
  expect(await file.text()).toContain('SUMMARY:商量路灯');
  await at.must('activities/cancel', { id: notice, version: 1 });
  const gone = await fetch(address, { redirect: 'manual' });
  expect([gone.status, gone.headers.get('location')]).toEqual([302, `/c/${at.slug}`]);
});

test('from one address only so many a minute; what was said already is answered again', async () => {
  const [input, key] = [at.saying(await at.announced()), { 'idempotency-key': randomUUID() }];
  const phone = at.anyone('203.0.113.9');
  expect((await phone.call('activities/sayComing', input, key)).status).toBe(200);
  let last = 200;
  for (let tried = 0; tried < 80 && last !== 429; tried++)
    last = (await phone.call('activities/publicProposal', { slug: at.slug, code: '0000000000' })).status;
  expect(last).toBe(429);
  expect((await phone.call('activities/sayComing', input, key)).status).toBe(200);
});
