import type { LensName } from './schema.ts';
import type { Measure } from './measure.ts';

export interface Registry {
  /** The newest version of every measure, by id. */
  current: readonly Measure[];
  /** A measure in a version, for recomputing old figures; undefined where there is none. */
  find: (id: string, version?: number) => Measure | undefined;
  /** Those of a lens, in the order of their ids. */
  of: (lens: LensName) => readonly Measure[];
}

/** Puts measures in order. Throws where two files say they are the same version of the same measure. */
export function registryOf(files: Record<string, Measure>): Registry {
  const all = Object.values(files).sort((a, b) => (a.id === b.id ? b.version - a.version : a.id < b.id ? -1 : 1));
  const twice = all.find((one, i) => one.id === all[i + 1]?.id && one.version === all[i + 1]?.version);
  if (twice) throw new Error(`two files define ${twice.id} version ${twice.version}`);
  const current = all.filter((one, i) => one.id !== all[i - 1]?.id);
  return {
    current,
    find: (id, version) => all.find((one) => one.id === id && (version === undefined || one.version === version)),
    of: (lens) => current.filter((one) => one.lens === lens),
  };
}

/** Every file of measures/ is a measure: a new one is found by being there. */
export const registry: Registry = registryOf(
  import.meta.glob<Measure>('./measures/*.ts', { eager: true, import: 'measure' }),
);
