import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Hono } from 'hono';
import { compress } from 'hono/compress';
import type { PublicStation } from '../activities/schema.ts';
import { withStation } from './resident-html.ts';

const YEAR = 'public, max-age=31536000, immutable';

/** The built pages: hashed files are kept for a year, the two entry pages are asked for each time. */
export function servePages(app: Hono, webFolder: string): void {
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
  app.get('/c/:slug', async (c) => {
    const html = await page('resident.html');
    // Asked as anybody asks, so that the page shows what the door answers and nothing else.
    const answer = await app.request(`/api/public/stations/${encodeURIComponent(c.req.param('slug'))}`, {}, c.env);
    const shown = answer.ok ? withStation(html, (await answer.json()) as PublicStation) : html;
    return c.html(shown, 200, { 'cache-control': 'no-cache' });
  });
  app.get('/c/*', async (c) => c.html(await page('resident.html'), 200, { 'cache-control': 'no-cache' }));
  app.get('*', async (c) => {
    if (path.extname(c.req.path)) return c.notFound();
    return c.html(await page('index.html'), 200, { 'cache-control': 'no-cache' });
  });
}
