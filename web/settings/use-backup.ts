import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { askAnew } from '../api/ask-anew.ts';
import type { Failure } from '../api/failure.ts';
import { languageInUse, say } from '../i18n/words.ts';
import { saveFile } from '../ui/save-file.ts';

interface Backup {
  busy: boolean;
  failure: Failure | undefined;
  doneAt: string | undefined;
  run: () => Promise<void>;
}

/** Asks for a backup and saves it as a file. The refusal, if any, is told in the asker's language. */
export function useBackup(): Backup {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const [doneAt, setDoneAt] = useState<string>();
  async function run(): Promise<void> {
    setBusy(true);
    setFailure(undefined);
    try {
      const answer = await fetch('/api/host/backup', {
        method: 'POST',
        headers: { 'x-heli': '1', 'accept-language': languageInUse() },
      });
      if (!answer.ok) return setFailure({ code: 'fault', reason: '', fields: [], sentence: await sentenceOf(answer) });
      saveFile(await answer.blob(), nameOf(answer));
      setDoneAt(new Date().toISOString());
      await askAnew(client);
    } catch {
      setFailure({ code: 'away', reason: 'away', fields: [], sentence: say('shell.away') });
    } finally {
      setBusy(false);
    }
  }
  return { busy, failure, doneAt, run };
}

async function sentenceOf(answer: Response): Promise<string> {
  const body = (await answer.json().catch(() => ({}))) as { sentence?: string };
  return body.sentence ?? say('shell.fault', { status: answer.status });
}

function nameOf(answer: Response): string {
  const named = /filename\*?=(?:UTF-8'')?"?([^";]+)/i.exec(answer.headers.get('content-disposition') ?? '')?.[1];
  return named ? decodeURIComponent(named) : 'heli-backup';
}
