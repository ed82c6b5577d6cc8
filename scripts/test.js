// All tests: types, lint, then every test file, browser included. Last line: N passed, N failed.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './build.js';
import { ensureChromium } from './chromium.js';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const out = path.join(root, 'tests/.out');

function run(title, args, env = {}) {
  process.stdout.write(`\n── ${title}\n`);
  const done = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  return done.status === 0;
}

const bin = (name) => path.join(root, 'node_modules', name);

/** Counts of one vitest run; a file that could not be read counts as failed. */
function counts(file) {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(readFileSync(file, 'utf8'));
    const broken = testResults.filter((one) => one.status === 'failed' && failedIn(one).length === 0).length;
    return {
      passed: numPassedTests,
      failed: numFailedTests + broken,
      skipped: numPendingTests,
      told: testResults.flatMap(failures),
    };
  } catch {
    return { passed: 0, failed: 1, skipped: 0, told: ['the run itself broke off: see above'] };
  }
}

const failedIn = ({ assertionResults }) => assertionResults.filter(({ status }) => status === 'failed');

/** What failed in one test file, with the first lines of why: told again at the end, where it is looked for. */
function failures({ name, status, message, assertionResults }) {
  const place = path.relative(root, name);
  const why = (text) => text.split('\n').slice(0, 12).join('\n    ');
  const tests = failedIn({ assertionResults });
  if (status === 'failed' && tests.length === 0) return [`${place}\n    ${why(message)}`];
  return tests.map(({ fullName, failureMessages }) => `${place} › ${fullName}\n    ${why(failureMessages.join('\n'))}`);
}

/** Runs test files and counts them. */
function vitest(title, filters, env) {
  const file = path.join(out, `${title.replace(/\W+/g, '-')}.json`);
  rmSync(file, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const fine = run(title, [bin('vitest/vitest.mjs'), 'run', ...reporters, ...filters], env);
  const counted = counts(file);
  if (fine || counted.failed > 0) return counted;
  return { ...counted, failed: 1, told: [`${title}: something failed outside the tests: see above`] };
}

mkdirSync(out, { recursive: true });
const chosen = process.argv.slice(2);
const results = [];
if (chosen.length === 0) {
  const check = (title, args) => {
    const fine = run(title, args);
    results.push({ passed: Number(fine), failed: Number(!fine), skipped: 0, told: fine ? [] : [title] });
  };
  check('types', [bin('typescript/bin/tsc'), '--noEmit', '-p', 'tsconfig.json']);
  check('lint', [bin('@biomejs/biome/bin/biome'), 'check', '.']);
}
await ensureBuilt();
const chromium = ensureChromium();
results.push(vitest('tests', chosen, { HELI_CHROMIUM: chromium }));

const told = results.flatMap((result) => result.told);
if (told.length > 0) process.stdout.write(`\n── failed\n${told.join('\n')}\n`);
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
const skipped = sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : '';
process.stdout.write(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped}\n`);
process.exit(sum('failed') > 0 ? 1 : 0);
