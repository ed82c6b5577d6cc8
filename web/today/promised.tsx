import { Link } from '@tanstack/react-router';
import type { Today } from '../../src/activities/schema.ts';
import { useWords } from '../i18n/words.ts';
import { shortVillage } from '../people/person-words.ts';
import { daysBetween, today } from '../ui/dates.ts';
import { Row, RowList } from '../ui/rows.tsx';

/** What earlier work left to be done. */
export function Steps({ steps }: { steps: Today['steps'] }) {
  const { say } = useWords();
  if (steps.length === 0) return null;
  return (
    <RowList label={say('today.steps')}>
      {steps.map((step) => {
        const late = daysBetween(step.dueOn, today());
        return (
          <Row
            key={step.event}
            name={
              <Link to="/events/$id" params={{ id: step.event }}>
                {step.what}
              </Link>
            }
            beside={<span>{step.title || step.person}</span>}
            reason={late > 0 ? <span className="late">{say('today.late', { count: late })}</span> : undefined}
          />
        );
      })}
    </RowList>
  );
}

/** What residents proposed and waits for an answer now, and what waits too long. */
export function Proposed({ proposals }: { proposals: Today['proposals'] | undefined }) {
  const { say } = useWords();
  const { due = 0, late = 0 } = proposals ?? {}; // an answer kept on the device since an earlier version has none
  if (!due) return null;
  return (
    <p className="inset today-proposed words">
      <Link to="/proposals">{say('proposals.name')}</Link>
      <span>{say('today.proposals', { count: due })}</span>
      {late > 0 ? <span className="late">{say('today.proposals-late', { count: late })}</span> : null}
    </p>
  );
}

/** Where the overdue households are: the village with the most first. */
export function Overdue({ villages }: { villages: Today['overdue'] }) {
  const { say } = useWords();
  if (villages.length < 2) return null;
  return (
    <section className="rows-section">
      <h2 className="rows-label">{say('today.overdue')}</h2>
      <p className="overdue card">
        {villages.map((one) => (
          <span key={one.village}>
            {say('today.overdue-village', {
              village: one.name ? shortVillage(one.name) : say('today.no-village'),
              count: one.households,
            })}
          </span>
        ))}
      </p>
    </section>
  );
}
