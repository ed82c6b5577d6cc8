// Adds to package-lock.json the packages of other platforms that a registry mirror did not offer: npm ci refuses a lock
// without them, though it never installs them here. Run it after npm install: node scripts/complete-lock.js
import { readFileSync, writeFileSync } from 'node:fs';

const SYSTEMS = { windows: 'win32' };
const OS = [
  'android',
  'darwin',
  'freebsd',
  'linux',
  'win32',
  'windows',
  'openharmony',
  'openbsd',
  'netbsd',
  'aix',
  'sunos',
];
const CPU = ['arm64', 'x64', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'arm', 'wasm32'];

/** Where a platform package can be installed, read from its name. */
function platformOf(name) {
  const words = name.split('/').pop().split(/[-_]/);
  const os = OS.find((one) => words.includes(one));
  const cpu = CPU.find((one) => words.includes(one));
  const libc = /musl/.test(name) ? 'musl' : /gnu/.test(name) && os === 'linux' ? 'glibc' : undefined;
  return {
    ...(cpu ? { cpu: [cpu] } : {}),
    ...(os ? { os: [SYSTEMS[os] ?? os] } : {}),
    ...(libc ? { libc: [libc] } : {}),
  };
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
let added = 0;
for (const parent of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    const place = `node_modules/${name}`;
    const platform = platformOf(name);
    if (lock.packages[place] || (!platform.os && !platform.cpu)) continue;
    lock.packages[place] = { version, optional: true, ...(parent.dev ? { dev: true } : {}), ...platform };
    added += 1;
  }
}
const { '': root, ...packages } = lock.packages;
const sorted = Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1));
lock.packages = { '': root, ...Object.fromEntries(sorted) };
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
process.stdout.write(`${added} added\n`);
