import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Hono } from 'hono';
import { compress } from 'hono/compress';

const YEAR = 'public, max-age=31536000, immutable';

/** On a slow network what a station shows is asked for along with the scripts, and not after them. */
function asking(html: string, path: string): string {
  const slug = /^\/c\/([\w-]{1,80})\/?$/.exec(path)?.[1];
  if (!slug) return html;
  const preload = `<link rel="preload" as="fetch" crossorigin="anonymous" href="/api/public/stations/${slug}">`;
  return html.replace('</head>', `${preload}</head>`);
}

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
  app.get('/c/*', async (c) =>
    c.html(asking(await page('resident.html'), c.req.path), 200, { 'cache-control': 'no-cache' }),
  );
  app.get('*', async (c) => {
    if (path.extname(c.req.path)) return c.notFound();
    return c.html(await page('index.html'), 200, { 'cache-control': 'no-cache' });
  });
}
