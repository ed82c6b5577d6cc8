import { api } from '../api/client.ts';
import { useWords } from '../i18n/words.ts';
import { useKept } from '../offline/kept.ts';
import { useSession, useStation } from '../shell/session.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { sayDay } from '../ui/dates.ts';
import { Row, RowList } from '../ui/rows.tsx';

/** Groups and councils that meet again: one tap to the sign-in with the names of last time. */
export function Gatherings() {
  const { say, language } = useWords();
  const { may } = useSession();
  const station = useStation();
  const asked = useKept(['gatherings', station.id], () => api.ledger.gatherings({ station: station.id, limit: 50 }));
  const items = asked.value?.items ?? [];
  if (!asked.value) return null;
  if (items.length === 0) return <p className="note inset">{say('gatherings.none')}</p>;
  return (
    <RowList label={say('gatherings.label')}>
      {items.map((one) => (
        <Row
          key={one.id}
          name={one.name}
          beside={<span>{say(`kind.${one.kind}`)}</span>}
          reason={
            <>
              <span>{say('gatherings.times', { count: one.times })}</span>
              {one.lastOn ? <span>{say('gatherings.last', { day: sayDay(one.lastOn, language) })}</span> : null}
            </>
          }
          action={
            may('records.write') ? (
              <ButtonLink to="/gatherings/$id/sign-in" params={{ id: one.id }} kind="tinted">
                {say('attend.open')}
              </ButtonLink>
            ) : undefined
          }
        />
      ))}
    </RowList>
  );
}
