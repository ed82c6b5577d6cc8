import { useState } from 'react';
import { useWords } from '../i18n/words.ts';
import { Button } from '../ui/button.tsx';

/** Ten codes for the day the phone is lost. Shown once; each of them opens once. */
export function BackupCodes({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  const { say } = useWords();
  const [copied, setCopied] = useState<'copied' | 'by-hand'>();
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(codes.join('\n'));
      setCopied('copied');
    } catch {
      setCopied('by-hand');
    }
  }
  return (
    <div className="settings-form backup-codes">
      <h3>{say('backup-codes.title')}</h3>
      <p>{say('backup-codes.what')}</p>
      <ul>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="line no-print">
        <Button onClick={() => void copy()}>{say('copy')}</Button>
        <Button onClick={() => window.print()}>{say('backup-codes.print')}</Button>
      </div>
      <p role="status" className="note no-print">
        {copied ? say(copied === 'copied' ? 'copy.copied' : 'backup-codes.by-hand') : ''}
      </p>
      <div className="no-print">
        <Button kind="filled" onClick={onDone}>
          {say('backup-codes.kept')}
        </Button>
      </div>
    </div>
  );
}
