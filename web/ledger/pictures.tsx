import { useId, useState } from 'react';
import { useWords } from '../i18n/words.ts';
import { Button } from '../ui/button.tsx';
import { ErrorLine } from '../ui/error-line.tsx';
import type { EventDraft, Picture } from './event-draft.ts';
import { type PictureFault, readPicture } from './picture.ts';

const KINDS = ['sign-in-sheet', 'voucher', 'photo'] as const;

interface PicturesProps {
  event: EventDraft;
  change: (part: Partial<EventDraft>) => void;
  kinds?: readonly Picture['kind'][];
}

/** Proof: photographed on the spot, made small, kept with the record until both have arrived. */
export function Pictures({ event, change, kinds = KINDS }: PicturesProps) {
  const { say } = useWords();
  const [fault, setFault] = useState<PictureFault>();
  const consent = useId();
  async function add(file: File | undefined, kind: Picture['kind']): Promise<void> {
    if (!file) return;
    const read = await readPicture(file, kind);
    setFault(typeof read === 'string' ? read : undefined);
    if (typeof read !== 'string') change({ pictures: [...event.pictures, read] });
  }
  const shown = event.consent ? kinds : kinds.filter((kind) => kind !== 'photo');
  return (
    <div className="stack">
      <div className="pictures">
        {event.pictures.map((picture) => (
          <Taken
            key={picture.id}
            picture={picture}
            onRemove={() => change({ pictures: event.pictures.filter((one) => one.id !== picture.id) })}
          />
        ))}
        {shown.map((kind) => (
          <label key={kind} className="button plain picture-add">
            {say('event.picture-add', { kind: say(`attachment.${kind}`) })}
            <input
              type="file"
              accept="image/*,application/pdf"
              className="picture-file"
              onChange={(typed) => void add(typed.target.files?.[0], kind)}
            />
          </label>
        ))}
      </div>
      {kinds.includes('photo') ? (
        <label className="check" htmlFor={consent}>
          <input
            id={consent}
            type="checkbox"
            checked={event.consent}
            onChange={(typed) => change({ consent: typed.target.checked })}
          />
          {say('event.picture-consent')}
        </label>
      ) : null}
      <ErrorLine sentence={fault ? say(`event.picture-${fault}`) : undefined} />
    </div>
  );
}

function Taken({ picture, onRemove }: { picture: Picture; onRemove: () => void }) {
  const { say } = useWords();
  const name = say(`attachment.${picture.kind}`);
  return (
    <div className="picture">
      {picture.type === 'application/pdf' ? (
        <span className="picture-pdf">PDF</span>
      ) : (
        <img src={`data:${picture.type};base64,${picture.content}`} alt={name} />
      )}
      <span>{name}</span>
      <Button kind="text" aria-label={say('event.picture-remove', { name })} onClick={onRemove}>
        ✕
      </Button>
    </div>
  );
}
