import { useState } from 'react';
import { api, once } from '../api/client.ts';
import { useWords } from '../i18n/words.ts';
import { useKept } from '../offline/kept.ts';
import { useSession, useStation } from '../shell/session.tsx';
import { Button } from '../ui/button.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { sayDay } from '../ui/dates.ts';
import { ErrorLine } from '../ui/error-line.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Row, RowList } from '../ui/rows.tsx';
import { useChange } from '../ui/use-action.ts';
import { Waiting } from '../ui/waiting.tsx';
import { InviteForm } from './invite-form.tsx';
import { Invitations } from './invitations.tsx';
import './settings.css';

type Colleagues = Awaited<ReturnType<typeof api.access.colleagues>>['items'];

/** Who works here, and how somebody new comes in. */
export function ColleaguesPage() {
  const { say } = useWords();
  const { may } = useSession();
  const station = useStation();
  const asked = useKept(['colleagues', station.id], () => api.access.colleagues({ station: station.id }));
  const [inviting, setInviting] = useState(false);
  if (!asked.value) return <Waiting failure={asked.failure} />;
  const { items } = asked.value;
  const here = items.filter(({ place }) => place === '');
  const people = new Set(here.map((one) => one.account)).size;
  const manages = may('station.manage');
  return (
    <>
      <PageHead
        title={say('colleagues.title', { count: people })}
        context={station.name}
        back={{ to: '/settings', label: say('nav.settings') }}
        actions={
          manages && !inviting ? (
            <Button kind="filled" onClick={() => setInviting(true)}>
              {say('invite')}
            </Button>
          ) : undefined
        }
      />
      {inviting ? <InviteForm onClose={() => setInviting(false)} /> : null}
      <ColleagueList colleagues={here} manages={manages} />
      {here.length < items.length ? (
        <ColleagueList
          colleagues={items.filter(({ place }) => place !== '')}
          manages={manages}
          label={say('colleagues.beyond')}
        />
      ) : null}
      {manages ? <Invitations /> : null}
    </>
  );
}

interface ColleagueListProps {
  colleagues: Colleagues;
  manages: boolean;
  label?: string;
}

function ColleagueList({ colleagues, manages, label }: ColleagueListProps) {
  const { say, language } = useWords();
  const station = useStation();
  const action = useChange();
  const [asking, setAsking] = useState<Colleagues[number]>();
  async function revoke(grant: string): Promise<void> {
    await action.run(() => api.access.revokeGrant({ station: station.id, grant }, once()));
  }
  return (
    <>
      <ErrorLine sentence={action.failure?.sentence} />
      <RowList label={label}>
        {colleagues.map((one) => (
          <Row
            key={one.grant}
            name={one.name}
            beside={
              <>
                <span>{say(`role.${one.role}`)}</span>
                {one.place ? <span>{one.place}</span> : null}
                {one.me ? <span>{say('colleagues.me')}</span> : null}
              </>
            }
            reason={<span>{say('colleagues.since', { day: sayDay(one.since, language) })}</span>}
            action={
              manages && !one.me ? (
                <Button
                  kind="text"
                  busy={action.busy}
                  aria-label={say('colleagues.revoke-of', { name: one.name })}
                  onClick={() => setAsking(one)}
                >
                  {say('colleagues.revoke')}
                </Button>
              ) : undefined
            }
          />
        ))}
      </RowList>
      {asking ? (
        <Confirm
          question={say('colleagues.revoke-question', {
            name: asking.name,
            role: [asking.place, say(`role.${asking.role}`)].filter(Boolean).join(' '),
          })}
          yes={say('colleagues.revoke')}
          onYes={() => void revoke(asking.grant)}
          onNo={() => setAsking(undefined)}
        />
      ) : null}
    </>
  );
}
