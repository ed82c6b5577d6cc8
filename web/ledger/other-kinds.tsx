import { Link } from '@tanstack/react-router';
import { useWords } from '../i18n/words.ts';
import { OFFERED } from './kinds.ts';
import './ledger.css';

/** Everything that can be recorded besides a visit: one tap to its form. */
export function OtherKinds() {
  const { say } = useWords();
  return (
    <nav className="other-kinds inset" aria-label={say('record.others')}>
      <span className="quiet">{say('record.others')}</span>
      {OFFERED.map((kind) => (
        <Link key={kind} to="/record/$kind" params={{ kind }} className="kind-chip">
          {say(`kind.${kind}`)}
        </Link>
      ))}
    </nav>
  );
}
