import { Link } from '@tanstack/react-router';
import { api } from '../api/client.ts';
import { useWords } from '../i18n/words.ts';
import { useKept } from '../offline/kept.ts';
import { useSession, useStation } from '../shell/session.tsx';

/** Residents cannot call or come to a station that has not said its telephone and address: where to say them. */
export function StationUnsaid() {
  const { say } = useWords();
  const { may } = useSession();
  const { id: station } = useStation();
  const { value } = useKept(['station', station], () => api.places.station({ station }));
  if (!value || (value.phone && value.address) || !may('records.write')) return null;
  const missing = value.phone ? 'address' : value.address ? 'phone' : 'both';
  return (
    <p className="inset">
      <Link to="/settings/station" className="row-link">
        {say(`unsaid.${missing}`)}
      </Link>
    </p>
  );
}
