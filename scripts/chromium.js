// Finds a Chromium for the browser tests; on Debian as root it installs one.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import process from 'node:process';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The path of a Chromium, or undefined. */
export function findChromium() {
  return [process.env.HELI_CHROMIUM, ...PLACES].find((place) => place && existsSync(place));
}

function installOnDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return;
  process.stderr.write('heli: installing Chromium and a Chinese font for the browser tests …\n');
  const quiet = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  spawnSync('apt-get', ['update', '-qq'], quiet);
  spawnSync('apt-get', ['install', '-y', '-qq', 'chromium', 'fonts-noto-cjk'], quiet);
}

/** A Chromium, installed if it may be; exits with what to do when there is none. */
export function ensureChromium() {
  if (!findChromium()) installOnDebian();
  const found = findChromium();
  if (found) return found;
  process.stderr.write(
    'The browser tests need Chromium or Chrome. Install one (Debian: apt-get install chromium), or set HELI_CHROMIUM to its path.\n',
  );
  process.exit(1);
}
