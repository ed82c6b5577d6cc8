import { os } from '@orpc/server';
import { z } from 'zod';
import type { ServerContext } from './context.ts';
import { STATUS } from '../errors.ts';
import type { Capability } from '../permission.ts';

/** Who may call a procedure. `at` looks at input.station. */
export type Permit =
  | { who: 'anyone' }
  | { who: 'signed-in' }
  | { who: 'at-station'; may: Capability }
  | { who: 'host-keeper' };

/** What every procedure says of itself; a test walks the router and fails where something is missing. */
export interface Meta {
  kind: 'command' | 'query' | 'door';
  name: string;
  version: number;
  permit: Permit;
}

/** The body of every error, whatever the door. */
export const Problem = z.object({
  code: z.string(),
  reason: z.string(),
  sentence: z.string(),
  fields: z.array(z.object({ path: z.array(z.union([z.string(), z.number()])), message: z.string() })).optional(),
  mine: z.unknown().optional(),
  theirs: z.unknown().optional(),
  id: z.string().optional(),
});
export type Problem = z.infer<typeof Problem>;

const errors = Object.fromEntries(
  Object.entries(STATUS).map(([code, status]) => [code, { status, data: Problem }]),
) as { [Code in keyof typeof STATUS]: { status: number; data: typeof Problem } };

/** The root of every procedure. */
export const procedure = os
  .$context<ServerContext>()
  .$meta<Meta>({ kind: 'query', name: '', version: 0, permit: { who: 'signed-in' } })
  .errors(errors);

export const ANYONE: Permit = { who: 'anyone' };
export const SIGNED_IN: Permit = { who: 'signed-in' };
export const HOST_KEEPER: Permit = { who: 'host-keeper' };

/** A rule about input.station. */
export function atStation(may: Capability): Permit {
  return { who: 'at-station', may };
}
