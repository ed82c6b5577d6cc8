import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Hono } from 'hono';
import { openAuth } from '../access/auth.ts';
import { openLimiter } from '../access/guard.ts';
import { openSessions } from '../access/sessions.ts';
import { openDayLimit } from '../activities/say-limit.ts';
import { NETWORK_COMING_A_DAY, NETWORK_PROPOSALS_A_DAY } from '../activities/say-rules.ts';
import { loadVillages } from '../places/areas/load-areas.ts';
import { systemClock } from '../platform/clock.ts';
import type { Config } from '../platform/config.ts';
import type { Database } from '../platform/database/open.ts';
import { newId } from '../platform/ids.ts';
import type { ServerContext, Services } from '../platform/pipeline/context.ts';
import { openSeal } from '../platform/seal.ts';
import { VERSION } from '../platform/version.ts';
import { COUNTY } from '../demo/made-up.ts';
import { openAddresses } from './address.ts';
import { makeApp } from './app.ts';
import { backupDoor } from './backup-door.ts';
import type { Engine } from './engine.ts';
import { type DemoParts, makeDemonstration } from './demonstration.ts';
import { makeRouter, type Router } from './router.ts';

export interface ProgramParts {
  config: Config;
  engine: Engine;
}

export interface Program {
  app: Hono;
  router: Router;
  services: Services;
  setUpCode: string | undefined;
}

const SIGN_INS_A_MINUTE = 60;
/** What residents say and ask from one network address, which a village may share; what is said is also bound by the day. */
const RESIDENT_ACTS_A_MINUTE = 60;
/** The set-up code has six digits: with so many tries, from wherever, nobody comes through them in a month. */
const CODE_TRIES_A_MINUTE = 10;

const openResidents = () => ({
  limiter: openLimiter(RESIDENT_ACTS_A_MINUTE),
  coming: openDayLimit(NETWORK_COMING_A_DAY),
  proposals: openDayLimit(NETWORK_PROPOSALS_A_DAY),
});

/** The program over an open database: what every door shares, made once. */
export async function makeProgram({ config, engine }: ProgramParts): Promise<Program> {
  const { database, kind, secrets } = engine;
  const secure = config.tls !== undefined || config.trustedProxies.length > 0;
  const services: Services = {
    pool: database.app,
    clock: systemClock,
    newId,
    digestKey: Buffer.from(secrets.digest),
    seal: openSeal(secrets.people),
    grown: database.statistics.grown,
  };
  const auth = openAuth({ pool: database.auth, secret: secrets.auth, secure });
  const sessions = openSessions(auth, database.app);
  const setUpCode = (context: ServerContext) => (context.local ? undefined : secrets.setUpCode);
  const codeTries = openLimiter(CODE_TRIES_A_MINUTE);
  const demo: DemoParts = {
    owner: database.owner,
    services,
    password: secrets.demoPassword,
    days: config.demoDays,
    findAsker: sessions.find,
    router: () => router,
    codeFor: (context) => {
      if (!context.local) codeTries.take('anyone', services.clock());
      return setUpCode(context);
    },
  };
  const router: Router = makeRouter({
    demo,
    signIn: {
      auth,
      limiter: openLimiter(SIGN_INS_A_MINUTE),
      forget: sessions.forget,
      version: VERSION,
      setUpCode,
      demoPassword: () => secrets.demoPassword,
    },
    residents: openResidents(),
    host: { version: VERSION, database: kind, lastBackupAt: () => lastBackupAt(config.dataFolder) },
    prepareCounty: async (county) => {
      if (county === COUNTY) return; // the made-up county brings its own few villages
      await loadVillages(database.owner, String(county));
    },
  });
  const app = makeApp({
    router,
    services,
    addresses: openAddresses(config.trustedProxies),
    findAsker: sessions.find,
    backup: backupDoor({ owner: database.owner, dataFolder: config.dataFolder }),
    webFolder: config.webFolder,
    secure,
  });
  const fresh = await isFresh(database);
  if (fresh && config.demo) await makeDemonstration(demo);
  return { app, router, services, setUpCode: fresh && !config.demo ? secrets.setUpCode : undefined };
}

async function isFresh(database: Database): Promise<boolean> {
  const { rows } = await database.owner.query<{ state: string }>("select heli.installation()->>'state' as state");
  return rows[0]?.state === 'fresh';
}

/** When the last backup was written: the time of its marker in the data folder. */
async function lastBackupAt(dataFolder: string): Promise<Date | undefined> {
  const marker = await stat(path.join(dataFolder, 'last-backup')).catch(() => undefined);
  return marker?.mtime;
}
