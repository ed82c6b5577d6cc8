// Builds the program and a benchmark, then runs it: npm run bench (the program), -- people, -- import (parts of it),
// -- reports, -- residents, -- analysis (the methods), -- months (a county's month).
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './build.js';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const [asked, ...words] = process.argv.slice(2);
/** Benchmarks that stand alone; the others are parts of the program's own. */
const APART = ['analysis', 'months', 'lenses'];
const name = APART.includes(asked) ? asked : 'bench';
if (name !== 'analysis') await ensureBuilt();
const vite = path.join(root, 'node_modules/vite/bin/vite.js');
const build = [
  'build',
  '--config',
  'vite.server.config.ts',
  '--ssr',
  `tests/bench/${name}.ts`,
  '--outDir',
  'dist/bench',
];
const built = spawnSync(process.execPath, [vite, ...build, '--logLevel', 'warn'], { cwd: root, stdio: 'inherit' });
if (built.status !== 0) process.exit(1);
const run = spawnSync(
  process.execPath,
  [path.join(root, 'dist/bench/heli.js'), ...(name === 'bench' ? process.argv.slice(2) : words)],
  {
    cwd: root,
    stdio: 'inherit',
  },
);
process.exit(run.status ?? 1);
