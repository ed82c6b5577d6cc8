// Walks the router's tree as it is declared; no database is needed for that.
import { type AnyProcedure, isProcedure } from '@orpc/server';
import type { z } from 'zod';
import type { Meta } from '../../src/platform/pipeline/procedure.ts';
import { makeRouter, type RouterParts } from '../../src/server/router.ts';

export interface Declared {
  /** Its place in the tree: topic.name. */
  place: string;
  meta: Meta;
  route: { method?: string; path?: string; summary?: string };
  input: z.ZodType | undefined;
  output: z.ZodType | undefined;
}

function declared(place: string, node: AnyProcedure): Declared {
  const { meta, route, inputSchema, outputSchema } = node['~orpc'];
  return {
    place,
    meta: meta as Meta,
    route,
    input: inputSchema as z.ZodType | undefined,
    output: outputSchema as z.ZodType | undefined,
  };
}

function walk(node: unknown, path: string[]): Declared[] {
  if (isProcedure(node)) return [declared(path.join('.'), node)];
  return Object.entries(node as object).flatMap(([name, below]) => walk(below, [...path, name]));
}

const NO_PARTS = {
  signIn: {},
  residents: {},
  host: {},
  demo: {},
  prepareCounty: async () => {},
} as unknown as RouterParts;

/** Every procedure that the program declares. */
export function listProcedures(): Declared[] {
  return walk(makeRouter(NO_PARTS), []);
}
