import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { addLiu, setUpStation } from '../../support/cast.ts';
import type { TestClient } from '../../support/client.ts';
import { startProgram, type TestProgram } from '../../support/program.ts';
import { builtPages } from './built.ts';
import { openBrowser } from './browser.ts';

/** A running program with 周敏's station in it, 刘桂珍 on file and due today, and a browser. */
export interface Scene {
  program: TestProgram;
  browser: Browser;
  zhou: TestClient;
  station: string;
  liu: string;
  close: () => Promise<void>;
}

export async function openScene(): Promise<Scene> {
  await builtPages();
  const [program, browser] = await Promise.all([startProgram(), openBrowser()]);
  const { zhou, station } = await setUpStation(program.address);
  const liu = await addLiu(zhou, station);
  await oweVisit(zhou, { station, person: liu });
  return {
    program,
    browser,
    zhou,
    station,
    liu,
    close: async () => {
      await browser.close();
      await program.stop();
    },
  };
}

/** The calendar day in China, so many days from now. */
export function chinaDay(days = 0): string {
  return new Date(Date.now() + 8 * 3600_000 + days * 86_400_000).toISOString().slice(0, 10);
}

/** An earlier visit that promised to come again today. */
export async function oweVisit(zhou: TestClient, at: { station: string; person: string }): Promise<void> {
  const startedAt = new Date(Date.now() - 40 * 86_400_000).toISOString(); // never in the month that runs
  const visit = {
    ...at,
    id: randomUUID(),
    startedAt,
    minutes: 30,
    needs: ['medical'],
    note: '膝盖疼，药快吃完了。',
    nextOn: chinaDay(),
  };
  const answer = await zhou.call('ledger/recordVisit', visit);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
}

/** The visits of a person, the latest first. */
export async function visitsOf(
  zhou: TestClient,
  at: { station: string; person: string },
): Promise<{ id: string; note: string }[]> {
  return (await zhou.call('ledger/events', at)).body.items;
}
