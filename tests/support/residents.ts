// Residents at their doors, without an account, and 周敏 at the station behind them.
import { randomUUID } from 'node:crypto';
import type { PublicStation } from '../../src/activities/schema.ts';
import { dayInChina } from '../../src/platform/clock.ts';
import { openGate } from '../doors/gate.ts';
import type { TestClient } from './client.ts';

const DAY = 86_400_000;
/** A calendar day in China, so many from today. */
export const day = (days: number) => dayInChina(new Date(Date.now() + days * DAY));

interface WithId {
  id: string;
}

export type Residents = Awaited<ReturnType<typeof openResidents>>;

/** A station with its residents' page. */
export async function openResidents() {
  const gate = await openGate();
  const { program, zhou, station } = gate;
  const slug: string = (await zhou.call('places/station', { station })).body.slug;
  let nth = 0;
  /** Somebody at the residents' doors: from a network of her own, unless it is said from which. */
  const anyone = (address = `10.1.0.${++nth}`): TestClient => {
    const client = gate.comer();
    const call: TestClient['call'] = (name, input, headers = {}) =>
      client.call(name, input, { ...headers, 'x-forwarded-for': address });
    return { ...client, call };
  };
  const must = async (name: string, input: object) => {
    const answer = await zhou.call(name, { station, ...input });
    if (answer.status !== 200) throw new Error(`${name}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const announced = async (inDays = 2): Promise<string> => {
    const startsAt = new Date(Date.now() + inDays * DAY).toISOString();
    return (await must('activities/announce', { id: randomUUID(), title: '商量路灯', startsAt, place: '', note: '' }))
      .id;
  };
  const shown = async (): Promise<PublicStation> => (await anyone().call('activities/publicStation', { slug })).body;
  return {
    ...{ program, zhou, station, slug, anyone, must, announced, shown },
    saying: (notice: string, more: object = {}) => ({
      ...{ slug, notice, id: randomUUID(), name: '张婶', people: 2, phone: '', ...more },
    }),
    say: (input: object, key: string = randomUUID()) =>
      anyone().call('activities/sayComing', input, { 'idempotency-key': key }),
    told: async (notice: string) => (await shown()).notices.find(({ id }) => id === notice),
    noticeOf: async (notice: string) =>
      (await must('activities/notices', {})).items.find(({ id }: WithId) => id === notice),
    sql: (text: string, values: unknown[]) => program.database.owner.query(text, values),
  };
}
