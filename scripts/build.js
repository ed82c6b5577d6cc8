// Builds the program (dist/program) and the web pages (dist/web) when they are missing or older than their source.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const program = path.join(root, 'dist/program/heli.js');
const stampFile = path.join(root, 'dist/stamp.json');

/** Newest change in milliseconds among the files below a folder, or of one file. */
function newest(place) {
  if (!existsSync(place)) return 0;
  const stat = statSync(place);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(place).map((name) => newest(path.join(place, name))));
}

const sources = {
  program: ['src', 'vite.server.config.ts', 'package-lock.json'],
  web: ['web', 'src', 'vite.config.ts', 'package-lock.json'],
};

function stampOf(part) {
  return Math.max(...sources[part].map((name) => newest(path.join(root, name))));
}

function readStamps() {
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8'));
  } catch {
    return {};
  }
}

function vite(config) {
  const bin = path.join(root, 'node_modules/vite/bin/vite.js');
  const run = spawnSync(process.execPath, [bin, 'build', '--config', config, '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (run.status !== 0) throw new Error(`vite build --config ${config} failed`);
}

/** Without its packages nothing can be built: say so in words, not in a stack of calls. */
function requirePackages() {
  if (existsSync(path.join(root, 'node_modules/vite/bin/vite.js'))) return;
  process.stderr.write('heli: 缺少程序包，请先运行 npm ci。 / Packages are missing: run npm ci first.\n');
  process.exit(2);
}

/** Builds what is missing or stale; says so on stderr only when there is something to do. */
export async function ensureBuilt() {
  // HELI_NO_BUILD=1 runs what is built as it is (a read-only installation, a benchmark).
  const packaged = !existsSync(path.join(root, 'src')) || process.env.HELI_NO_BUILD === '1';
  const stamps = readStamps();
  const builds = { program: 'vite.server.config.ts', web: 'vite.config.ts' };
  for (const part of packaged ? [] : Object.keys(builds)) {
    const stamp = stampOf(part);
    if (stamps[part] === stamp && existsSync(path.join(root, 'dist', part))) continue;
    requirePackages();
    process.stderr.write(`heli: building ${part} …\n`);
    vite(builds[part]);
    stamps[part] = stamp;
    mkdirSync(path.dirname(stampFile), { recursive: true });
    writeFileSync(stampFile, JSON.stringify(stamps));
  }
  return { program: pathToFileURL(program).href, web: path.join(root, 'dist/web') };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await ensureBuilt();
