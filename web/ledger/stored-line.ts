import { infer } from '../../src/ledger/inference.ts';
import type { EventLine } from '../../src/ledger/schema.ts';
import type { OutboxItem } from '../offline/database.ts';

export type VisitItem = OutboxItem & { name: 'visit' };

/** A visit that is still on this device, as the line it will be. */
export function visitLine(item: VisitItem, workers: string[]): EventLine {
  const { id, startedAt, minutes, note, needs, nextOn, met = 'self', person } = item.input;
  const { phase, field } = infer({ kind: 'visit', groups: [] });
  return {
    ...{
      id,
      kind: 'visit',
      version: 1,
      title: '',
      place: '',
      startedAt,
      minutes,
      note,
      phase,
      field,
      needs,
      met,
      nextOn,
    },
    ...{ evidence: 1, enteredAt: item.madeAt, imported: false, workers, present: 0, unnamed: 0, corrected: 0 },
    person: { id: person, name: item.about },
  };
}

/** The visits on this device that nobody has put right meanwhile. */
export function standingVisits(items: readonly OutboxItem[]): VisitItem[] {
  const corrected = new Set(items.flatMap((item) => (item.name === 'correct-visit' ? [item.input.corrects] : [])));
  return items.filter((item): item is VisitItem => item.name === 'visit' && !corrected.has(item.input.id));
}
