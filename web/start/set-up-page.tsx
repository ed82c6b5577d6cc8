import { type FormEvent, useState } from 'react';
import type { Area } from '../../src/places/schema.ts';
import { newId } from '../../src/platform/ids.ts';
import { api, once } from '../api/client.ts';
import { useWords, type Word } from '../i18n/words.ts';
import { Gate } from '../shell/gate.tsx';
import { useSessionDoor } from '../shell/session.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { ErrorLine } from '../ui/error-line.tsx';
import { TextField } from '../ui/field.tsx';
import { Redirect } from '../ui/redirect.tsx';
import { fieldSentence, useAction } from '../ui/use-action.ts';
import { AccountFields, type AccountTyping, accountWrongs, EMPTY_ACCOUNT } from './account-fields.tsx';
import { AreaPicker } from './area-picker.tsx';

interface SetUpTyping {
  areas: Area[];
  station: string;
  operator: string;
  code: string;
  account: AccountTyping;
}

function setUpWrongs(typing: SetUpTyping, needsCode: boolean): { field: string; word: Word }[] {
  const wrongs: { field: string; word: Word }[] = [];
  if (typing.areas.length < 4) wrongs.push({ field: `area-${typing.areas.length}`, word: 'set-up.wrong-town' });
  if (typing.station.trim().length < 2) wrongs.push({ field: 'station-name', word: 'set-up.wrong-station' });
  if (typing.operator.trim().length < 2) wrongs.push({ field: 'station-operator', word: 'set-up.wrong-operator' });
  if (needsCode && typing.code.trim() === '') wrongs.push({ field: 'set-up-code', word: 'set-up.wrong-code' });
  return [...wrongs, ...accountWrongs(typing.account)];
}

/** One id for the station however often the button is pressed. */
function useSetUp() {
  const { reload } = useSessionDoor();
  const action = useAction();
  const [id] = useState(newId);
  async function setUp(typing: SetUpTyping): Promise<void> {
    const { areas, station, operator, code, account } = typing;
    const done = await action.run(async () => {
      await api.access.setUp(
        {
          code: code.trim(),
          station: { id, town: areas[3]?.code ?? '', name: station.trim(), operator: operator.trim() },
          account,
        },
        once({ patient: true }),
      );
      await api.access.signIn({ login: account.username.trim(), password: account.password }, once());
    });
    if (done) await reload();
  }
  return { ...action, setUp };
}

export function SetUpPage() {
  const { say } = useWords();
  const { session } = useSessionDoor();
  const { busy, failure, setUp } = useSetUp();
  const [tried, setTried] = useState(false);
  const [typing, setTyping] = useState<SetUpTyping>({
    areas: [],
    station: '',
    operator: '',
    code: '',
    account: EMPTY_ACCOUNT,
  });
  if (session.state === 'loading') return null;
  if (session.state === 'in') return <Redirect to="/first-steps" />;
  if (session.state === 'away' || session.installation.state === 'ready') return <Redirect to="/" />;
  const needsCode = session.installation.needsSetUpCode;
  const wrongs = tried ? setUpWrongs(typing, needsCode) : [];
  const wrong = (field: string) => wrongs.filter((one) => one.field === field).map((one) => say(one.word))[0];
  const change = (part: Partial<SetUpTyping>) => setTyping({ ...typing, ...part });

  function chooseAreas(areas: Area[]): void {
    const before = typing.areas[3] ? say('set-up.station-of', { town: typing.areas[3].name }) : '';
    const named = typing.station === '' || typing.station === before;
    change({ areas, ...(areas[3] && named ? { station: say('set-up.station-of', { town: areas[3].name }) } : {}) });
  }
  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (setUpWrongs(typing, needsCode).length === 0) void setUp(typing);
  }
  return (
    <Gate title={say('set-up.title')} context={say('set-up.context')} wide>
      <form noValidate onSubmit={submit}>
        <ErrorLine
          sentence={failure?.sentence}
          wrongs={wrongs.map((one) => ({ field: one.field, sentence: say(one.word) }))}
        />
        <h2>{say('set-up.where')}</h2>
        <AreaPicker chosen={typing.areas} onChange={chooseAreas} wrong={wrong(`area-${typing.areas.length}`)} />
        <TextField
          id="station-name"
          label={say('set-up.station')}
          value={typing.station}
          onText={(station) => change({ station })}
          wrong={wrong('station-name')}
          maxLength={60}
          autoComplete="off"
        />
        <TextField
          id="station-operator"
          label={say('set-up.operator')}
          hint={say('set-up.operator-hint')}
          value={typing.operator}
          onText={(operator) => change({ operator })}
          wrong={wrong('station-operator')}
          maxLength={80}
          autoComplete="organization"
        />
        <h2>{say('set-up.you')}</h2>
        <AccountFields
          account={typing.account}
          onChange={(part) => change({ account: { ...typing.account, ...part } })}
          wrongs={wrongs}
          failure={failure}
        />
        {needsCode ? (
          <TextField
            id="set-up-code"
            label={say('set-up.code')}
            hint={say('set-up.code-hint')}
            value={typing.code}
            onText={(code) => change({ code })}
            wrong={wrong('set-up-code') ?? fieldSentence(failure, 'code')}
            inputMode="numeric"
            autoComplete="one-time-code"
          />
        ) : null}
        <div className="line">
          <Button kind="filled" type="submit" busy={busy}>
            {say(busy ? 'set-up.making' : 'set-up.make')}
          </Button>
          <ButtonLink to="/start" kind="text">
            {say('back')}
          </ButtonLink>
        </div>
      </form>
    </Gate>
  );
}
