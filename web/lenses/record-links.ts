import type { Capability } from '../../src/platform/permission.ts';
import type { LensWord } from './words/zh.ts';

export interface Start {
  to: '/record' | '/record/$kind' | '/shocks/new' | '/sheets/new' | '/settings/station' | '/projects';
  params?: Record<string, string>;
  word: LensWord;
  needs: Capability;
}

const record = (kind: string, word: LensWord): Start => ({
  to: '/record/$kind',
  params: { kind },
  word,
  needs: 'records.write',
});
const WORK_DAY = record('work-day', 'missing.start-work-day');
const MEETING = record('meeting', 'missing.start-meeting');
const ANYTHING: Start = { to: '/record', word: 'missing.start', needs: 'records.write' };

/** Where recording begins, by the key of a hint. What no screen records yet, and what only time brings, has none. */
const STARTS: Record<string, Start> = {
  shock: { to: '/shocks/new', word: 'missing.start-shock', needs: 'records.write' },
  population: { to: '/settings/station', word: 'missing.start-population', needs: 'station.manage' },
  'project-time': { to: '/projects', word: 'missing.start-project', needs: 'records.write' },
  'sheet-count': { to: '/sheets/new', word: 'missing.start-count', needs: 'records.write' },
  conditions: MEETING,
  together: MEETING,
  parties: MEETING,
  money: record('resource-link', 'missing.start-money'),
  'resident-time': WORK_DAY,
  names: WORK_DAY,
  left: WORK_DAY,
  'both-ways': WORK_DAY,
  strategy: ANYTHING,
  served: ANYTHING,
  worked: ANYTHING,
};

export const startOf = (key: string): Start | undefined => STARTS[key];
