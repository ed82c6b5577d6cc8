import { useQueryClient } from '@tanstack/react-query';
import { newId } from '../../src/platform/ids.ts';
import type { Report } from '../../src/reports/month/schema.ts';
import { api, once } from '../api/client.ts';
import { useWords } from '../i18n/words.ts';
import { useSession, useStation } from '../shell/session.tsx';
import { Button } from '../ui/button.tsx';
import { today } from '../ui/dates.ts';
import { type Action, useAction } from '../ui/use-action.ts';
import { closedBy } from './closing-bar.tsx';

/** 报县: what is needed for it, and what came of it. */
export interface ToCounty extends Action {
  /** Whether the month can be handed in now: by a head, and not twice. */
  offered: boolean;
  send: () => Promise<void>;
}

/**
 * Hands a month in to the county in one tap: closes it, if it is not closed yet, and marks it as reported. Where the
 * network goes away between the two, the month stays closed and the button stays.
 */
export function useToCounty(report: Report | undefined): ToCounty {
  const station = useStation();
  const { may } = useSession();
  const client = useQueryClient();
  const action = useAction();
  const closed = report && closedBy(report);
  const begun = report !== undefined && report.month <= today().slice(0, 7);
  async function send(): Promise<void> {
    if (!report) return;
    await action.run(async () => {
      const id = closed?.id ?? newId();
      if (!closed) await api.reports.closeMonth({ station: station.id, month: report.month, id, note: '' }, once());
      await api.reports.reportMonth({ station: station.id, id }, once());
    });
    await client.invalidateQueries();
  }
  const offered = begun && may('station.manage') && !closed?.reported && report.total.events > 0;
  return { ...action, offered, send };
}

export function ToCountyButton({ toCounty }: { toCounty: ToCounty }) {
  const { say } = useWords();
  if (!toCounty.offered) return null;
  return (
    <Button kind="tinted" busy={toCounty.busy} onClick={() => void toCounty.send()}>
      {say('county.send')}
    </Button>
  );
}
