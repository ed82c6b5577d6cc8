import { useState } from 'react';
import type { EventWhole } from '../../src/ledger/event-schema.ts';
import { api, once } from '../api/client.ts';
import { useWords } from '../i18n/words.ts';
import { putInOutbox, useOutbox } from '../offline/outbox.ts';
import { useSession, useStation } from '../shell/session.tsx';
import { Button } from '../ui/button.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { ErrorLine } from '../ui/error-line.tsx';
import { useAction, useChange } from '../ui/use-action.ts';
import { type EventDraft, freshEvent } from './event-draft.ts';
import { Pictures } from './pictures.tsx';
import { useLineTitle } from './line-words.ts';

type Proof = EventWhole['attachments'][number];

/** Sign-in sheets, vouchers and photos of one act; more can be added later. */
export function LineProofs({ event }: { event: EventWhole }) {
  const { say } = useWords();
  const { may } = useSession();
  const { items } = useOutbox();
  const known = new Set(event.attachments.map((one) => one.id));
  const coming = items.filter(
    (item) =>
      item.name === 'attach' && item.input.event === event.id && item.state !== 'sent' && !known.has(item.input.id),
  );
  return (
    <section className="card line-part">
      <h2>{say('line.proofs')}</h2>
      {event.attachments.length + coming.length === 0 ? <p className="note">{say('line.proofs-none')}</p> : null}
      <ul className="names">
        {event.attachments.map((proof) => (
          <ProofRow key={proof.id} proof={proof} />
        ))}
        {coming.map((item) => (
          <li key={item.key} className="waiting">
            {item.about} {say('outbox.one-waiting')}
          </li>
        ))}
      </ul>
      {event.standing && may('records.write') ? <AddProof event={event} /> : null}
    </section>
  );
}

function ProofRow({ proof }: { proof: Proof }) {
  const { say } = useWords();
  const { may } = useSession();
  const station = useStation();
  const seeing = useAction();
  const removing = useChange();
  const [shown, setShown] = useState('');
  const [asking, setAsking] = useState(false);
  const name = say(`attachment.${proof.kind}`);
  const of = { station: station.id, id: proof.id };
  const see = () =>
    seeing.run(async () => {
      const { type, content } = await api.ledger.attachment(of);
      setShown(`data:${type};base64,${content}`);
    });
  const remove = () => removing.run(() => api.ledger.removeAttachment(of, once()));
  if (proof.removed) return <li className="quiet">{[name, say('line.proof-removed')].join(say('list.comma'))}</li>;
  return (
    <li>
      <span className="line">
        <Button
          kind="text"
          busy={seeing.busy}
          aria-expanded={shown !== ''}
          onClick={() => (shown ? setShown('') : void see())}
        >
          {shown ? say('fold') : say('line.proof-see', { name })}
        </Button>
        {may('records.write') ? (
          <Button kind="text" busy={removing.busy} onClick={() => setAsking(true)}>
            {say('line.proof-remove')}
          </Button>
        ) : null}
      </span>
      {shown && proof.type === 'application/pdf' ? (
        <a href={shown} download={proof.name}>
          {proof.name}
        </a>
      ) : null}
      {shown && proof.type !== 'application/pdf' ? <img className="proof" src={shown} alt={name} /> : null}
      <ErrorLine sentence={seeing.failure?.sentence} />
      <ErrorLine sentence={removing.failure?.sentence} />
      {asking ? (
        <Confirm
          question={say('line.proof-remove-question', { name })}
          yes={say('line.proof-remove')}
          onYes={() => void remove()}
          onNo={() => setAsking(false)}
        />
      ) : null}
    </li>
  );
}

/** A picture taken later goes straight to the outbox: there is no form to save. */
function AddProof({ event }: { event: EventWhole }) {
  const station = useStation();
  const title = useLineTitle();
  const [draft, setDraft] = useState<EventDraft>(() => freshEvent('other', new Date()));
  async function change(part: Partial<EventDraft>): Promise<void> {
    const [picture] = part.pictures ?? [];
    if (!picture) {
      setDraft({ ...draft, ...part });
      return;
    }
    const input = { ...picture, station: station.id, event: event.id, consent: picture.kind === 'photo' };
    await putInOutbox({ name: 'attach', input }, `${title(event)} · ${picture.name}`, station.id);
  }
  return <Pictures event={draft} change={(part) => void change(part)} />;
}
