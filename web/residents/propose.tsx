import { type FormEvent, useRef, useState } from 'react';
import type { Language } from '../i18n/fill.ts';
import { sayDay } from '../ui/dates.ts';
import { FORGET_DAYS } from '../../src/activities/say-rules.ts';
import { isPhone, PhoneField, SendButton, TextField } from './field.tsx';
import { keepProposal } from './kept.ts';
import { freshId, useSending } from './send.ts';
import type { Say } from './words.ts';

interface Props {
  slug: string;
  language: Language;
  say: Say;
}
export interface Proposed {
  code: string;
  owedOn: string;
}

/** 4821 903 775: ten digits as they are read out. */
export const spaced = (code: string) => code.replace(/^(\d{4})(\d{3})(\d{3})$/, '$1 $2 $3');

interface ProposeProps extends Props {
  proposed: Proposed | undefined;
  onProposed: (proposed: Proposed) => void;
}

/** A resident tells a need or a proposal, and is given the number of its answer. */
export function Propose({ proposed, onProposed, ...props }: ProposeProps) {
  return (
    <div className="resident-band">
      {proposed ? <Kept {...props} proposed={proposed} /> : <ProposeForm {...props} onProposed={onProposed} />}
      <p>
        <a className="resident-link" href="#top">
          {props.say(proposed ? 'to-page' : 'back')}
        </a>
      </p>
    </div>
  );
}

const EMPTY = { what: '', place: '', name: '', phone: '' };

function ProposeForm({ slug, say, onProposed }: Props & { onProposed: (proposed: Proposed) => void }) {
  const told = useRef({ words: '', id: '' });
  const [typed, setTyped] = useState(EMPTY);
  const [wrong, setWrong] = useState<{ what?: string; phone?: string; all?: string }>({});
  const { busy, send } = useSending();
  const field = (which: keyof typeof EMPTY) => ({
    value: typed[which],
    onText: (text: string) => setTyped({ ...typed, [which]: text }),
  });
  async function propose(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (typed.what.trim().length < 2) return setWrong({ what: say('propose-needed') });
    if (!isPhone(typed.phone)) return setWrong({ phone: say('phone-wrong') });
    const words = JSON.stringify(typed);
    // Other words are another proposal: one whose answer was lost keeps its own number.
    if (told.current.words !== words) told.current = { words, id: freshId() };
    const sent = await send<Proposed>('propose', { slug, id: told.current.id, ...typed });
    if (sent === 'away') return setWrong({ all: say('not-sent') });
    if ('refused' in sent) return setWrong({ all: sent.refused });
    keepProposal(slug, { code: sent.answer.code, what: typed.what.trim().slice(0, 60) });
    onProposed(sent.answer);
  }
  return (
    <form className="resident-form" noValidate onSubmit={(event) => void propose(event)}>
      <TextField long label={say('propose-what')} {...field('what')} rows={4} maxLength={500} wrong={wrong.what} />
      <TextField label={say('propose-place')} {...field('place')} maxLength={60} />
      <TextField
        label={say('propose-name')}
        hint={say('propose-private', { days: FORGET_DAYS })}
        {...field('name')}
        maxLength={20}
      />
      <PhoneField say={say} {...field('phone')} wrong={wrong.phone} />
      <SendButton say={say} busy={busy} wrong={wrong.all}>
        {say('propose-send')}
      </SendButton>
    </form>
  );
}

function Kept({ proposed, language, say }: Props & { proposed: Proposed }) {
  return (
    <div role="status" className="resident-form">
      <p className="quiet">{say('propose-number')}</p>
      <p className="resident-money">
        <strong>{spaced(proposed.code)}</strong>
      </p>
      <p>{say('propose-owed', { day: sayDay(proposed.owedOn, language) })}</p>
    </div>
  );
}
