import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

const web = path.resolve(import.meta.dirname, 'web');

/** Pages of the staff, kept on the device so that they open without network. Answers of the program never are. */
const staffPages = VitePWA({
  strategies: 'generateSW',
  registerType: 'prompt',
  injectRegister: false,
  // Written by hand in web/public and linked from the staff's page only: residents are offered nothing to install.
  manifest: false,
  workbox: {
    globPatterns: ['index.html', 'assets/*.{js,css}', 'ear.svg'],
    navigateFallback: '/index.html',
    navigateFallbackDenylist: [/^\/api/, /^\/rpc/, /^\/c\//],
    cleanupOutdatedCaches: true,
    clientsClaim: true,
  },
});

/** Which packages and which of our own files each built file holds: a test reads it, so that no server code slips in. */
function contents(): Plugin {
  return {
    name: 'heli-contents',
    apply: 'build',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? [file] : []));
      const held = chunks.map((chunk) => [chunk.fileName, [...new Set(chunk.moduleIds.map(nameOf))].sort()]);
      mkdirSync(path.resolve(web, '../dist'), { recursive: true });
      writeFileSync(path.resolve(web, '../dist/web-contents.json'), JSON.stringify(Object.fromEntries(held), null, 1));
    },
  };
}

/** The package of a module, or the file of ours, relative to the project. */
function nameOf(id: string): string {
  const inPackage = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id)?.[1];
  return inPackage ?? path.relative(path.resolve(web, '..'), id.replace(/^\0/, '').replace(/\?.*$/, ''));
}

/**
 * A phone far from the town asks for few files: React, what residents and staff share, and the staff's daily pages.
 * What is opened seldom (set-up, settings, antd for desks) comes when it is opened.
 */
const chunks = [
  { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\//, priority: 3 },
  {
    name: 'shared',
    test: /web\/(ui\/(grain|dates|preferences)|i18n\/fill)\.tsx?$|(platform\/(clock|phone)|activities\/codes)\.ts$/,
    priority: 2,
  },
  {
    name: 'staff',
    test: /node_modules\/(@tanstack|@orpc|idb|uuid)\/|web\/(api|offline|shell|today\/(?!reopen-forms)|visits\/(?!correct)|ui|i18n\/zh)[^?]*\.tsx?$|web\/i18n\/(zh|words)\.ts$|web\/people\/(birth|group-order|person-picker|person-words|search|seen|use-person)\.tsx?$/,
    priority: 1,
  },
];

// A build asked for from within a test run must not become a development build of React.
if (process.argv.includes('build')) process.env.NODE_ENV = 'production';

export default defineConfig({
  root: web,
  plugins: [react(), staffPages, contents()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    // Old desks run the last Chromium for Windows 7 (109).
    target: ['chrome108', 'safari15.4', 'firefox115'],
    rolldownOptions: {
      input: { index: path.join(web, 'index.html'), resident: path.join(web, 'resident.html') },
      output: { codeSplitting: { groups: chunks } },
    },
  },
  worker: { format: 'es' },
  server: { proxy: { '/rpc': 'http://127.0.0.1:8117', '/api': 'http://127.0.0.1:8117' } },
});
