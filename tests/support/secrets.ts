import type { Secrets } from '../../src/platform/secrets.ts';

/** Secrets of the tests: never used anywhere else. */
export const TEST_SECRETS: Secrets = {
  auth: 'test-only-secret-for-session-cookies-0001',
  digest: 'test-only-key-for-digests-0001',
  people: 'test-only-secret-for-people-0001',
  appPassword: 'test-only-app',
  authPassword: 'test-only-auth',
  setUpCode: '123456',
  demoPassword: 'test-only-demonstration-0001',
};
