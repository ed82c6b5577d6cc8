import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Hono } from 'hono';
import { compress } from 'hono/compress';

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
  app.get('/c/*', async (c) => c.html(await page('resident.html'), 200, { 'cache-control': 'no-cache' }));
  app.get('*', async (c) => {
    if (path.extname(c.req.path)) return c.notFound();
    return c.html(await page('index.html'), 200, { 'cache-control': 'no-cache' });
  });
}
