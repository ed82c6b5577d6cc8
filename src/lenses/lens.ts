import { CHAINS } from './chains.ts';
import type { ChainPart } from './chains/part.ts';
import type { FactKind, Facts } from './facts.ts';
import type { Measure } from './measure.ts';
import { evidenceOf, flagsOf } from './quality.ts';
import { type Counting, countMeasure, openReading } from './reading.ts';
import type { Registry } from './registry.ts';
import type { Lens, LensName, Part, Reading } from './schema.ts';

/** The measure of completeness stands under every lens. */
const COMPLETENESS = 'Q1';

/** What a lens counts: its own measures in their newest or in asked-for versions, and completeness. */
export function measuresOf(registry: Registry, lens: LensName, versions: ReadonlyMap<string, number> = new Map()) {
  const own = registry.of(lens).map((one) => registry.find(one.id, versions.get(one.id)) ?? one);
  const complete = registry.find(COMPLETENESS, versions.get(COMPLETENESS));
  if (!complete) throw new Error('the measure of completeness is missing');
  return { own, complete };
}

/** What must be loaded for them; the acts always, for the flags. */
export function needsOf(measures: readonly Measure[]): Set<FactKind> {
  return new Set<FactKind>(['acts', ...measures.flatMap((measure) => measure.needs)]);
}

const told = ({ values, headline }: Reading): boolean =>
  headline === null
    ? values.some(({ status }) => status === 'shown')
    : values.some(({ key, status }) => key === headline && status === 'shown');

const begun = ({ values }: Reading): boolean => values.some(({ n, status }) => (n ?? 0) > 0 || status === 'suppressed');

function stateOf(readings: readonly Reading[]): Part['state'] {
  if (readings.some(told)) return 'full';
  return readings.some(begun) ? 'half' : 'none';
}

/** A part of the chain with what feeds it; where nothing does, what to record. */
function partOf(part: ChainPart, readings: readonly Reading[]): Part {
  const keys = [part.key, ...(part.shares ?? [])];
  const own = readings.filter(({ definition }) => keys.includes(definition.part));
  const state = stateOf(own);
  const hints = own.flatMap(({ record }) => record);
  const nothing = [{ key: part.key, words: part.record, have: 0, need: null }];
  return {
    key: part.key,
    row: part.row,
    words: part.words,
    term: part.term,
    state,
    measures: own.map(({ definition }) => definition.id),
    record: state === 'full' ? [] : hints.length > 0 ? hints : state === 'none' ? nothing : [],
  };
}

export function partsOf(lens: LensName, readings: readonly Reading[]): Part[] {
  return CHAINS[lens].parts.map((part) => partOf(part, readings));
}

export type Counted = { own: Counting[]; complete: Counting };

/** Counts a lens from its facts. Pure. */
export function countLens(facts: Facts, measures: { own: readonly Measure[]; complete: Measure }): Counted {
  return {
    own: measures.own.map((measure) => countMeasure(measure, facts)),
    complete: countMeasure(measures.complete, facts),
  };
}

type Answer = Pick<Lens, 'lens' | 'title' | 'study' | 'parts' | 'readings' | 'quality'>;

/** A lens as whoever may open the records sees it. */
export function openLens(lens: LensName, facts: Facts, { own, complete }: Counted): Answer {
  const readings = own.map((counting) => openReading(counting, facts));
  const { title, study } = CHAINS[lens];
  return {
    lens,
    title,
    study,
    parts: partsOf(lens, readings),
    readings,
    quality: {
      flags: flagsOf(facts.acts),
      evidence: evidenceOf(facts.acts),
      completeness: openReading(complete, facts),
    },
  };
}
