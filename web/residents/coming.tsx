import { type FormEvent, useRef, useState } from 'react';
import { FORGET_DAYS } from '../../src/activities/say-rules.ts';
import type { PublicStation } from '../../src/activities/schema.ts';
import { isPhone, PhoneField, SendButton, TextField } from './field.tsx';
import { findKeptComing, type KeptComing, keepComing } from './kept.ts';
import { freshId, useSending } from './send.ts';
import type { Say } from './words.ts';

type Notice = PublicStation['notices'][number];
interface Props {
  slug: string;
  notice: Notice;
  say: Say;
}

const MOST_PEOPLE = 20;

/** 我要去 and 提醒我 beside a notice, and below it what this phone said. */
export function useComing({ slug, notice, say }: Props) {
  const [said, setSaid] = useState(() => findKeptComing(notice.id));
  const [open, setOpen] = useState(false);
  const over = Date.parse(notice.startsAt) <= Date.now();
  if (notice.cancelled) return { acts: null, below: said ? <p className="resident-said">{say('go-off')}</p> : null };
  const acts = over ? null : (
    <div className="resident-acts">
      {said || open ? null : (
        <button
          type="button"
          className="resident-act"
          aria-label={say('go-of', { title: notice.title })}
          onClick={() => setOpen(true)}
        >
          {say('go')}
        </button>
      )}
      <a
        className={said ? 'resident-act' : 'resident-act is-quiet'}
        href={`/c/${encodeURIComponent(slug)}/${notice.id}.ics`}
        aria-label={say('remind-of', { title: notice.title })}
      >
        {say('remind')}
      </a>
    </div>
  );
  const change = (kept: KeptComing | undefined) => {
    keepComing(notice.id, kept);
    setSaid(kept);
    setOpen(false);
  };
  const below = over ? null : said ? (
    <Said slug={slug} notice={notice} say={say} said={said} onChange={change} />
  ) : open ? (
    <Going slug={slug} notice={notice} say={say} onSaid={change} onBack={() => setOpen(false)} />
  ) : null;
  return { acts, below };
}

function Going({
  slug,
  notice,
  say,
  onSaid,
  onBack,
}: Props & { onSaid: (kept: KeptComing) => void; onBack: () => void }) {
  const id = useRef(freshId());
  const [typed, setTyped] = useState({ name: '', phone: '' });
  const [people, setPeople] = useState(1);
  const [wrong, setWrong] = useState<{ name?: string; phone?: string; all?: string }>({});
  const { busy, send } = useSending();
  async function go(event: FormEvent): Promise<void> {
    event.preventDefault();
    const name = typed.name.trim();
    const phone = typed.phone.trim();
    if (!name) return setWrong({ name: say('name-needed') });
    if (!isPhone(phone)) return setWrong({ phone: say('phone-wrong') });
    const sent = await send('coming', { slug, notice: notice.id, id: id.current, name, people, phone });
    if (sent === 'away') setWrong({ all: say('not-sent') });
    else if ('refused' in sent) setWrong({ all: sent.refused });
    else onSaid({ id: id.current, name, people });
  }
  return (
    <form className="resident-form" noValidate onSubmit={(event) => void go(event)}>
      <TextField
        label={say('go-name')}
        value={typed.name}
        onText={(name) => setTyped({ ...typed, name })}
        hint={say('go-private', { days: FORGET_DAYS })}
        maxLength={20}
        wrong={wrong.name}
        autoFocus
      />
      <People people={people} say={say} onPeople={setPeople} />
      <PhoneField say={say} value={typed.phone} onText={(phone) => setTyped({ ...typed, phone })} wrong={wrong.phone} />
      <SendButton say={say} busy={busy} wrong={wrong.all}>
        {say('go-send')}
      </SendButton>
      <button type="button" className="resident-link" onClick={onBack}>
        {say('back')}
      </button>
    </form>
  );
}

/** How many come, by two large buttons: no number pad is needed. */
function People({ people, say, onPeople }: { people: number; say: Say; onPeople: (people: number) => void }) {
  return (
    <fieldset className="resident-people">
      <legend className="field-label">{say('go-people')}</legend>
      <button type="button" aria-label={say('fewer')} disabled={people === 1} onClick={() => onPeople(people - 1)}>
        −
      </button>
      <output>{say('persons', { count: people })}</output>
      <button
        type="button"
        aria-label={say('more')}
        disabled={people === MOST_PEOPLE}
        onClick={() => onPeople(people + 1)}
      >
        +
      </button>
    </fieldset>
  );
}

interface SaidProps extends Props {
  said: KeptComing;
  onChange: (kept: undefined) => void;
}

function Said({ slug, said, say, onChange }: SaidProps) {
  const [wrong, setWrong] = useState('');
  const { busy, send } = useSending();
  async function back(): Promise<void> {
    const sent = await send('not-coming', { slug, id: said.id });
    if (sent === 'away') setWrong(say('not-sent'));
    else if ('refused' in sent && sent.status !== 404) setWrong(sent.refused);
    else onChange(undefined); // gone already is gone
  }
  return (
    <div className="resident-said" role="status">
      <span>{say('go-said', { name: said.name, count: said.people })}</span>
      <button type="button" className="resident-link" disabled={busy} onClick={() => void back()}>
        {say(busy ? 'sending' : 'go-back')}
      </button>
      {wrong ? <p className="field-wrong">{wrong}</p> : null}
    </div>
  );
}
