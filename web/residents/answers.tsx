import { type FormEvent, useState } from 'react';
import { isEnd } from '../../src/activities/codes.ts';
import type { PublicProposal } from '../../src/activities/say-schema.ts';
import type { Language } from '../i18n/fill.ts';
import { dayOf, sayDay, today } from '../ui/dates.ts';
import { TextField } from './field.tsx';
import { forgetAll, listKeptProposals, useHasKept } from './kept.ts';
import { spaced } from './propose.tsx';
import { look } from './send.ts';
import type { Say } from './words.ts';

interface Props {
  slug: string;
  language: Language;
  say: Say;
}

interface AnswersProps extends Props {
  onForgotten: () => void;
}

/** Looks up what became of a proposal: those of this phone by a tap, any other by its number. */
export function Answers({ onForgotten, ...props }: AnswersProps) {
  const { slug, say } = props;
  const kept = listKeptProposals(slug);
  const keeps = useHasKept();
  return (
    <section>
      <h2 className="resident-label">{say('ask')}</h2>
      <ul className="resident-band resident-list">
        {kept.map((one) => (
          <KeptOne key={one.code} {...props} code={one.code} what={one.what} />
        ))}
        <li>
          <AskByNumber {...props} />
        </li>
        {keeps ? (
          <li>
            <p>
              <button
                type="button"
                className="resident-link"
                onClick={() => {
                  forgetAll();
                  onForgotten();
                }}
              >
                {say('forget')}
              </button>
            </p>
            <p className="note">{say('forget-why')}</p>
          </li>
        ) : null}
      </ul>
    </section>
  );
}

function useLook({ slug, say }: Props) {
  const [found, setFound] = useState<PublicProposal>();
  const [wrong, setWrong] = useState('');
  const [busy, setBusy] = useState(false);
  async function ask(code: string): Promise<void> {
    setBusy(true);
    const sent = await look<PublicProposal>('proposal', { slug, code });
    setBusy(false);
    const answer = sent !== 'away' && 'answer' in sent ? sent.answer : undefined;
    setFound(answer);
    if (sent === 'away') setWrong(say('not-sent'));
    else setWrong('refused' in sent ? (sent.status === 404 ? say('ask-none') : sent.refused) : '');
  }
  return { found, wrong, setWrong, busy, ask };
}

function KeptOne({ code, what, ...props }: Props & { code: string; what: string }) {
  const { say, language } = props;
  const { found, wrong, busy, ask } = useLook(props);
  return (
    <li>
      <h3>{what}</h3>
      <p className="quiet">{spaced(code)}</p>
      {found ? <Told found={found} language={language} say={say} /> : null}
      {wrong ? <p className="field-wrong">{wrong}</p> : null}
      {found ? null : (
        <p>
          <button
            type="button"
            className="resident-link"
            aria-label={say('ask-of', { what })}
            disabled={busy}
            onClick={() => void ask(code)}
          >
            {say(busy ? 'opening' : 'ask-go')}
          </button>
        </p>
      )}
    </li>
  );
}

function AskByNumber(props: Props) {
  const { say, language } = props;
  const [typed, setTyped] = useState('');
  const { found, wrong, setWrong, busy, ask } = useLook(props);
  function submit(event: FormEvent): void {
    event.preventDefault();
    const code = typed.replace(/\D/g, '');
    if (code.length === 10) void ask(code);
    else setWrong(say('ask-none'));
  }
  return (
    <form className="resident-form" noValidate onSubmit={submit}>
      <TextField
        label={say('ask-number')}
        value={typed}
        onText={setTyped}
        inputMode="numeric"
        maxLength={14}
        wrong={wrong}
      />
      <button type="submit" className="resident-act" disabled={busy}>
        {say(busy ? 'opening' : 'ask-go')}
      </button>
      {found ? (
        <div>
          {found.struck ? null : <h3>{found.what}</h3>}
          <Told found={found} language={language} say={say} />
        </div>
      ) : null}
    </form>
  );
}

function Told({ found, language, say }: { found: PublicProposal; language: Language; say: Say }) {
  const { answered, read, owedOn, struck } = found;
  const owed = say(answered ? 'ask-next' : read ? 'ask-read' : 'ask-owed', { day: sayDay(owedOn, language) });
  if (struck) return <p role="status">{say('ask-struck')}</p>;
  return (
    <div role="status">
      {answered ? (
        <p>
          <strong>{say(`outcome-${answered.outcome}`)}</strong> {answered.answer}{' '}
          <span className="quiet">{sayDay(dayOf(answered.at), language)}</span>
        </p>
      ) : null}
      {answered && isEnd(answered.outcome) ? null : <p>{owedOn < today() ? say('ask-late') : owed}</p>}
    </div>
  );
}
