import { defineConfig } from 'vitest/config';

// One embedded server for the whole run (tests/support/server.ts); each test file gets a database of its own from it.
export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'web/**/*.test.{ts,tsx}', 'tests/**/*.test.ts'],
    globalSetup: ['tests/support/server.ts'],
    setupFiles: ['tests/support/quick-passwords.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    reporters: ['default'],
  },
});
