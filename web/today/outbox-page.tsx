import { useState } from 'react';
import { useWords } from '../i18n/words.ts';
import { isStale } from '../offline/commands.ts';
import type { OutboxItem } from '../offline/database.ts';
import { changeItem, takeFromOutbox, useOutbox } from '../offline/outbox.ts';
import { wakeSender } from '../offline/wake.ts';
import { Button } from '../ui/button.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { sayMoment } from '../ui/dates.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Row, RowList } from '../ui/rows.tsx';
import { useReopen } from './reopen.ts';

/** What is stored on this device and has not arrived: why, and what can be done. */
export function OutboxPage() {
  const { say } = useWords();
  const { items, waiting, held } = useOutbox();
  const open = items.filter((item) => item.state !== 'sent');
  const title =
    held > 0
      ? say('outbox.title-held', { count: held })
      : waiting > 0
        ? say('outbox.title-waiting', { count: waiting })
        : say('outbox.title-none');
  return (
    <>
      <PageHead
        title={title}
        context={say('outbox.context')}
        back={{ to: '/', label: say('nav.today') }}
        actions={waiting > 0 ? <Button onClick={wakeSender}>{say('outbox.send-now')}</Button> : undefined}
      />
      {open.length === 0 ? (
        <section className="card">
          <EmptyState missing={say('outbox.nothing')} />
        </section>
      ) : (
        <RowList>
          {open.map((item) => (
            <OutboxRow key={item.key} item={item} />
          ))}
        </RowList>
      )}
    </>
  );
}

function OutboxRow({ item }: { item: OutboxItem }) {
  const { say, language } = useWords();
  const reopen = useReopen();
  const [dropping, setDropping] = useState(false);
  return (
    <Row
      name={item.about}
      beside={
        <>
          <span>{say(`outbox.name-${item.name}`)}</span>
          <span>{sayMoment(item.madeAt, language)}</span>
        </>
      }
      reason={<WhyHere item={item} />}
      action={
        <>
          <Button kind={item.state === 'held' ? 'tinted' : 'text'} onClick={() => void reopen(item)}>
            {say(item.state === 'held' ? 'outbox.open' : 'change')}
          </Button>
          {item.state === 'held' ? (
            <>
              {isStale(item) ? null : (
                <Button kind="text" onClick={() => void sendAgain(item)}>
                  {say('outbox.again')}
                </Button>
              )}
              <Button kind="text" onClick={() => setDropping(true)}>
                {say('outbox.drop')}
              </Button>
            </>
          ) : null}
        </>
      }
    >
      {dropping ? (
        <Confirm
          question={say('outbox.drop-question', { name: item.about })}
          yes={say('outbox.drop')}
          onYes={() => void takeFromOutbox(item.key)}
          onNo={() => setDropping(false)}
        />
      ) : null}
    </Row>
  );
}

async function sendAgain(item: OutboxItem): Promise<void> {
  await changeItem(item.key, { state: 'waiting', failure: null });
  wakeSender();
}

function WhyHere({ item }: { item: OutboxItem }) {
  const { say } = useWords();
  if (item.state !== 'held')
    return <span className="waiting">{item.failure?.sentence ?? say('outbox.one-waiting')}</span>;
  const sentences = [item.failure?.sentence, ...(item.failure?.fields ?? []).map((field) => field.message)].filter(
    Boolean,
  );
  return <span className="late">{sentences.join(' ')}</span>;
}
