import { Link } from '@tanstack/react-router';
import type { Piece, Report } from '../../src/reports/month/schema.ts';
import { useWords } from '../i18n/words.ts';
import { Button } from '../ui/button.tsx';
import { sayDay } from '../ui/dates.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { OpenedNumber } from './opened-number.tsx';

interface ProofPanelProps {
  report: Report;
  opened: Piece | undefined;
  onOpen: (piece: Piece | undefined) => void;
  /** The closing whose report is shown. */
  closing: string | undefined;
  /** What has changed since a closed month was handed in: stands where the doubts of an open one stand. */
  children: React.ReactNode;
}

/** Beside the paper: what is to be checked, or one number at its rows. */
export function ProofPanel({ report, opened, onOpen, closing, children }: ProofPanelProps) {
  const { say } = useWords();
  if (!opened) return closing ? children : <Doubts report={report} onOpen={onOpen} />;
  return (
    <>
      <Button kind="text" onClick={() => onOpen(undefined)}>
        ‹ {say(closing ? 'closing.to-changes' : 'report.to-doubts')}
      </Button>
      <OpenedNumber report={report} closing={closing} piece={opened} />
    </>
  );
}

function Doubts({ report, onOpen }: Pick<ProofPanelProps, 'report' | 'onOpen'>) {
  const { say } = useWords();
  const { doubts } = report;
  if (doubts.length === 0) {
    return (
      <>
        <EmptyState missing={say('report.doubts-none')} todo={say('report.doubts-none-todo')} />
        <NextSteps report={report} />
      </>
    );
  }
  return (
    <>
      <h2>{say('report.doubts')}</h2>
      <p className="note">{say('report.doubts-note')}</p>
      <ul className="proof-rows proof-doubts">
        {doubts.map(({ doubt, count }) => {
          const text = say('report.doubt-count', { count });
          return (
            <li key={doubt}>
              <span>{say(`report.doubt.${doubt}`)}</span>
              <button type="button" className="paper-number" onClick={() => onOpen({ text, opens: { count: doubt } })}>
                {text}
              </button>
            </li>
          );
        })}
      </ul>
      <NextSteps report={report} />
    </>
  );
}

/** What was agreed with people stays in the station: it stands beside the paper and not on it. */
function NextSteps({ report }: { report: Report }) {
  const { say, language } = useWords();
  const { steps } = report.plan;
  if (steps.length === 0) return null;
  return (
    <>
      <h2>{say('report.next')}</h2>
      <ul className="proof-rows proof-people">
        {steps.map((step) => (
          <li key={step.event}>
            <span>{sayDay(step.dueOn, language)}</span>
            <Link to="/events/$id" params={{ id: step.event }}>
              {[step.person, step.what].filter((words) => words !== '').join(say('list.comma'))}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
