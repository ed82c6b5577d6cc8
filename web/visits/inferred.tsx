import { useWords } from '../i18n/words.ts';
import { api } from '../api/client.ts';
import { useKept } from '../offline/kept.ts';
import { useSession, useStation } from '../shell/session.tsx';
import { Chips } from '../ui/chips.tsx';
import { sayNearDay, today } from '../ui/dates.ts';
import { DayField } from '../ui/day-field.tsx';
import { TimeField } from '../ui/time-field.tsx';
import type { VisitDraft } from './visit-draft.ts';

/** Those at the station who visit and record, without oneself. */
export function useColleagues() {
  const { me } = useSession();
  const station = useStation();
  const all =
    useKept(['colleagues', station.id], () => api.access.colleagues({ station: station.id })).value?.items ?? [];
  const names = new Map(
    all
      .filter((one) => one.account !== me.id && ['worker', 'head'].includes(one.role))
      .map((one) => [one.account, one.name]),
  );
  return [...names].map(([value, words]) => ({ value, words }));
}

/** One line that says what is written without being asked, with 改. */
export function Inferred({ visit, open, onOpen }: { visit: VisitDraft; open: boolean; onOpen: () => void }) {
  const { say, language } = useWords();
  const { me } = useSession();
  const colleagues = useColleagues();
  const workers = [
    me.name,
    ...visit.workers.map((id) => colleagues.find((one) => one.value === id)?.words ?? ''),
  ].filter(Boolean);
  const params = {
    workers: workers.join(say('list.comma')),
    day: sayNearDay(visit.day, language),
    time: visit.time,
    channel: say(`channel.${visit.channel}`),
    met: say(`met.${visit.met}`),
  };
  return (
    <div className="inferred">
      <p>{say('visit.inferred', params)}</p>
      <button
        type="button"
        className="button text"
        aria-expanded={open}
        aria-controls="visit-inferred"
        aria-label={say('visit.inferred-change')}
        onClick={onOpen}
      >
        {say(open ? 'fold' : 'change')}
      </button>
    </div>
  );
}

interface DetailsProps {
  visit: VisitDraft;
  change: (part: Partial<VisitDraft>) => void;
  wrong: (field: string) => string | undefined;
}

const CHANNELS = ['in-person', 'phone', 'wechat'] as const;
const MET = ['self', 'family', 'other', 'nobody'] as const;

/** The same, opened: when, how, whom she met, and who went along. */
export function InferredDetails({ visit, change, wrong }: DetailsProps) {
  const { say } = useWords();
  const colleagues = useColleagues();
  return (
    <div className="stack" id="visit-inferred">
      <div className="pair">
        <DayField
          id="visit-when"
          label={say('visit.when-day')}
          value={visit.day}
          onDay={(day) => change({ day })}
          to={today()}
          wrong={wrong('visit-when')}
        />
        <TimeField label={say('visit.when-time')} value={visit.time} onTime={(time) => change({ time })} />
      </div>
      <Chips
        label={say('visit.met')}
        columns={4}
        chips={MET.map((value) => ({ value, words: say(`met-short.${value}`) }))}
        chosen={[visit.met]}
        onChange={([met = 'self']) => change({ met })}
      />
      <Chips
        label={say('visit.channel')}
        columns={4}
        chips={CHANNELS.map((value) => ({ value, words: say(`channel.${value}`) }))}
        chosen={[visit.channel]}
        onChange={([channel = 'in-person']) => change({ channel })}
      />
      {colleagues.length > 0 ? (
        <Chips
          label={say('visit.workers')}
          hint={say('visit.several')}
          several
          chips={colleagues}
          chosen={visit.workers}
          onChange={(workers) => change({ workers: workers.slice(0, 5) })}
        />
      ) : null}
    </div>
  );
}
