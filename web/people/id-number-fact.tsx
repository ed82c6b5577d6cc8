import { useState } from 'react';
import type { Person } from '../../src/people/schema.ts';
import { api, once } from '../api/client.ts';
import { useWords } from '../i18n/words.ts';
import { useSession, useStation } from '../shell/session.tsx';
import { Button } from '../ui/button.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { ErrorLine } from '../ui/error-line.tsx';
import { useChange } from '../ui/use-action.ts';

/** The ID number with its middle hidden. The whole of it is shown on request, and who asked is noted. */
export function IdNumberFact({ person }: { person: Person }) {
  const { say } = useWords();
  const { may } = useSession();
  const station = useStation();
  const action = useChange();
  const [asking, setAsking] = useState(false);
  const [whole, setWhole] = useState<string | null>(null);
  const { idNumber } = person;
  if (!idNumber) return <span className="quiet">{say('person.not-recorded')}</span>;

  async function reveal(): Promise<void> {
    const input = { station: station.id, id: person.id };
    await action.run(async () => setWhole((await api.people.revealIdNumber(input, once())).idNumber));
  }
  return (
    <>
      <span className="id-number">{whole ?? idNumber.masked ?? say('id.no-key')}</span>{' '}
      {idNumber.masked && may('records.write') ? (
        <Button kind="text" busy={action.busy} onClick={() => (whole ? setWhole(null) : setAsking(true))}>
          {say(whole ? 'id.hide' : 'id.reveal')}
        </Button>
      ) : null}
      {idNumber.doubt ? <span className="waiting"> {say(`id.doubt-${idNumber.doubt}`)}</span> : null}
      <ErrorLine sentence={action.failure?.sentence} />
      {asking ? (
        <Confirm
          question={say('id.reveal-question', { name: person.name })}
          yes={say('id.reveal-yes')}
          onYes={() => void reveal()}
          onNo={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}
