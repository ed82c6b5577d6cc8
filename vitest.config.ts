import { defineConfig } from 'vitest/config';
import { LongFirst } from './tests/support/long-first.ts';

// One embedded server for the whole run (tests/support/server.ts); each test file gets a database of its own from it.
// The limits are for machines that are busy with something else: what hangs is found out, what is slow passes.
export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'web/**/*.test.{ts,tsx}', 'tests/**/*.test.ts'],
    globalSetup: ['tests/support/server.ts'],
    setupFiles: ['tests/support/quick-passwords.ts'],
    sequence: { sequencer: LongFirst },
    testTimeout: 120_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 30_000 } },
    maxWorkers: 2,
    // Test files share what they import: reading the program anew for each took a third of the time. A test that changes
    // something of the process (stderr, a variable of the environment) puts it back.
    isolate: false,
    reporters: ['default'],
  },
});
