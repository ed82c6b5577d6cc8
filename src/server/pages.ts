import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Hono } from 'hono';
import { compress } from 'hono/compress';
import type { PublicStation } from '../activities/schema.ts';
import type { Clock } from '../platform/clock.ts';
import { calendarOf } from './calendar.ts';
import { withStation } from './resident-html.ts';

const YEAR = 'public, max-age=31536000, immutable';

/** The built pages: hashed files are kept for a year, the two entry pages are asked for each time. */
export function servePages(app: Hono, { webFolder, clock }: { webFolder: string; clock: Clock }): void {
  const page = async (name: string) => readFile(path.join(webFolder, name), 'utf8');
  app.use('/assets/*', compress());
  app.use(
    '*',
    serveStatic({
      root: webFolder,
      index: 'no-index',
      onFound: (file, c) => {
        c.header('cache-control', file.includes('/assets/') ? YEAR : 'no-cache');
      },
    }),
  );
  // Asked as anybody asks, so that the page shows what the door answers and nothing else.
  const findStation = async (slug: string, env: unknown) => {
    const answer = await app.request(`/api/public/stations/${encodeURIComponent(slug)}`, {}, env as object);
    return answer.ok ? ((await answer.json()) as PublicStation) : undefined;
  };
  app.get('/c/:slug/:notice{[0-9a-f-]{36}\\.ics}', async (c) => {
    const { slug, notice } = c.req.param();
    const station = await findStation(slug, c.env);
    const found = station?.notices.find(({ id, cancelled }) => notice === `${id}.ics` && !cancelled);
    // Called off or over: the page says what is on instead.
    if (!station || !found) return c.redirect(`/c/${encodeURIComponent(slug)}`);
    return c.body(calendarOf(found, station, clock()), 200, {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `inline; filename="${found.id}.ics"`,
      'cache-control': 'no-store',
    });
  });
  app.get('/c/:slug', async (c) => {
    const slug = c.req.param('slug');
    const html = await page('resident.html');
    const station = await findStation(slug, c.env);
    return c.html(station ? withStation(html, station, slug) : html, 200, { 'cache-control': 'no-cache' });
  });
  app.get('/c/*', async (c) => c.html(await page('resident.html'), 200, { 'cache-control': 'no-cache' }));
  app.get('*', async (c) => {
    if (path.extname(c.req.path)) return c.notFound();
    return c.html(await page('index.html'), 200, { 'cache-control': 'no-cache' });
  });
}
