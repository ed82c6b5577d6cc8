import { useState } from 'react';
import { api } from '../api/client.ts';
import { type Action, useAction } from '../ui/use-action.ts';
import { saveFile } from '../ui/save-file.ts';

interface Made {
  name: string;
  type: string;
  content: string;
}

/** Asks for a file and saves it. */
export function useExport(): Action & { saved: string | undefined; fetch: (ask: () => Promise<Made>) => void } {
  const action = useAction();
  const [saved, setSaved] = useState<string>();
  const fetchFile = (ask: () => Promise<Made>) => {
    setSaved(undefined);
    void action.run(async () => {
      const { name, type, content } = await ask();
      const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
      saveFile(new Blob([bytes], { type }), name);
      setSaved(name);
    });
  };
  return { ...action, saved, fetch: fetchFile };
}

/** A month's files may take long to make on a small machine. */
const PATIENT = { context: { patient: true } };

export const askReport = (of: { station: string; month: string; closing?: string; as: 'word' | 'excel' }) => () =>
  api.reports.file(of, PATIENT);
export const askLists = (of: { station: string; month: string }) => () =>
  api.reports.ledgers({ station: of.station, from: of.month, to: of.month }, PATIENT);
export const askFilled = (of: { station: string; month: string; closing?: string; template: string }) => () =>
  api.reports.filledTemplate(of, PATIENT);
export const askTable = (of: { station: string; month: string; profile: string }) => () =>
  api.reports.export({ station: of.station, profile: of.profile, from: of.month, to: of.month }, PATIENT);
