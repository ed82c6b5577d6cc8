import type { z } from 'zod';
import { become } from './become.ts';
import { inFlight, type Transaction } from '../database/flight.ts';
import type { Asker } from './asker.ts';
import type { ServerContext } from './context.ts';
import { permitted, sessionStep } from './permit.ts';
import { type Permit, procedure } from './procedure.ts';
import { retried } from './retry.ts';

/** What a query's work is given besides its input. */
export interface Asking {
  asker: Asker;
  county: number;
  context: ServerContext;
}

export interface QuerySpec<Input extends z.ZodType, Output extends z.ZodType> {
  name: string;
  permit: Permit;
  summary: string;
  path: `/${string}`;
  input: Input;
  output: Output;
  /** Reads under row security. Runs again when the connection is lost. */
  read: (transaction: Transaction, input: z.output<Input>, asking: Asking) => Promise<z.input<Output>>;
}

/** A named, typed, permitted read: session → parse → permit → load → show. */
export function query<Input extends z.ZodType, Output extends z.ZodType>(spec: QuerySpec<Input, Output>) {
  return procedure
    .meta({ kind: 'query', name: spec.name, version: 1, permit: spec.permit })
    .route({ method: 'GET', path: spec.path, summary: spec.summary, tags: [spec.name.split('.')[0] ?? ''] })
    .use(async ({ context, next }) => next({ context: { asker: await sessionStep(spec.permit, context) } }))
    .input(spec.input)
    .output(spec.output)
    .handler(async ({ input, context }) => {
      const asking = { ...(await permitted(spec.permit, context, input)), context };
      return retried(() =>
        inFlight(context.services.pool, 'read', async (flight) => {
          become(flight, asking.asker, asking.county);
          const answer = await spec.read(flight, input as z.output<Input>, asking);
          await flight.commit();
          return answer as never;
        }),
      );
    });
}
