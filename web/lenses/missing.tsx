import type { Lens, Reading } from '../../src/lenses/schema.ts';
import { useSession } from '../shell/session.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { Grain } from '../ui/grain.tsx';
import { startOf } from './record-links.ts';
import { useLensWords } from './words.ts';

type Hint = Reading['record'][number];

/** What to record so that a figure comes to be: how much there is, how much is needed, and the way there. */
export function Hints({ hints }: { hints: readonly Hint[] }) {
  if (hints.length === 0) return null;
  return (
    <ul className="hints">
      {hints.map((hint) => (
        <HintLine key={hint.key} hint={hint} />
      ))}
    </ul>
  );
}

function HintLine({ hint }: { hint: Hint }) {
  const { say, both } = useLensWords();
  const { may } = useSession();
  const start = startOf(hint.key);
  const has =
    hint.need === null
      ? hint.have > 0
        ? say('missing.have', { count: hint.have })
        : ''
      : say('missing.have-need', { have: hint.have, need: hint.need });
  return (
    <li className="hint">
      <Grain kind={hint.have > 0 ? 'half' : 'dashed'} />
      <span>
        {both(hint.words)} {has ? <span className="note">{has}</span> : null}
      </span>
      {start && may(start.needs) ? (
        <ButtonLink kind="text" to={start.to} {...(start.params ? { params: start.params } : {})}>
          {say(start.word)}
        </ButtonLink>
      ) : null}
    </li>
  );
}

/** Parts of the chain that no measure feeds yet. */
export const bareParts = ({ parts }: Lens): Lens['parts'] =>
  parts.filter(({ state, measures }) => state === 'none' && measures.length === 0);

/** 还说不了的: parts and measures that nothing feeds yet. */
export function Missing({ lens, readings }: { lens: Lens; readings: readonly Reading[] }) {
  const { say, both } = useLensWords();
  const bare = bareParts(lens);
  if (readings.length === 0 && bare.length === 0) return null;
  return (
    <section className="missing" id="missing">
      <header>
        <h2>{say('missing.title')}</h2>
        <p className="quiet">{say('missing.context')}</p>
      </header>
      <ul className="missing-list">
        {readings.map(({ definition, record }) => (
          <li key={definition.id} id={`measure-${definition.id}`}>
            <h3>{both(definition.question)}</h3>
            <p className="note">{both(definition.name)}</p>
            <Hints hints={record} />
          </li>
        ))}
        {bare.map((part) => (
          <li key={part.key}>
            <h3>{both(part.words)}</h3>
            <p className="note">{both(part.term)}</p>
            <Hints hints={part.record} />
          </li>
        ))}
      </ul>
    </section>
  );
}
