import { Link } from '@tanstack/react-router';
import { useWords } from '../i18n/words.ts';
import { useOutbox } from '../offline/outbox.ts';
import { sayTime } from './dates.ts';
import { useOnDesk } from './desk-media.ts';
import { Grain } from './grain.tsx';

/** Whether what was recorded here has arrived. Red only when it needs a hand. */
export function OutboxLine() {
  const { say } = useWords();
  const { waiting, held, lastSentAt } = useOutbox();
  const desk = useOnDesk();
  return (
    <span role="status">
      {held > 0 ? (
        <Link to="/outbox" className="outbox-line is-held">
          {say('outbox.held', { count: held })}
        </Link>
      ) : null}
      {held === 0 && waiting > 0 ? (
        <Link to="/outbox" className="outbox-line is-waiting">
          <Grain kind="half" tone="gold" />
          {say(desk ? 'outbox.waiting-desk' : 'outbox.waiting', { count: waiting })}
        </Link>
      ) : null}
      {held + waiting === 0 && lastSentAt ? (
        <span className="outbox-line">
          <Grain kind="full" tone="green" />
          {say('outbox.sent', { time: sayTime(lastSentAt) })}
        </span>
      ) : null}
    </span>
  );
}
