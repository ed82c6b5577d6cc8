import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { putInOutbox, takeFromOutbox } from '../offline/outbox.ts';
import { useStation } from '../shell/session.tsx';
import type { EventDraft, Picture } from './event-draft.ts';
import { eventInput } from './event-input.ts';

interface Drafted {
  value: EventDraft | undefined;
  clear: () => Promise<void>;
}

/** Stores the act, and its pictures behind it, on this device; sending is the outbox's work, and nobody waits for it. */
export function useSaveEvent(draft: Drafted, about: string) {
  const station = useStation();
  const navigate = useNavigate();
  const [saving, setSaving] = useState(false);
  async function save(): Promise<void> {
    const event = draft.value;
    if (!event) return;
    setSaving(true);
    const input = { ...eventInput(event), station: station.id, id: event.id };
    if (event.corrects) {
      const { id: corrects, version } = event.corrects;
      await putInOutbox(
        { name: 'correct-event', input: { ...input, corrects, version, why: event.why } },
        about,
        station.id,
      );
    } else await putInOutbox({ name: 'event', input }, about, station.id);
    if (event.replaces) await takeFromOutbox(event.replaces);
    for (const picture of event.pictures) await storePicture(picture, { event, about, station: station.id });
    await draft.clear();
    await navigate({ to: '/' });
  }
  return { saving, save };
}

async function storePicture(
  picture: Picture,
  { event, about, station }: { event: EventDraft; about: string; station: string },
): Promise<void> {
  const input = { ...picture, station, event: event.id, consent: picture.kind === 'photo' && event.consent };
  await putInOutbox({ name: 'attach', input }, `${about} · ${picture.name}`, station);
}
