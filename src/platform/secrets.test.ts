import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readSecrets } from './secrets.ts';

const folders: string[] = [];
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true });
});

async function folderWith(secrets?: object): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'heli-secrets-'));
  folders.push(folder);
  if (secrets) await writeFile(path.join(folder, 'secrets.json'), JSON.stringify(secrets));
  return folder;
}

test('are made once, for their owner’s eyes', async () => {
  const folder = await folderWith();
  const made = await readSecrets(folder);
  expect(await readSecrets(folder)).toEqual(made);
  expect((await stat(path.join(folder, 'secrets.json'))).mode & 0o777).toBe(0o600);
});

test('of an older program keep what they are; what it did not know is added, and stays', async () => {
  const folder = await folderWith({ auth: 'old', digest: 'older' });
  const read = await readSecrets(folder);
  expect(read).toMatchObject({ auth: 'old', digest: 'older' });
  expect(read.people.length).toBeGreaterThan(40);
  expect(await readSecrets(folder)).toEqual(read);
  expect(JSON.parse(await readFile(path.join(folder, 'secrets.json'), 'utf8'))).toEqual(read);
});
