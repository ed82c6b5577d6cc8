// A program behind a proxy on this machine, so that whoever comes may come from an address of their own: sixty tries a
// minute are the most from one.
import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { QINGHE, ZHOU_MIN } from '../support/cast.ts';
import { openClient, type TestClient } from '../support/client.ts';
import { startProgram, type TestProgram } from '../support/program.ts';
import { TEST_SECRETS } from '../support/secrets.ts';
import { inviteTo, passwordOf } from './town.ts';

export const PHONE = '13912345678';

export interface Gate {
  program: TestProgram;
  station: string;
  zhou: TestClient;
  /** The address from which the next ones come. */
  from: () => string;
  /** Comes from another address from now on, and forgets the wrong passwords so far. */
  sitElsewhere: () => Promise<void>;
  /** Someone at the door. */
  comer: (language?: 'zh' | 'en') => TestClient;
  /** Someone who signs in: 何晓川, unless it is said who. */
  enter: (login?: string, password?: string) => Promise<TestClient>;
  /** Tokens that were given out: the program must not write them anywhere. */
  tokens: string[];
}

async function setUp(zhou: TestClient): Promise<string> {
  const station = randomUUID();
  const made = await zhou.call('access/setUp', {
    code: TEST_SECRETS.setUpCode,
    station: { id: station, ...QINGHE },
    account: ZHOU_MIN,
  });
  expect(made.status).toBe(200);
  await zhou.call('access/signIn', { login: ZHOU_MIN.username, password: ZHOU_MIN.password });
  return station;
}

/** 周敏 has set up her station; 何晓川, a worker, has a phone as well as a name. */
export async function openGate(): Promise<Gate> {
  const program = await startProgram({ trustedProxies: ['127.0.0.1'] });
  let addresses = 1;
  const from = () => `198.51.100.${addresses}`;
  const comer = (language: 'zh' | 'en' = 'zh'): TestClient => {
    const client = openClient(program.address, language);
    return {
      ...client,
      call: (name, input, headers = {}) => client.call(name, input, { 'x-forwarded-for': from(), ...headers }),
    };
  };
  const zhou = comer();
  const station = await setUp(zhou);
  const token = await inviteTo(zhou, station, { name: '何晓川', role: 'worker' });
  const account = { name: '何晓川', username: '何晓川', phone: PHONE, password: passwordOf('何晓川') };
  expect((await comer().call('access/acceptInvitation', { token, account })).status).toBe(200);
  return {
    program,
    station,
    zhou,
    from,
    comer,
    tokens: [token],
    sitElsewhere: async () => {
      addresses += 1;
      await program.database.owner.query('delete from heli.sign_in_guard');
    },
    enter: async (login = '何晓川', password = passwordOf('何晓川')) => {
      const client = comer();
      const entered = await client.call('access/signIn', { login, password });
      expect([entered.status, entered.body.reason]).toEqual([200, undefined]);
      return client;
    },
  };
}
