import { v7 } from 'uuid';

/** Makes ids. Passed in, so that tests can count them. */
export type NewId = () => string;

/** A UUIDv7: sorts by the time it was made. */
export const newId: NewId = () => v7();
