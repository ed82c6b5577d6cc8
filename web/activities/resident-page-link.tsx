import { useState } from 'react';
import { useWords } from '../i18n/words.ts';
import { Button } from '../ui/button.tsx';
import { CopyLine } from '../ui/copy-line.tsx';
import { QrCode } from '../ui/qr-code.tsx';

/** The page residents open: its address, and a code to print or to hold out. */
export function ResidentPageLink({ slug }: { slug: string }) {
  const { say } = useWords();
  const [open, setOpen] = useState(false);
  const address = `${location.origin}/c/${slug}`;
  return (
    <section className="rows-section">
      <h2 className="rows-label">{say('resident.label')}</h2>
      <div className="card">
        <div className="row">
          <div className="row-words">
            <p>{say('resident.what')}</p>
            <a href={address} target="_blank" rel="noreferrer" className="row-link">
              {address}
            </a>
          </div>
          <div className="row-action">
            <Button kind="tinted" aria-expanded={open} onClick={() => setOpen(!open)}>
              {say(open ? 'fold' : 'resident.code')}
            </Button>
          </div>
        </div>
        {open ? (
          <div className="stack qr-block">
            <QrCode text={address} label={say('resident.code-label')} />
            <CopyLine text={address} />
          </div>
        ) : null}
      </div>
    </section>
  );
}
