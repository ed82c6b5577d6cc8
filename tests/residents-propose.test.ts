// What residents propose, what the station answers, and how long anybody's name is kept.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { forgetNames } from '../src/activities/say-forget.ts';
import { verifyChains } from '../src/platform/backup/chains.ts';
import { day, openResidents, type Residents } from './support/residents.ts';

let at: Residents;
beforeAll(async () => {
  at = await openResidents();
}, 60_000);
afterAll(() => at?.program.stop());

describe('proposals', () => {
  const proposal = () => ({
    ...{
      slug: at.slug,
      id: randomUUID(),
      what: '路灯坏了三盏',
      place: '柳塘村口',
      name: '王大爷',
      phone: '13800002222',
    },
  });
  const propose = async (input: object) => (await at.anyone().call('activities/propose', input)).body;
  const find = (code: string) => at.anyone().call('activities/publicProposal', { slug: at.slug, code });

  test('an answer needs its reason, and nobody writes over another’s', async () => {
    const { id } = await propose(proposal());
    const answer = { station: at.station, id, outcome: 'done', answer: '换好了。', nextOn: null };
    expect((await at.zhou.call('activities/answerProposal', { ...answer, version: 1, answer: ' ' })).status).toBe(400);
    expect((await at.zhou.call('activities/answerProposal', { ...answer, version: 2 })).status).toBe(409);
    expect(
      (await at.zhou.call('activities/readProposal', { station: at.station, id: randomUUID(), version: 1 })).status,
    ).toBe(404);
  });

  test('what goes on needs a day of the next answer, not past and within 90 days; what has ended has none', async () => {
    const { id } = await propose(proposal());
    const asked = { station: at.station, id, version: 1, answer: '报给镇里了。' };
    const wrongs = [
      ['doing', null],
      ['passed-on', day(-1)],
      ['doing', day(91)],
      ['done', day(3)],
    ] as const;
    for (const [outcome, nextOn] of wrongs) {
      const answer = await at.zhou.call('activities/answerProposal', { ...asked, outcome, nextOn });
      expect([answer.status, answer.body.fields[0].path]).toEqual([400, ['nextOn']]);
    }
    await at.must('activities/answerProposal', { ...asked, outcome: 'done', nextOn: null });
  });

  test('nobody strikes one out but who writes at the station, and nobody what was answered meanwhile', async () => {
    const { id } = await propose(proposal());
    const strike = { station: at.station, id, version: 1 };
    expect((await at.anyone().call('activities/strikeProposal', strike)).status).toBe(401);
    await at.must('activities/answerProposal', {
      id,
      version: 1,
      outcome: 'declined',
      answer: '不归我们管。',
      nextOn: null,
    });
    expect((await at.zhou.call('activities/strikeProposal', strike)).status).toBe(409);
  });

  test('from one network only so many a day: said with the station’s telephone; another network goes on', async () => {
    const village = at.anyone('203.0.113.7');
    for (let told = 0; told < 20; told++)
      expect((await village.call('activities/propose', proposal())).status).toBe(200);
    const quiet = await village.call('activities/propose', proposal());
    expect([quiet.status, quiet.body.sentence]).toEqual([429, expect.stringContaining('请到社工站来说')]);
    const facts = { name: '清河镇社工站', phone: '0731-8888 1234', address: '' };
    await at.must('places/changeStation', { version: 1, ...facts });
    const refused = await village.call('activities/propose', proposal());
    expect([refused.status, refused.body.sentence]).toEqual([429, expect.stringContaining('请打电话 0731-8888 1234')]);
    expect((await propose(proposal())).code).toMatch(/^[0-9]{10}$/);
    await at.sql('delete from heli.proposal where station_id = $1', [at.station]);
  });

  test('land at the station, and their proposer reads the answer by a number, without names', async () => {
    const before = (await at.must('activities/today', {})).proposals;
    const asked = proposal();
    const { id, code, owedOn } = await propose(asked);
    expect(code).toMatch(/^[0-9]{10}$/);
    expect(owedOn).toBe(day(15));
    expect((await at.must('activities/today', {})).proposals).toEqual({ due: before.due + 1, late: 0 });
    const listed = (await at.must('activities/proposals', { ended: false })).items.find(
      (one: { id: string }) => one.id === id,
    );
    expect(listed).toMatchObject({ what: '路灯坏了三盏', name: '王大爷', read: false });
    await at.must('activities/readProposal', { id, version: 1 });
    expect((await find(code)).body).toMatchObject({ read: true, answered: null });
    await at.must('activities/answerProposal', {
      id,
      version: 2,
      outcome: 'done',
      answer: '镇里来修好了。',
      nextOn: null,
    });
    const found = (await find(code)).body;
    expect(found).toMatchObject({ what: '路灯坏了三盏', answered: { outcome: 'done', answer: '镇里来修好了。' } });
    expect(JSON.stringify(found)).not.toMatch(/王大爷|13800002222|周敏/);
    const [done] = (await at.must('activities/proposals', { ended: true })).items;
    expect(done).toMatchObject({ id, answered: { by: '周敏' } });
  });

  test('what is being done or passed on stays open until it ends, and waits again on the day of the next answer', async () => {
    const { id, code } = await propose(proposal());
    const open = async () =>
      (await at.must('activities/proposals', { ended: false })).items.some((one: { id: string }) => one.id === id);
    const due = async () => (await at.must('activities/today', {})).proposals.due;
    const before = await due();
    const asked = { id, answer: '报给镇里了。' };
    await at.must('activities/answerProposal', { ...asked, version: 1, outcome: 'passed-on', nextOn: day(9) });
    expect((await find(code)).body).toMatchObject({ owedOn: day(9), answered: { outcome: 'passed-on' } });
    expect([await open(), await due()]).toEqual([true, before - 1]);
    await at.must('activities/answerProposal', { ...asked, version: 2, outcome: 'doing', nextOn: day(0) });
    expect([await open(), await due()]).toEqual([true, before]);
    await at.must('activities/answerProposal', { ...asked, version: 3, outcome: 'declined', nextOn: null });
    expect([await open(), await due()]).toEqual([false, before - 1]);
  });

  test('struck out, nothing of its words is left; its number says who did it, and the book too', async () => {
    const { id, code } = await propose({ ...proposal(), what: '老李家欠钱不还' });
    await at.must('activities/strikeProposal', { id, version: 1 });
    expect((await find(code)).body).toMatchObject({ what: '', place: '', struck: true, answered: null });
    const listed = await Promise.all([true, false].map((ended) => at.must('activities/proposals', { ended })));
    expect(JSON.stringify(listed)).not.toContain(id);
    const { rows } = await at.sql('select * from heli.proposal where id = $1', [id]);
    expect(JSON.stringify(rows)).not.toMatch(/老李|王大爷|13800002222|柳塘/);
    expect(
      (
        await at.zhou.call('activities/answerProposal', {
          station: at.station,
          id,
          version: 2,
          outcome: 'done',
          answer: '好了。',
          nextOn: null,
        })
      ).status,
    ).toBe(404);
    const lines = await at.sql('select command from heli.journal where subject_id = $1 order by seq', [id]);
    expect(lines.rows.at(-1)).toEqual({ command: 'activities.strikeProposal' });
  });

  test('an answer that is owed since yesterday is told as late', async () => {
    const { id } = await propose(proposal());
    await at.sql('update heli.proposal set owed_on = $2 where id = $1', [id, '2026-01-01']);
    expect((await at.must('activities/today', {})).proposals.late).toBe(1);
  });

  test('the list goes on page by page, what is owed first before the others', async () => {
    await propose(proposal());
    const first = await at.must('activities/proposals', { ended: false, limit: 1 });
    const second = await at.must('activities/proposals', { ended: false, limit: 1, cursor: first.next });
    expect(second.items[0].owedOn >= first.items[0].owedOn).toBe(true);
    expect(second.items[0].id).not.toBe(first.items[0].id);
  });
});

describe('names and phones', () => {
  const proposing = { what: '水管漏了', place: '', name: '王大爷', phone: '13800002222' };
  const proposed = async () =>
    (await at.anyone().call('activities/propose', { slug: at.slug, id: randomUUID(), ...proposing })).body.id;
  const forget = (days: number) => forgetNames(at.program.database.app, new Date(Date.now() + days * 86_400_000));
  const namesOf = async (notice: string) =>
    (await at.must('activities/coming', { notice })).items.map(({ name, phone, people }: Said) => [
      name,
      phone,
      people,
    ]);
  interface Said {
    name: string;
    phone: string;
    people: number;
  }

  test('stay while they serve somebody: until 30 days after the event, and while a proposal is open', async () => {
    const notice = await at.announced(2);
    await at.say(at.saying(notice, { phone: '13800001111' }));
    const id = await proposed();
    const answer = { id, version: 1, outcome: 'doing', answer: '叫人来看了。', nextOn: day(5) };
    await at.must('activities/answerProposal', answer);
    await forget(31);
    expect(await namesOf(notice)).toEqual([['张婶', '13800001111', 2]]);
    const open = (await at.must('activities/proposals', { ended: false, limit: 100 })).items;
    expect(open.find((one: { id: string }) => one.id === id)).toMatchObject({ name: '王大爷' });
  });

  test('are gone 30 days after it, also from what the book could be made to tell; how many and what stay', async () => {
    const notice = await at.announced(2);
    const coming = at.saying(notice, { phone: '13800001111' });
    await at.say(coming);
    const id = await proposed();
    await at.must('activities/answerProposal', { id, version: 1, outcome: 'done', answer: '修好了。', nextOn: null });
    expect(await forget(33)).toBeGreaterThanOrEqual(2);
    expect(await namesOf(notice)).toEqual([['', '', 2]]);
    const ended = (await at.must('activities/proposals', { ended: true })).items;
    expect(ended.find((one: { id: string }) => one.id === id)).toMatchObject({ what: '水管漏了', name: '', phone: '' });
    const keys = await at.sql('select from heli.journal_key where subject_id = any ($1)', [[coming.id, id]]);
    expect(keys.rowCount).toBe(0);
    expect((await verifyChains(at.program.database.owner)).broken).toBeUndefined();
    expect(await forget(33)).toBe(0);
  });
});
