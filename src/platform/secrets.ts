import { randomBytes, randomInt } from 'node:crypto';
import { chmod, open, readFile, rename } from 'node:fs/promises';
import path from 'node:path';

/** Secrets of one installation. They live beside the database, not in it, and are not part of a backup. */
export interface Secrets {
  /** Signs session cookies and seals two-step secrets. */
  auth: string;
  /** Key for digests of guessable texts. */
  digest: string;
  /** What ID numbers are sealed with. Lost, every ID number is lost: its place and recovery stand in the guide. */
  people: string;
  /** Passwords of the roles heli_app and heli_auth, for a PostgreSQL server. */
  appPassword: string;
  authPassword: string;
  /** Asked at set-up from another machine. */
  setUpCode: string;
  /** Random password of the made-up accounts, only in a demonstration. */
  demoPassword: string;
}

const random = () => randomBytes(32).toString('base64url');

function makeSecrets(): Secrets {
  return {
    auth: random(),
    digest: random(),
    people: random(),
    appPassword: random(),
    authPassword: random(),
    setUpCode: String(randomInt(100_000, 1_000_000)),
    demoPassword: random(),
  };
}

async function writeDurably(file: string, text: string): Promise<void> {
  const handle = await open(`${file}.part`, 'w', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${file}.part`, file);
}

/** Reads the secrets of a data folder; makes those that are not there yet (the first start, a newer program). */
export async function readSecrets(dataFolder: string): Promise<Secrets> {
  const file = path.join(dataFolder, 'secrets.json');
  const text = await readFile(file, 'utf8').catch((error: { code?: string }) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text !== undefined) await chmod(file, 0o600).catch(() => {}); // someone may have copied it with wider rights
  const known = text === undefined ? {} : (JSON.parse(text) as Partial<Secrets>);
  const secrets = { ...makeSecrets(), ...known };
  if (Object.keys(known).length < Object.keys(secrets).length) {
    await writeDurably(file, `${JSON.stringify(secrets, null, 2)}\n`);
  }
  return secrets;
}
