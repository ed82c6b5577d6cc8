/** What became of a proposal: done, being done, passed on to whoever can, or not possible. */
export const OUTCOMES = ['done', 'doing', 'passed-on', 'declined'] as const;
export type Outcome = (typeof OUTCOMES)[number];
