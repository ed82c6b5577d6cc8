// What residents are shown: only what was told to them, no names, and pictures only while everybody in them agrees.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PublicStation } from '../src/activities/schema.ts';
import { PIXEL } from './doors/samples-ledger.ts';
import { addLiu, setUpStation } from './support/cast.ts';
import { openClient, type TestClient } from './support/client.ts';
import { startProgram, type TestProgram } from './support/program.ts';

let program: TestProgram;
let zhou: TestClient;
let station: string;
let slug: string;
let liu: string;
let workDay: string;
let photo: string;
const project = randomUUID();
const startsAt = new Date(Date.now() - 2 * 86_400_000).toISOString();

beforeAll(async () => {
  program = await startProgram();
  ({ zhou, station } = await setUpStation(program.address));
  ({ slug } = (await zhou.call('places/station', { station })).body);
  liu = await addLiu(zhou, station);
  const work = {
    kind: 'micro-work',
    name: '晒谷坪排水沟',
    state: 'building',
    place: '柳塘村',
    purpose: '刘桂珍家门口积水',
  };
  await must('projects/add', { id: project, ...work });
  [workDay, photo] = [randomUUID(), randomUUID()];
  await must('ledger/record', {
    ...{ id: workDay, kind: 'work-day', title: '修水沟', startedAt: startsAt, minutes: 120, project, unnamed: 6 },
    present: [{ person: liu }],
    expenses: [{ amount: 2320, budgetLine: '材料', what: '水泥' }],
    given: [{ partyKind: 'person', party: liu, form: 'money', amount: 1200 }],
  });
  await must('ledger/attach', {
    id: photo,
    event: workDay,
    kind: 'photo',
    name: '沟',
    type: 'image/png',
    content: PIXEL,
    consent: true,
  });
  await must('ledger/attach', {
    id: randomUUID(),
    event: workDay,
    kind: 'voucher',
    name: '票',
    type: 'image/png',
    content: PIXEL,
  });
});
afterAll(() => program?.stop());

async function must(name: string, input: object) {
  const answer = await zhou.call(name, { station, ...input });
  if (answer.status !== 200) throw new Error(`${name}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}
const tell = (more: object = {}) =>
  zhou.call('activities/tellDone', {
    ...{
      station,
      id: randomUUID(),
      event: workDay,
      title: '修水沟',
      startsAt,
      place: '晒谷坪',
      note: '沟修好了。',
      came: 7,
    },
    ...{ photos: [photo], agreed: true, ...more },
  });
const anyone = () => openClient(program.address);
const shown = async (): Promise<PublicStation> => (await anyone().call('activities/publicStation', { slug })).body;
const consent = (agreed: boolean) =>
  must('people/recordConsent', {
    ...{
      id: randomUUID(),
      person: liu,
      purpose: 'photo',
      agreed,
      givenBy: 'self',
      giver: '',
      how: 'spoken',
      untilOn: null,
      note: '',
    },
    givenOn: new Date().toISOString().slice(0, 10),
  });

describe('not shown', () => {
  test('what nobody told residents, whatever stands in the books', async () => {
    expect((await shown()).done).toEqual([]);
    expect((await anyone().call('activities/publicPhoto', { slug, id: photo })).status).toBe(404);
  });

  test('pictures without a word that everybody agreed, of another act, or that are no photo', async () => {
    const silent = await tell({ agreed: false });
    expect([silent.status, silent.body.reason]).toEqual([422, 'photo-public-consent']);
    expect((await tell({ photos: [randomUUID()] })).status).toBe(404);
    expect((await tell({ event: randomUUID() })).status).toBe(404);
    expect((await shown()).done).toEqual([]);
  });

  test('what has not been done yet', async () => {
    const answer = await tell({ startsAt: new Date(Date.now() + 86_400_000).toISOString() });
    expect([answer.status, answer.body.fields[0].path]).toEqual([400, ['startsAt']]);
  });
});

test('works: how far, what they cost, how many vouchers, what residents gave; no purpose and no names', async () => {
  const page = await shown();
  expect(page.works).toEqual([
    { id: project, name: '晒谷坪排水沟', place: '柳塘村', state: 'building', spent: 2320, vouchers: 1, given: 1200 },
  ]);
  expect(JSON.stringify(page)).not.toContain('刘桂珍');
});

test('what was done, with its picture, until somebody who was there says no', async () => {
  expect((await tell()).status).toBe(200);
  expect((await shown()).done).toMatchObject([{ title: '修水沟', note: '沟修好了。', came: 7, photos: [photo] }]);
  expect((await anyone().call('activities/publicPhoto', { slug, id: photo })).body.content).toBe(PIXEL);
  await consent(false);
  expect((await shown()).done).toMatchObject([{ title: '修水沟', photos: [] }]);
  expect((await anyone().call('activities/publicPhoto', { slug, id: photo })).status).toBe(404);
  const again = await tell();
  expect([again.status, again.body.reason]).toEqual([422, 'photo-refused']);
});

test('a picture that is removed from the books is gone from the page, and so is what is called off', async () => {
  await consent(true);
  expect((await shown()).done[0]?.photos).toEqual([photo]);
  await must('ledger/removeAttachment', { id: photo });
  const [done] = (await shown()).done;
  expect(done?.photos).toEqual([]);
  await must('activities/cancel', { id: done?.id, version: 1 });
  expect((await shown()).done).toEqual([]);
});
