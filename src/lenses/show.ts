import { dayInChina } from '../platform/clock.ts';
import type { Transaction } from '../platform/database/flight.ts';
import type { Asking } from '../platform/pipeline/query.ts';
import type { Facts } from './facts.ts';
import { headsOf, keptOr } from './kept.ts';
import { countLens, measuresOf, needsOf, openLens } from './lens.ts';
import { loadFacts } from './load-facts.ts';
import type { Measure } from './measure.ts';
import { registry } from './registry.ts';
import type { Lens, LensName, Scope } from './schema.ts';
import { type Resolved, resolveScope } from './scope.ts';
import { showSnapshot } from './snapshot/show-snapshot.ts';

type Asked = Scope & { group?: string | undefined; versions?: string | undefined };

/** A4@1,B2@1 as versions by measure. */
export function versionsOf(text: string | undefined): Map<string, number> {
  return new Map(
    (text ?? '').split(',').flatMap((one) => {
      const [id, version] = one.split('@');
      return id && version ? [[id, Number(version)] as const] : [];
    }),
  );
}

interface Loading {
  input: Asked;
  resolved: Resolved;
  measures: readonly Measure[];
}

/** The facts of what was asked, under row security. */
export function factsOf(
  transaction: Transaction,
  { input, resolved, measures }: Loading,
  { county, context }: Asking,
): Promise<Facts> {
  const { from, to, group } = input;
  const { stations, project, village } = resolved;
  const { pool, clock } = context.services;
  const today = dayInChina(clock());
  const within = { county, stations, from, to, project, village };
  return loadFacts(transaction, { ...within, today, group, pool, needs: needsOf(measures) });
}

async function countNow(
  transaction: Transaction,
  { lens, input, resolved }: { lens: LensName; input: Asked; resolved: Resolved },
  asking: Asking,
): Promise<Lens> {
  const { own, complete } = measuresOf(registry, lens, versionsOf(input.versions));
  const facts = await factsOf(transaction, { input, resolved, measures: [...own, complete] }, asking);
  const { group: _, versions: __, ...scope } = input;
  return {
    ...openLens(lens, facts, countLens(facts, { own, complete })),
    scope: { ...scope, name: resolved.name },
    open: true,
    asOf: asking.context.services.clock().toISOString(),
  };
}

/** A lens as this asker may see it: from the facts, or from the year's snapshot. */
export async function showLens(
  transaction: Transaction,
  { lens, ...input }: Asked & { lens: LensName },
  asking: Asking,
): Promise<Lens> {
  const resolved = await resolveScope(transaction, input, asking);
  if (!resolved.open) return showSnapshot(transaction, { lens, input, resolved }, asking);
  const { pool, clock } = asking.context.services;
  const { stations, name } = resolved;
  const heads = await headsOf(transaction, { county: asking.county, stations });
  const key = JSON.stringify([lens, input, stations, name, dayInChina(clock())]);
  return keptOr(pool, { key, heads }, () => countNow(transaction, { lens, input, resolved }, asking));
}
