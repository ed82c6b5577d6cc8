import type { z } from 'zod';
import type { Asker } from './asker.ts';
import type { ServerContext } from './context.ts';
import { permitted, sessionStep } from './permit.ts';
import { type Permit, procedure } from './procedure.ts';
import { retried } from './retry.ts';

export interface DoorSpec<Input extends z.ZodType, Output extends z.ZodType> {
  name: string;
  permit: Permit;
  summary: string;
  path: `/${string}`;
  input: Input;
  output: Output;
  handle: (input: z.output<Input>, context: ServerContext & { asker: Asker }) => Promise<z.input<Output>>;
}

/**
 * Signing in and out: changes sessions, not a station's records, so it writes the access log and no journal line.
 * Steps: session → parse → permit → handle.
 */
export function door<Input extends z.ZodType, Output extends z.ZodType>(spec: DoorSpec<Input, Output>) {
  return procedure
    .meta({ kind: 'door', name: spec.name, version: 1, permit: spec.permit })
    .route({ method: 'POST', path: spec.path, summary: spec.summary, tags: [spec.name.split('.')[0] ?? ''] })
    .use(async ({ context, next }) => next({ context: { asker: await sessionStep(spec.permit, context) } }))
    .input(spec.input)
    .output(spec.output)
    .handler(async ({ input, context }) => {
      await permitted(spec.permit, context, input);
      return retried(async () => (await spec.handle(input as z.output<Input>, context)) as never);
    });
}
