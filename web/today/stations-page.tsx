import { useWords } from '../i18n/words.ts';
import { useSession, useSessionDoor } from '../shell/session.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Row, RowList } from '../ui/rows.tsx';

/** For whoever sees stations but no personal files: county officers, managers, evaluators, cadres; and keepers. */
export function StationsPage() {
  const { say } = useWords();
  const { me, station } = useSession();
  const { chooseStation } = useSessionDoor();
  return (
    <>
      <PageHead title={say('stations.title', { count: me.stations.length })} context={say(me.stations.length > 0 ? 'stations.context' : 'stations.none-context')} />
      {me.stations.length === 0 ? (
        <section className="card">
          <EmptyState missing={say('stations.none')} todo={say('stations.none-todo')} />
        </section>
      ) : (
        <RowList>
          {me.stations.map((one) => (
            <Row
              key={one.id}
              name={one.name}
              beside={<span>{one.countyName}</span>}
              action={
                one.id === station?.id ? (
                  <ButtonLink to="/settings/station" kind="tinted">
                    {say('look')}
                  </ButtonLink>
                ) : (
                  <Button onClick={() => chooseStation(one.id)}>{say('stations.choose')}</Button>
                )
              }
            />
          ))}
        </RowList>
      )}
    </>
  );
}
