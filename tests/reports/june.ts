// One month that can be counted by hand: 清河镇's June 2026.
import { randomUUID } from 'node:crypto';
import { LIU_GUIZHEN, setUpStation } from '../support/cast.ts';
import type { TestClient } from '../support/client.ts';
import { PIXEL } from '../doors/samples-ledger.ts';

export interface June {
  zhou: TestClient;
  station: string;
  /** 刘桂珍 and 陈友福 keep house together; 王细妹 has a second file, merged into her first. */
  people: Record<'刘桂珍' | '陈友福' | '王细妹' | '王细妹的另一份', string>;
  /** The visit at which nobody was met. */
  missed: string;
  must: <T = any>(name: string, input: object) => Promise<T>;
}

/** Calls, and answers what was answered; anything but 200 is a fault of the test. */
function sure(zhou: TestClient, station: string): June['must'] {
  return async (name, input) => {
    const answer = await zhou.call(name, { station, ...input });
    if (answer.status !== 200) throw new Error(`${name}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
}

const NAMES = ['刘桂珍', '陈友福', '王细妹', '王细妹的另一份'] as const;

async function addPeople(must: June['must']): Promise<June['people']> {
  const ids = await Promise.all(
    NAMES.map(async (name) => {
      const id = randomUUID();
      await must('people/add', { ...LIU_GUIZHEN, id, name: name.slice(0, 3), phone: '' });
      return [name, id] as const;
    }),
  );
  return Object.fromEntries(ids) as June['people'];
}

async function visits(must: June['must'], people: June['people']): Promise<string> {
  const missed = randomUUID();
  const visit = (id: string, person: string, more: object) =>
    must('ledger/recordVisit', { id, person, needs: [], note: '', nextOn: null, met: 'self', ...more });
  // Half past midnight in China is still the month before in UTC.
  await visit(randomUUID(), people.刘桂珍, { startedAt: '2026-06-01T00:30:00+08:00', minutes: 30 });
  const poor = { field: 'social-assistance', met: 'family' };
  await visit(randomUUID(), people.陈友福, { startedAt: '2026-06-10T09:00:00+08:00', minutes: 40, ...poor });
  await visit(missed, people.王细妹, { startedAt: '2026-06-11T09:00:00+08:00', minutes: 20, met: 'nobody' });
  await visit(randomUUID(), people.王细妹的另一份, { startedAt: '2026-06-12T09:00:00+08:00', minutes: 25 });
  // Not of this month, by half an hour.
  await visit(randomUUID(), people.刘桂珍, { startedAt: '2026-05-31T23:30:00+08:00', minutes: 30 });
  await visit(randomUUID(), people.刘桂珍, { startedAt: '2026-07-01T00:30:00+08:00', minutes: 30 });
  return missed;
}

async function gatherings(must: June['must'], people: June['people']): Promise<void> {
  const event = (more: object) => must('ledger/record', { id: randomUUID(), ...more });
  await event({
    ...{ kind: 'contact', title: '', startedAt: '2026-06-13T09:00:00+08:00', minutes: 15 },
    person: people.刘桂珍,
  });
  await event({
    ...{ kind: 'group-session', title: '编织互助小组', startedAt: '2026-06-14T09:00:00+08:00', minutes: 90 },
    present: [{ person: people.刘桂珍 }, { person: people.王细妹, role: 'volunteer' }],
    unnamed: 3,
    expenses: [
      { amount: 120.5, budgetLine: '活动物料', what: '毛线' },
      { amount: 30, budgetLine: '交通', what: '三轮车' },
    ],
  });
  const activity = randomUUID();
  await event({
    ...{ id: activity, kind: 'activity', title: '义诊', startedAt: '2026-06-30T23:30:00+08:00', minutes: 120 },
    unnamed: 40,
    askedBy: 'administration',
    expenses: [{ amount: 200, budgetLine: '活动物料', what: '血压计' }],
  });
  const voucher = { kind: 'voucher', name: '收据', type: 'image/png', content: PIXEL };
  await must('ledger/attach', { id: randomUUID(), event: activity, ...voucher });
  await event({
    ...{ kind: 'work-day', title: '修水沟', startedAt: '2026-06-20T09:00:00+08:00', minutes: 60, evidence: 0 },
    present: [{ person: people.刘桂珍 }],
    given: [{ partyKind: 'person', party: people.陈友福, form: 'money', amount: 50 }],
    next: null,
  });
}

/** Records the month as 周敏 would. */
export async function recordJune(address: string): Promise<June> {
  const { zhou, station } = await setUpStation(address);
  const must = sure(zhou, station);
  const people = await addPeople(must);
  await must('people/saveHousehold', {
    id: randomUUID(),
    note: '',
    members: [
      { person: people.刘桂珍, relation: 'spouse' },
      { person: people.陈友福, relation: 'head' },
    ],
  });
  const missed = await visits(must, people);
  await gatherings(must, people);
  await must('people/merge', { id: randomUUID(), survivor: people.王细妹, merged: people.王细妹的另一份, reason: '' });
  return { zhou, station, people, missed, must };
}
