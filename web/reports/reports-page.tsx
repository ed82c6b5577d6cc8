import { useNavigate, useSearch } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Piece, Report } from '../../src/reports/month/schema.ts';
import { api } from '../api/client.ts';
import { useWords } from '../i18n/words.ts';
import { useKept } from '../offline/kept.ts';
import { useSession, useStation } from '../shell/session.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { sayTime, today } from '../ui/dates.ts';
import { onDesk } from '../ui/desk-media.ts';
import { ErrorLine } from '../ui/error-line.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { ChangesList } from './changes-list.tsx';
import { closedBy, ClosingBar } from './closing-bar.tsx';
import { MonthChoice } from './month-choice.tsx';
import { monthToReport, partsOf } from './months.ts';
import { MonthsPage } from './months-page.tsx';
import { PaperSheet } from './paper-sheet.tsx';
import { ProofPanel } from './proof-panel.tsx';
import { Returned } from './returned.tsx';
import { NotHere, ToCountyButton, useToCounty } from './to-county.tsx';
import { askFilled, askLists, askReport, askTable, useExport } from './use-export.ts';
import './reports.css';

/** 报告: a station's month on paper; for whoever opens no records, which stations have handed theirs in. */
export function ReportsPage() {
  const { may } = useSession();
  return may('records.read') ? <StationReport /> : <MonthsPage />;
}

/** A month on paper, and beside it what is to be checked and where each number comes from. */
function StationReport() {
  const { say } = useWords();
  const station = useStation();
  const navigate = useNavigate();
  const { month = monthToReport(today()), as } = useSearch({ strict: false }) as { month?: string; as?: string };
  const asked = useReport(month);
  const report = asked.value;
  // A month that is closed is shown as it was handed in, until somebody asks for it as it is now.
  const closing = as === 'now' ? undefined : (as ?? (report ? closedBy(report)?.id : undefined));
  const closedNow = report && closedBy(report)?.id;
  const [then, closed] = [useReport(month, closing), useReport(month, closedNow)];
  const go = (search: { month: string; as?: string }) =>
    void navigate({ to: '/reports', search: search as never, replace: true });
  const choice = <MonthChoice month={month} onMonth={(chosen) => go({ month: chosen })} />;
  const shown = closing ? then.value : report;
  if (!report || !shown || (closedNow && !closed.value)) {
    return (
      <>
        <PageHead title={say('report.title', partsOf(month))} above={choice} />
        <Waiting failure={asked.failure ?? then.failure ?? closed.failure} />
      </>
    );
  }
  const show = (one: string | undefined) => go({ month, as: one ?? 'now' });
  return (
    <MonthReport
      key={`${station.id} ${month} ${closing}`}
      report={shown}
      now={report}
      closed={closedNow ? closed.value : undefined}
      closing={closing}
      keptAt={asked.keptAt}
      choice={choice}
      onShow={show}
    />
  );
}

function useReport(month: string, closing?: string) {
  const { language } = useWords();
  const station = useStation();
  return useKept(['report', station.id, month, closing ?? 'now', language], () =>
    api.reports.month({ station: station.id, month, ...(closing ? { closing } : {}) }),
  );
}

interface MonthReportProps {
  report: Report;
  /** The same month as it is now. */
  now: Report;
  /** The same month as it was closed, while it is. */
  closed: Report | undefined;
  /** The closing whose report is shown. */
  closing: string | undefined;
  keptAt: string | null;
  choice: React.ReactNode;
  onShow: (closing: string | undefined) => void;
}

function MonthReport({ report, now, closed, closing, keptAt, choice, onShow }: MonthReportProps) {
  const { say } = useWords();
  const [opened, setOpened] = useState<Piece>();
  const panel = useRef<HTMLElement>(null);
  const changes = useChanges(closing);
  const toCounty = useToCounty(now, onShow);
  const show = (piece: Piece | undefined) => {
    // What stands in the panel now is what is brought into sight, not what stood there before the press.
    flushSync(() => setOpened(piece));
    // On a phone the panel is not beside the paper; on a desk it is in sight already.
    panel.current?.scrollIntoView({ block: onDesk() ? 'nearest' : 'start' });
  };
  const [doubt] = closing ? [] : report.doubts;
  const count = report.doubts.reduce((sum, one) => sum + one.count, 0);
  return (
    <>
      <PageHead
        title={useTitle(report, { closing, changed: changes?.items.length })}
        context={say('report.context')}
        above={choice}
        actions={
          <>
            <ToCountyButton toCounty={toCounty} now={now} closed={closed} />
            {doubt ? (
              <Button
                kind="filled"
                onClick={() =>
                  show({ text: say('report.doubt-count', { count: doubt.count }), opens: { count: doubt.doubt } })
                }
              >
                {say('report.check', { count })}
              </Button>
            ) : null}
          </>
        }
      />
      {keptAt ? <p className="note inset">{say('shell.kept', { time: sayTime(keptAt) })}</p> : null}
      <ErrorLine sentence={toCounty.failure?.sentence} />
      <Returned butNot={report.month} />
      <div className="report-bar">
        <ClosingBar report={now} shown={closing} onShow={onShow} />
        {onDesk() ? (
          <Exports month={report.month} closing={closing} />
        ) : (
          <details className="report-fold">
            <summary>{say('report.outputs')}</summary>
            <Exports month={report.month} closing={closing} />
          </details>
        )}
        <NotHere can={toCounty.can} />
      </div>
      {report.total.events === 0 && !closing ? (
        <p className="inset line">
          <span>{say('report.none-todo')}</span>
          <ButtonLink to="/record" kind="tinted">
            {say('nav.record')}
          </ButtonLink>
          <ButtonLink to="/import">{say('first.excel')}</ButtonLink>
        </p>
      ) : null}
      <div className="report">
        <PaperSheet paper={report.paper} opened={opened} onOpen={show} />
        <aside className="proof-panel card" ref={panel} aria-live="polite">
          <ProofPanel report={report} closing={closing} opened={opened} onOpen={show}>
            {changes ? <ChangesList changes={changes} was={report.total} now={now.total} /> : null}
          </ProofPanel>
        </aside>
      </div>
    </>
  );
}

function useChanges(closing: string | undefined) {
  const station = useStation();
  const asked = useKept(
    ['report-changes', station.id, closing ?? 'none'],
    () => api.reports.changes({ station: station.id, closing: closing ?? '' }),
    closing !== undefined,
  );
  return closing ? asked.value : undefined;
}

function useTitle(report: Report, of: { closing: string | undefined; changed: number | undefined }): string {
  const { say } = useWords();
  const parts = partsOf(report.month);
  if (of.closing && of.changed) return say('report.title-changed', { ...parts, count: of.changed });
  if (of.closing) return say('report.title-closed', parts);
  const count = report.doubts.reduce((sum, one) => sum + one.count, 0);
  return count > 0 ? say('report.title-doubts', { ...parts, count }) : say('report.title', parts);
}

function Exports({ month, closing }: { month: string; closing: string | undefined }) {
  const { say } = useWords();
  const station = useStation();
  const file = useExport();
  const of = { station: station.id, month, ...(closing ? { closing } : {}) };
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
      <OwnForms of={of} file={file} />
      <Button onClick={() => window.print()}>{say('report.print')}</Button>
      <span className="report-links">
        <ButtonLink to="/reports/forms" kind="text">
          {say('forms.title')}
        </ButtonLink>
        <ButtonLink to="/reports/contract" kind="text">
          {say('contract.link')}
        </ButtonLink>
      </span>
      <span role="status" className="report-saved">
        {file.saved ? say('report.saved', { name: file.saved }) : ''}
      </span>
      <ErrorLine sentence={file.failure?.sentence} />
    </div>
  );
}

interface OwnFormsProps {
  of: { station: string; month: string; closing?: string };
  file: ReturnType<typeof useExport>;
}

/** The county's own forms and the tables of platforms that the station keeps. */
function OwnForms({ of, file }: OwnFormsProps) {
  const { say } = useWords();
  const { station } = of;
  const templates = useKept(['templates', station], () => api.reports.templates({ station }));
  const profiles = useKept(['profiles', station], () => api.reports.profiles({ station }));
  return (
    <>
      {templates.value?.items.map(({ id, name }) => (
        <Button key={id} busy={file.busy} onClick={() => file.fetch(askFilled({ ...of, template: id }))}>
          {say('report.as-form', { name: name.replace(/\.docx$/i, '') })}
        </Button>
      ))}
      {profiles.value?.items.map(({ id, name }) => (
        <Button key={id} busy={file.busy} onClick={() => file.fetch(askTable({ ...of, profile: id }))}>
          {say('report.as-form', { name })}
        </Button>
      ))}
    </>
  );
}
