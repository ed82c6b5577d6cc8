import { randomUUID } from 'node:crypto';
import { openClient } from '../support/client.ts';
import { anew, NOT_KEEPING, NOT_MANAGING, NOT_SEEING, NOT_SIGNED_IN, OPEN, type Sample, type Wrong } from './sample.ts';
import { codeOf } from './totp.ts';
import { enter, inviteTo, newcomer, passwordOf, signedIn, type Town } from './town.ts';

const nothing = () => ({});
const atStation = (town: Town) => ({ station: town.station });

const stranger = (name: string) => ({ name, username: name, phone: '', password: passwordOf(name) });

let strangers = 0;
const nextStranger = () => {
  strangers += 1;
  return `唐生${strangers}`;
};

const firstStation = () => ({
  station: { id: randomUUID(), town: '430181003000', name: '新站', operator: '新机构' },
  account: stranger(nextStranger()),
});

const GONE: Wrong = {
  what: 'a token that nobody was given',
  input: () => ({ token: `430181-${'x'.repeat(32)}` }),
  status: 422,
};

/** A worker with two-step sign-in begun; `uri` is what the phone was given. */
async function withSecret(town: Town) {
  const { name, client } = await newcomer(town);
  const begun = await client.call('access/startTwoFactor', { password: passwordOf(name) });
  return { name, client, uri: begun.body.uri as string };
}

async function withTwoSteps(town: Town) {
  const begun = await withSecret(town);
  await begun.client.call('access/confirmTwoFactor', { code: codeOf(begun.uri) });
  return begun;
}

/** A procedure whose input speaks of the client who calls it: both are made together. */
function together<T extends { client: ReturnType<typeof openClient> }>(
  make: (town: Town) => Promise<T>,
  input: (made: T) => object,
): Pick<Sample, 'client' | 'input'> {
  const made = new Map<unknown, T>();
  return {
    client: async (town) => {
      const one = await make(town);
      made.set(one.client, one);
      return one.client;
    },
    input: (_, client) => {
      const one = made.get(client);
      return one ? input(one) : { password: 'x', code: '000000', current: 'x', next: 'xxxxxxxx', id: 'x' };
    },
  };
}

export const signing: Record<string, Sample> = {
  'access.installation': { by: 'nobody', input: nothing, refuses: OPEN },
  'access.signIn': {
    by: 'nobody',
    input: () => ({ login: '何晓川', password: passwordOf('何晓川') }),
    refuses: OPEN,
    wrong: [
      {
        what: 'a wrong password',
        input: () => ({ login: '何晓川', password: '不是这个密码' }),
        status: 401,
        notes: ['heli.access_log', 'heli.sign_in_guard'],
      },
    ],
  },
  'access.enterDemo': {
    by: 'nobody',
    on: 'demo',
    input: async (town) => {
      const listed = await openClient(town.address).call('access/demoAccounts');
      return { account: listed.body.items[0]?.id ?? randomUUID() };
    },
    refuses: OPEN,
    wrong: [
      {
        what: 'a real station',
        input: async (town) => ({ account: (await town.people.何晓川.call('access/me')).body.id }),
        status: 403,
      },
    ],
  },
  'access.verifyCode': {
    by: 'nobody',
    ...together(
      async (town) => {
        const { name, uri } = await withTwoSteps(town);
        const client = openClient(town.address);
        await client.call('access/signIn', { login: name, password: passwordOf(name) });
        return { client, uri };
      },
      ({ uri }) => ({ code: codeOf(uri) }),
    ),
    refuses: OPEN,
    wrong: [{ what: 'a code without a password before it', input: () => ({ code: '000000' }), status: 401 }],
  },
  'access.signOut': { by: '谭立', client: anew('谭立'), input: nothing, refuses: NOT_SIGNED_IN },
  'access.endSignIn': {
    by: '谭立',
    client: anew('谭立'),
    input: async (town, client) => {
      await signedIn(town, '谭立');
      const { body } = await client.call('access/signIns');
      return { id: body.items?.find((one: { current: boolean }) => !one.current)?.id ?? 'x' };
    },
    refuses: NOT_SIGNED_IN,
    wrong: [
      {
        what: 'the sign-in of another',
        as: (town) => town.people.何晓川,
        input: async (town) => ({ id: (await town.people.谭立.call('access/signIns')).body.items[0].id }),
        status: 404,
      },
    ],
  },
  'access.changePassword': {
    by: '何晓川',
    ...together(newcomer, ({ name }) => ({ current: passwordOf(name), next: `${name}换了一个密码` })),
    refuses: NOT_SIGNED_IN,
    wrong: [
      {
        what: 'a wrong password of now',
        as: (town) => town.people.何晓川,
        input: () => ({ current: '不是这个密码', next: '也不会是这个' }),
        status: 400,
      },
    ],
  },
  'access.startTwoFactor': {
    by: '何晓川',
    ...together(newcomer, ({ name }) => ({ password: passwordOf(name) })),
    refuses: NOT_SIGNED_IN,
  },
  'access.confirmTwoFactor': {
    by: '何晓川',
    ...together(withSecret, ({ uri }) => ({ code: codeOf(uri) })),
    refuses: NOT_SIGNED_IN,
  },
  'access.stopTwoFactor': {
    by: '何晓川',
    ...together(withTwoSteps, ({ name }) => ({ password: passwordOf(name) })),
    refuses: NOT_SIGNED_IN,
  },
  'access.me': { by: '沈怀', input: nothing, refuses: NOT_SIGNED_IN },
  'access.signIns': { by: '沈怀', input: nothing, refuses: NOT_SIGNED_IN },
  'access.accessLog': { by: '沈怀', input: () => ({ limit: 10 }), refuses: NOT_SIGNED_IN },
};

export const joining: Record<string, Sample> = {
  'access.setUp': {
    by: 'nobody',
    on: 'fresh',
    input: firstStation,
    refuses: OPEN,
    wrong: [{ what: 'an installation that is set up', input: firstStation, status: 422 }],
  },
  'access.demoAccounts': { by: 'nobody', input: nothing, refuses: OPEN },
  'access.openStation': {
    by: '周敏',
    input: () => ({ id: randomUUID(), town: '430181003000', name: '第三站', operator: '机构', head: '新站长' }),
    refuses: NOT_KEEPING,
  },
  'access.invite': {
    by: '周敏',
    input: (town) => ({ station: town.station, id: randomUUID(), name: '新同事', role: 'worker' }),
    refuses: NOT_MANAGING,
  },
  'access.invitations': { by: '周敏', input: atStation, refuses: NOT_MANAGING },
  'access.withdrawInvitation': {
    by: '周敏',
    input: async (town) => {
      const id = randomUUID();
      await town.people.周敏.call('access/invite', { station: town.station, id, name: '不来了', role: 'worker' });
      return { station: town.station, id };
    },
    refuses: NOT_MANAGING,
  },
  'access.readInvitation': {
    by: 'nobody',
    input: async (town) => ({
      token: await inviteTo(town.people.周敏, town.station, { name: '新人', role: 'worker' }),
    }),
    refuses: OPEN,
    wrong: [GONE],
  },
  'access.acceptInvitation': {
    by: 'nobody',
    input: async (town) => {
      const name = nextStranger();
      const token = await inviteTo(town.people.周敏, town.station, { name, role: 'worker' });
      return { token, account: stranger(name) };
    },
    refuses: OPEN,
    wrong: [{ ...GONE, input: () => ({ token: `430181-${'x'.repeat(32)}`, account: stranger('无名') }) }],
  },
  'access.colleagues': { by: '吴国平', input: atStation, refuses: NOT_SEEING },
  'access.revokeGrant': {
    by: '周敏',
    input: async (town) => {
      const name = nextStranger();
      const token = await inviteTo(town.people.周敏, town.station, { name, role: 'worker' });
      await enter(town.address, token, name);
      const { body } = await town.people.周敏.call('access/colleagues', { station: town.station });
      const one = body.items.find((colleague: { name: string }) => colleague.name === name);
      return { station: town.station, grant: one.grant };
    },
    refuses: NOT_MANAGING,
  },
};
