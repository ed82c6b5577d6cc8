import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, expect, vi } from 'vitest';
import { main } from '../../src/cli/heli.ts';

export const root = path.resolve(import.meta.dirname, '../..');
export const folder = mkdtempSync(path.join(os.tmpdir(), 'heli-research-'));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => {
  vi.restoreAllMocks();
});

/** Runs the command as typed in the folder of the program. */
export async function heli(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const said: { out: string[]; err: string[] } = { out: [], err: [] };
  const into = (list: string[]) => (text: unknown) => list.push(String(text)) > 0;
  vi.spyOn(process.stdout, 'write').mockImplementation(into(said.out));
  vi.spyOn(process.stderr, 'write').mockImplementation(into(said.err));
  const code = await main(words.map((word) => (word.startsWith('examples/') ? path.join(root, word) : word)));
  vi.restoreAllMocks();
  return { code, out: said.out.join(''), err: said.err.join('') };
}

/** The answer as JSON. */
export async function answer(...words: string[]): Promise<any> {
  const { code, out, err } = await heli(...words, '--json');
  expect([err, code]).toEqual(['', 0]);
  return JSON.parse(out);
}

/** A file of this run. */
export function write(name: string, text: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

export const csv = (...lines: string[]) => `${lines.join('\n')}\n`;
