// A day at the station besides visits: a meeting is written down, a group signs in, a slip is put right.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ZHOU_MIN } from '../support/cast.ts';
import { openClient } from '../support/client.ts';
import { meetingOf, PIXEL, sheetOf, visitOf } from '../doors/samples-ledger.ts';
import { faults } from './support/axe.ts';
import { DESK, openDevice, outboxSays, PHONE, signIn } from './support/browser.ts';
import { chinaDay, openScene, type Scene } from './support/station.ts';
import { countTaps } from './support/taps.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene?.close());

const device = async (options: object) => {
  const opened = await openDevice(scene.browser, options);
  await signIn(opened.page, scene.program.address, ZHOU_MIN);
  return opened;
};
const call = async (name: string, input: object) => {
  const answer = await scene.zhou.call(name, { station: scene.station, ...input });
  expect([answer.status, answer.body.reason]).toEqual([200, undefined]);
  return answer.body;
};
const addPerson = (name: string) =>
  call('people/add', {
    ...{ id: randomUUID(), name, sex: 'female', bornOn: null, bornPrecision: null, village: null },
    ...{ villageGroup: '', phone: '', groups: [] },
  });

const NAMES = ['黄玉梅', '吴秀兰', '唐桂花', '李冬秀', '罗细妹', '肖红英'];

describe('a phone', () => {
  test('签到: same names as last time, tap who is absent, photograph the sheet, save: four taps and one for the absent', async () => {
    const people = await Promise.all(NAMES.map(addPerson));
    const gathering = { id: randomUUID(), name: '编织互助小组' };
    const present = people.map(({ id }) => ({ person: id }));
    await call('ledger/record', { id: randomUUID(), ...meetingOf(), kind: 'group-session', gathering, present });
    const { page, context, broken } = await device(PHONE);
    const taps = await countTaps(page);
    await page.getByRole('link', { name: '活动', exact: true }).click();
    await page.getByRole('link', { name: '签到' }).click();
    await page.getByRole('heading', { name: '第 2 节，谁没来？' }).waitFor();
    await page.getByRole('button', { name: /李冬秀/ }).click();
    await page.getByText('算 1 节，5 人次').waitFor();
    const picture = { name: '签到表.png', mimeType: 'image/png', buffer: Buffer.from(PIXEL, 'base64') };
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByText('拍签到表').click()]);
    await chooser.setFiles(picture);
    await page.getByText('这一次的凭证就齐了').waitFor();
    expect(await faults(page, 'light')).toEqual([]);
    await page.getByRole('button', { name: '保存' }).click();
    await outboxSays(page, '都传好了').waitFor();
    expect(await taps()).toBe(5);
    expect(broken).toEqual([]);
    const [latest] = (await call('ledger/events', { gathering: gathering.id })).items;
    expect(latest).toMatchObject({ kind: 'group-session', present: 5, evidence: 2 });
    await context.close();
  });

  test('a meeting is written down without network and counts once', async () => {
    const { page, context, broken } = await device(PHONE);
    await page.getByRole('link', { name: '记一笔' }).click();
    await page.getByRole('link', { name: '议事会' }).click();
    await page.getByLabel('叫什么').fill('井边凉亭怎么修');
    await context.setOffline(true);
    const picker = page.getByRole('combobox', { name: '加一个人' });
    await picker.fill('新来的阿秀');
    // What is said below the field stays until the press is over: the button does not move away under the finger.
    await page.getByText(/没有找到“新来的阿秀”/).waitFor();
    await page.getByRole('button', { name: '名单里加“新来的阿秀”，是新来的' }).click();
    await page.getByText('1 人到').first().waitFor();
    await page.getByLabel('做了什么，一句话').fill('大家说先修亭顶');
    expect(await faults(page, 'light')).toEqual([]);
    await page.getByRole('button', { name: '保存' }).click();
    await outboxSays(page, '待传 2').waitFor();
    await context.setOffline(false);
    await outboxSays(page, '都传好了').waitFor();
    const meetings = (await call('ledger/events', { kind: 'meeting' })).items;
    expect(meetings.filter((one: { title: string }) => one.title === '井边凉亭怎么修')).toMatchObject([{ present: 1 }]);
    expect(broken).toEqual([]);
    await context.close();
  });

  test('who said on the residents’ page that she comes is offered for the list, and is on it only when the worker says so', async () => {
    const liu = await call('people/get', { id: scene.liu });
    await call('people/change', { id: scene.liu, version: (liu.person ?? liu).version, phone: '13800007777' });
    const { slug } = await call('places/station', {});
    const startsAt = new Date(Date.now() + 2 * 86_400_000).toISOString();
    const notice = randomUUID();
    await call('activities/announce', { id: notice, title: '商量凉亭', startsAt, place: '', note: '' });
    const said = { slug, notice, id: randomUUID(), name: '桂珍', people: 2, phone: '138 0000 7777' };
    expect((await openClient(scene.program.address).call('activities/sayComing', said)).status).toBe(200);
    await scene.program.database.owner.query('update heli.notice set starts_at = now() where id = $1', [notice]);
    const { page, context, broken } = await device(PHONE);
    await page.getByRole('link', { name: '记一笔' }).click();
    await page.getByRole('link', { name: '议事会' }).click();
    await page.getByText('写的是“桂珍”，2 人，商量凉亭').waitFor();
    expect(await page.getByText('1 人到').count()).toBe(0);
    expect(await faults(page, 'light')).toEqual([]);
    await page.getByRole('button', { name: '刘桂珍到了，加进名单' }).click();
    await page.getByText('1 人到').first().waitFor();
    expect(await page.getByRole('button', { name: '刘桂珍到了，加进名单' }).count()).toBe(0);
    expect(broken).toEqual([]);
    await context.close();
  });

  test('what is missing is said at its field, and nothing is lost', async () => {
    const { page, context } = await device(PHONE);
    await page.goto(`${scene.program.address}/record/resource-link`);
    await page.getByLabel('做了什么，一句话').fill('供销社送了米');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByRole('alert').getByText('写一下叫什么。').waitFor();
    await page.getByRole('alert').getByText('写一下谁给了什么。').waitFor();
    await page.reload();
    await page.getByText('供销社送了米').waitFor();
    await context.close();
  });

  test('a next step is not faulted while it is typed; without its day, the day is what is marked', async () => {
    const { page, context } = await device(PHONE);
    await page.goto(`${scene.program.address}/record/other`);
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByRole('alert').getByText('写一下叫什么。').waitFor();
    const step = page.getByLabel('下一步做什么');
    await step.click();
    await page.keyboard.type('kan ting');
    expect(await step.inputValue()).toBe('kan ting');
    await page.getByLabel('叫什么').fill('看凉亭');
    await page.getByRole('alert').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByRole('alert').getByText('给下一步选好日子').waitFor();
    expect(await page.locator('[aria-invalid]').count()).toBe(1);
    await page.getByLabel('哪天之前').fill(chinaDay(3));
    await page.getByRole('button', { name: '保存' }).click();
    await outboxSays(page, '都传好了').waitFor();
    await context.close();
  });

  test('an act opened from a person’s file leads back to the person; its proof is opened and folded away', async () => {
    const id = randomUUID();
    await call('ledger/record', { id, ...meetingOf(), present: [{ person: scene.liu }] });
    await call('ledger/attach', { id: randomUUID(), event: id, ...sheetOf() });
    const { page, context, broken } = await device(PHONE);
    await page.goto(`${scene.program.address}/people/${scene.liu}`);
    await page.getByRole('link', { name: '看', exact: true }).first().click();
    const see = page.getByRole('button', { name: '看签到表' });
    await see.click();
    await page.getByRole('img', { name: '签到表' }).waitFor();
    await page.getByRole('button', { name: '收起' }).click();
    await see.waitFor();
    expect(await page.getByRole('img', { name: '签到表' }).count()).toBe(0);
    await page.locator('.page-head').getByRole('link', { name: '刘桂珍' }).click();
    await page.getByRole('heading', { name: '刘桂珍最近怎么样？' }).waitFor();
    expect(broken).toEqual([]);
    await context.close();
  });
});

describe('a desk', () => {
  test('改 on a visit: the corrected minutes stand, the slip is told with its reason', async () => {
    await call('ledger/recordVisit', { id: randomUUID(), person: scene.liu, ...visitOf(), minutes: 15 });
    const { page, context, broken } = await device(DESK);
    await page.goto(`${scene.program.address}/people/${scene.liu}`);
    await page.getByRole('link', { name: '改', exact: true }).first().click();
    await page.getByRole('radio', { name: '45' }).check();
    await page.getByLabel('为什么改').fill('看错了表');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByRole('link', { name: '改过 1 次' }).click();
    await page.getByText('因为：看错了表').waitFor();
    await page.locator('del', { hasText: '15' }).waitFor();
    expect(await faults(page, 'light')).toEqual([]);
    expect(broken).toEqual([]);
    await context.close();
  });

  test('a project is begun, and a work day with who gave what belongs to it', async () => {
    const { page, context, broken } = await device(DESK);
    await page.getByRole('link', { name: '项目' }).click();
    await page.getByRole('link', { name: '开一个项目' }).click();
    await page.getByLabel('叫什么').fill('井边凉亭');
    await page.getByLabel('到哪一步了').selectOption('building');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByRole('heading', { name: '井边凉亭' }).waitFor();
    await page.goto(`${scene.program.address}/record/work-day`);
    await page.getByLabel('叫什么').fill('抬木料');
    const who = page.getByRole('combobox', { name: '加一样' });
    await who.fill('柳塘合作社');
    await page.getByRole('button', { name: '登记“柳塘合作社”' }).click();
    await page.getByRole('button', { name: '企业' }).click();
    await page.getByLabel('出了什么', { exact: true }).selectOption('money');
    await page.getByLabel('多少元').fill('３００');
    await page.getByRole('button', { name: '改', exact: true }).click();
    await page.getByLabel('是哪个项目的').selectOption({ label: '井边凉亭' });
    expect(await faults(page, 'light')).toEqual([]);
    await page.getByRole('button', { name: '保存' }).click();
    await page.waitForURL(({ pathname }) => pathname === '/');
    await outboxSays(page, '都传好了').waitFor();
    await page.getByRole('link', { name: '项目' }).click();
    await page.getByRole('link', { name: '井边凉亭' }).click();
    await page.getByRole('link', { name: '劳动日：抬木料' }).click();
    await page.getByText('300 元').waitFor();
    expect(await faults(page, 'light')).toEqual([]);
    expect(broken).toEqual([]);
    await context.close();
  });
});
