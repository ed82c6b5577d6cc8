import { useRef, useState } from 'react';
import type { Piece, Report } from '../../src/reports/month/schema.ts';
import { api } from '../api/client.ts';
import { useWords } from '../i18n/words.ts';
import { useKept } from '../offline/kept.ts';
import { useStation } from '../shell/session.tsx';
import { Button } from '../ui/button.tsx';
import { sayTime, today } from '../ui/dates.ts';
import { onDesk } from '../ui/desk-media.ts';
import { ErrorLine } from '../ui/error-line.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { monthsUntil, monthToReport, partsOf } from './months.ts';
import { PaperSheet } from './paper-sheet.tsx';
import { ProofPanel } from './proof-panel.tsx';
import { askLists, askReport, useExport } from './use-export.ts';
import './reports.css';

/** 报告: a month on paper, and beside it what is to be checked and where each number comes from. */
export function ReportsPage() {
  const { say, language } = useWords();
  const station = useStation();
  const [month, setMonth] = useState(() => monthToReport(today()));
  const asked = useKept(['report', station.id, month, language], () =>
    api.reports.month({ station: station.id, month }),
  );
  const choice = <MonthChoice month={month} onMonth={setMonth} />;
  if (!asked.value) {
    return (
      <>
        <PageHead title={say('report.title', partsOf(month))} above={choice} />
        <Waiting failure={asked.failure} />
      </>
    );
  }
  return <MonthReport key={`${station.id} ${month}`} report={asked.value} keptAt={asked.keptAt} choice={choice} />;
}

interface MonthReportProps {
  report: Report;
  keptAt: string | null;
  choice: React.ReactNode;
}

function MonthReport({ report, keptAt, choice }: MonthReportProps) {
  const { say } = useWords();
  const [opened, setOpened] = useState<Piece>();
  const panel = useRef<HTMLElement>(null);
  const count = report.doubts.reduce((sum, one) => sum + one.count, 0);
  const show = (piece: Piece | undefined) => {
    setOpened(piece);
    // On a phone the panel is not beside the paper; on a desk it is in sight already.
    panel.current?.scrollIntoView({ block: onDesk() ? 'nearest' : 'start' });
  };
  const [doubt] = report.doubts;
  const parts = partsOf(report.month);
  return (
    <>
      <PageHead
        title={count > 0 ? say('report.title-doubts', { ...parts, count }) : say('report.title', parts)}
        context={say('report.context')}
        above={choice}
        actions={
          doubt ? (
            <Button
              kind="filled"
              onClick={() =>
                show({ text: say('report.doubt-count', { count: doubt.count }), opens: { count: doubt.doubt } })
              }
            >
              {say('report.check', { count })}
            </Button>
          ) : undefined
        }
      />
      {keptAt ? <p className="note inset">{say('shell.kept', { time: sayTime(keptAt) })}</p> : null}
      <Exports month={report.month} />
      <div className="report">
        <PaperSheet paper={report.paper} opened={opened} onOpen={show} />
        <aside className="proof-panel card" ref={panel} aria-live="polite">
          <ProofPanel report={report} opened={opened} onOpen={show} />
        </aside>
      </div>
    </>
  );
}

function MonthChoice({ month, onMonth }: { month: string; onMonth: (month: string) => void }) {
  const { say } = useWords();
  return (
    <select
      className="input report-month"
      aria-label={say('report.month')}
      value={month}
      onChange={(event) => onMonth(event.target.value)}
    >
      {monthsUntil(today()).map((one) => (
        <option key={one} value={one}>
          {say('report.month-name', partsOf(one))}
        </option>
      ))}
    </select>
  );
}

function Exports({ month }: { month: string }) {
  const { say } = useWords();
  const station = useStation();
  const file = useExport();
  const of = { station: station.id, month };
  return (
    <div className="report-exports">
      <Button busy={file.busy} onClick={() => file.fetch(askReport({ ...of, as: 'word' }))}>
        {say('report.word')}
      </Button>
      <Button busy={file.busy} onClick={() => file.fetch(askReport({ ...of, as: 'excel' }))}>
        {say('report.excel')}
      </Button>
      <Button busy={file.busy} onClick={() => file.fetch(askLists(of))}>
        {say('report.lists')}
      </Button>
      <Button onClick={() => window.print()}>{say('report.print')}</Button>
      <span role="status">{file.saved ? say('report.saved', { name: file.saved }) : ''}</span>
      <ErrorLine sentence={file.failure?.sentence} />
    </div>
  );
}
