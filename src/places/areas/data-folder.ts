import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the files rest in the source tree, and where a package without its source keeps them. */
const PLACES = ['src/places/data', 'dist/places/data'];

function isHeli(folder: string): boolean {
  const file = path.join(folder, 'package.json');
  return existsSync(file) && (JSON.parse(readFileSync(file, 'utf8')) as { name?: string }).name === 'heli';
}

/** The folder whose package.json is Heli's, at or above a file: the same from source and from dist/program. */
export function packageRoot(from: string = fileURLToPath(import.meta.url)): string {
  const folder = path.dirname(from);
  if (isHeli(folder)) return folder;
  if (folder === from) throw new Error('the package "heli" is not above this file');
  return packageRoot(folder);
}

/** The folder that holds towns.txt.gz, villages/ and changes.csv. */
export function dataFolder(root: string = packageRoot()): string {
  const found = PLACES.map((place) => path.join(root, place)).find((folder) => existsSync(folder));
  if (found === undefined) throw new Error(`no list of areas below ${root}`);
  return found;
}
