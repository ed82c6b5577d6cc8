import { HeliError } from '../platform/errors.ts';
import { STATES } from './codes.ts';
import type { ProjectFields } from './schema.ts';

/** Refuses a state that a project of its kind cannot be in, and works attributes on what is no micro-work. */
export function refuseProjectFaults({ kind, state, works }: ProjectFields): void {
  const fields = [
    ...(STATES[kind].includes(state) ? [] : [{ path: ['state'], message: 'unknown-state' }]),
    ...(kind === 'micro-work' || Object.keys(works).length === 0 ? [] : [{ path: ['works'], message: 'no-works' }]),
  ];
  if (fields.length > 0) throw new HeliError('invalid', 'invalid', { fields });
}
