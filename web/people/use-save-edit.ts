import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Person } from '../../src/people/schema.ts';
import { putInOutbox, takeFromOutbox } from '../offline/outbox.ts';
import { useStation } from '../shell/session.tsx';
import type { Part } from './two-people.ts';

/** Stores an edit of a person on the device, and leads back to the file. */
export function useSaveEdit(person: Person, clearDraft: () => Promise<void>) {
  const station = useStation();
  const navigate = useNavigate();
  const [saving, setSaving] = useState(false);
  const back = () => navigate({ to: '/people/$id', params: { id: person.id } });

  async function save(part: Part, { version, replaces }: { version: number; replaces: string | null }): Promise<void> {
    setSaving(true);
    const input = { ...part, version, id: person.id, station: station.id };
    if (Object.keys(part).length > 0)
      await putInOutbox({ name: 'change-person', input }, part.name ?? person.name, station.id);
    if (replaces) await takeFromOutbox(replaces);
    await clearDraft();
    await back();
  }
  async function drop(): Promise<void> {
    await clearDraft();
    await back();
  }
  return { saving, save, drop };
}
