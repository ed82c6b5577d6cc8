import type { At } from '../../people/store.ts';
import type { NewId } from '../../platform/ids.ts';

/** Who enters something, where and when: late entry stays visible. */
export interface RecordedBy extends At {
  by: string;
  newId: NewId;
  now: Date;
}
