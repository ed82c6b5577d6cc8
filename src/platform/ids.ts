import { v7 } from 'uuid';

/** Makes ids. Passed in, so that tests can count them. */
export type NewId = () => string;

/** A UUIDv7: sorts by the time it was made. */
export const newId: NewId = () => v7();

/** Before every id and after every id: where the first page begins. */
export const ZERO_ID = '00000000-0000-0000-0000-000000000000';
export const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
