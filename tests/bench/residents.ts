import { randomUUID } from 'node:crypto';
import { availableParallelism, loadavg } from 'node:os';
import { chromium } from 'playwright-core';
import { openBenchClient, quantile } from './client.ts';
import { makeFolder, seatStations, startHost } from './host.ts';
import { say } from './say.ts';
import { send } from './work.ts';

// A resident's first visit with an old phone in a village: 4 times slower than this machine, on slow 4G.

/** Slow 4G as Lighthouse simulates it: 1.6 Mbit/s down, 750 kbit/s up, 150 ms there and back. */
const SLOW_4G = {
  offline: false,
  latency: 150,
  downloadThroughput: (1_638.4 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
};
const SLOWER = 4;
const VISITS = 5;

/**
 * Milliseconds from the tap on the address until what is on can be read, as the browser itself painted it, and until
 * the buttons answer; nothing is kept from before.
 */
async function firstVisit(address: string): Promise<{ readable: number; usable: number }> {
  const executablePath = process.env.HELI_CHROMIUM ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' });
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', SLOW_4G);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    // Noted by the page itself: whoever looks from outside waits for the same slowed processor.
    await page.addInitScript(() => {
      new MutationObserver((_, observer) => {
        if (!document.querySelector('.resident-tools')) return;
        observer.disconnect();
        performance.mark('usable');
      }).observe(document, { childList: true, subtree: true });
    });
    await page.goto(address);
    await page.getByRole('button', { name: 'English' }).waitFor();
    await page.getByRole('heading', { name: '义诊，量血压' }).waitFor();
    return await page.evaluate(() => ({
      readable: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
      usable: performance.getEntriesByName('usable')[0]?.startTime ?? Number.NaN,
    }));
  } finally {
    await browser.close();
  }
}

/** The residents' page at a first visit: npm run bench -- residents. */
export async function residentFigures(): Promise<void> {
  const host = await startHost(makeFolder());
  const [seat] = await seatStations(host.address);
  if (!seat) throw new Error('no station');
  const client = openBenchClient(host.address, seat.cookie);
  const { station } = seat;
  const startsAt = new Date(Date.now() + 86_400_000).toISOString();
  await send(client, 'activities/announce', {
    station,
    id: randomUUID(),
    title: '义诊，量血压',
    startsAt,
    place: '晒谷坪',
    note: '',
  });
  await send(client, 'projects/add', {
    station,
    id: randomUUID(),
    kind: 'micro-work',
    name: '水沟',
    state: 'building',
  });
  const { text } = await client.post('/rpc/places/station', JSON.stringify({ json: { station } }), randomUUID());
  const slug = (JSON.parse(text) as { json: { slug: string } }).json.slug;
  client.close();
  const visits: { readable: number; usable: number }[] = [];
  for (let visit = 0; visit < VISITS; visit++) visits.push(await firstVisit(`${host.address}/c/${slug}`));
  for (const what of ['readable', 'usable'] as const) {
    const sample = visits.map((one) => one[what]);
    const said = sample.map((one) => one.toFixed(0)).join(' ');
    const median = (quantile(sample, 0.5) / 1000).toFixed(2);
    say(`residents’ first visit ${what}, 4× slower, slow 4G (≤ 2 s)`, `p50 ${median} s (${said})`);
  }
  say('load of this machine meanwhile, and its processors', `${loadavg()[0]?.toFixed(1)} on ${availableParallelism()}`);
  await host.stop();
  host.remove();
}
