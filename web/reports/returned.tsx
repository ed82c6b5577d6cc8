import { Link } from '@tanstack/react-router';
import { api } from '../api/client.ts';
import { useWords } from '../i18n/words.ts';
import { useKept } from '../offline/kept.ts';
import { useStation } from '../shell/session.tsx';
import { partsOf } from './months.ts';

/** Months that the county has returned to be put right, with its reason: each opens the month. */
export function Returned({ butNot }: { butNot?: string }) {
  const { say } = useWords();
  const station = useStation();
  const asked = useKept(['returned-months', station.id], () => api.reports.returnedMonths({ station: station.id }));
  return (asked.value?.items ?? [])
    .filter(({ month }) => month !== butNot)
    .map(({ month, by, why }) => (
      <p key={month} className="inset words">
        <Link to="/reports" search={{ month } as never}>
          {say('county.given-back', partsOf(month))}
        </Link>
        <span className="late">{say('county.given-back-why', { by, why })}</span>
      </p>
    ));
}
