import type { TestSequencer, TestSpecification } from 'vitest/node';

/** What takes longest, the longest first: begun last, one of these would keep one worker busy while the other has nothing left. */
const LONG = [
  'tests/browser/screens',
  'tests/safety/operator',
  'tests/safety/kill-drill',
  'tests/browser/lenses',
  'tests/doors/router-walk',
  'tests/demo',
  'tests/browser/sign-in',
  'tests/doors/explain',
  'src/platform/postgres/users',
  'tests/browser/offline',
  'src/platform/postgres/start',
  'tests/browser/ledger',
  'tests/browser/reports',
  'src/platform/backup/backup',
  'tests/doors/sign-in',
  'tests/browser/demonstration',
  'tests/safety/away',
  'tests/browser/',
  'tests/walls/',
  'tests/doors/',
];

function placeOf({ moduleId }: TestSpecification): number {
  const place = LONG.findIndex((start) => moduleId.includes(`/${start}`));
  return place < 0 ? LONG.length : place;
}

/** The order of the test files. */
export class LongFirst implements TestSequencer {
  async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return [...files].sort((a, b) => placeOf(a) - placeOf(b) || (a.moduleId < b.moduleId ? -1 : 1));
  }

  /** Not used: everything runs on one machine. */
  async shard(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files;
  }
}
