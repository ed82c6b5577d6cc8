import { useWords } from '../i18n/words.ts';
import { api } from '../api/client.ts';
import { useKept } from '../offline/kept.ts';
import { useSession } from '../shell/session.tsx';
import { Button } from '../ui/button.tsx';
import { sayMoment } from '../ui/dates.ts';
import { ErrorLine } from '../ui/error-line.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Row, RowList } from '../ui/rows.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useBackup } from './use-backup.ts';

/** The program itself: is there a backup, which version, and the short code of the books. */
export function ProgramPage() {
  const { say, language } = useWords();
  const { station, may } = useSession();
  const asked = useKept(
    ['host', station?.id ?? ''],
    () => api.host.status({ station: station?.id ?? '' }),
    station !== undefined,
  );
  const backup = useBackup();
  const keeps = may('host.keep');
  if (station && !asked.value) return <Waiting failure={asked.failure} />;
  const status = asked.value;
  const last = backup.doneAt ?? status?.lastBackupAt;
  return (
    <>
      <PageHead
        title={last ? say('program.title', { when: sayMoment(last, language) }) : say('program.title-never')}
        context={say(keeps ? 'program.context' : 'program.context-see')}
        back={{ to: '/settings', label: say('nav.settings') }}
        actions={
          keeps ? (
            <Button kind="filled" busy={backup.busy} onClick={() => void backup.run()}>
              {say(backup.busy ? 'program.backing-up' : 'program.back-up')}
            </Button>
          ) : undefined
        }
      />
      <div className="inset">
        <ErrorLine sentence={backup.failure?.sentence} />
        <p role="status">{backup.doneAt ? say('program.done') : ''}</p>
      </div>
      {status ? (
        <RowList>
          <Row name={say('program.version')} reason={<span>{status.version}</span>} />
          <Row name={say('program.database')} reason={<span>{say(`program.database-${status.database}`)}</span>} />
          <Row
            name={say('program.head')}
            reason={
              <span>
                {status.head
                  ? say('program.head-value', { count: status.head.lines, code: status.head.code })
                  : say('program.head-none')}
              </span>
            }
          />
        </RowList>
      ) : null}
    </>
  );
}
