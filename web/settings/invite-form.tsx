import { type FormEvent, useState } from 'react';
import { newId } from '../../src/platform/ids.ts';
import { api, once } from '../api/client.ts';
import { useWords } from '../i18n/words.ts';
import { shortVillage } from '../people/person-words.ts';
import { useVillages } from '../people/use-person.ts';
import { useStation } from '../shell/session.tsx';
import { Button } from '../ui/button.tsx';
import { Chips } from '../ui/chips.tsx';
import { CopyLine } from '../ui/copy-line.tsx';
import { dayOf, sayDay } from '../ui/dates.ts';
import { ErrorLine } from '../ui/error-line.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { QrCode } from '../ui/qr-code.tsx';
import { useChange } from '../ui/use-action.ts';

const INVITED_ROLES = ['worker', 'head', 'supervisor', 'cadre', 'evaluator'] as const;
type InvitedRole = (typeof INVITED_ROLES)[number];

/** Invites by link and code. The link is shown once; it is not kept and cannot be shown again. */
export function InviteForm({ onClose }: { onClose: () => void }) {
  const [invited, setInvited] = useState<{ name: string; token: string; expiresAt: string }>();
  return (
    <div className="form">
      {invited ? <Invited {...invited} onClose={onClose} /> : <Asking onInvited={setInvited} onClose={onClose} />}
    </div>
  );
}

interface AskingProps {
  onInvited: (invited: { name: string; token: string; expiresAt: string }) => void;
  onClose: () => void;
}

function Asking({ onInvited, onClose }: AskingProps) {
  const { say } = useWords();
  const station = useStation();
  const villages = useVillages();
  const action = useChange();
  const [name, setName] = useState('');
  const [role, setRole] = useState<InvitedRole>('worker');
  const [village, setVillage] = useState('');
  const [tried, setTried] = useState(false);
  const nameless = tried && name.trim() === '';
  const placeless = tried && role === 'cadre' && village === '';

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (name.trim() === '' || (role === 'cadre' && village === '')) return;
    const input = {
      station: station.id,
      id: newId(),
      name: name.trim(),
      role,
      ...(role === 'cadre' ? { area: village } : {}),
    };
    await action.run(async () => onInvited({ name: name.trim(), ...(await api.access.invite(input, once())) }));
  }
  return (
    <form className="stack" noValidate onSubmit={(event) => void submit(event)}>
      <h2>{say('invite.title')}</h2>
      <ErrorLine sentence={action.failure?.sentence} />
      <TextField
        label={say('invite.name')}
        value={name}
        onText={setName}
        wrong={nameless ? say('account.wrong-name') : undefined}
        maxLength={60}
        autoComplete="off"
        autoFocus
      />
      <Chips
        label={say('invite.role')}
        chips={INVITED_ROLES.map((value) => ({ value, words: say(`role.${value}`) }))}
        chosen={[role]}
        onChange={([chosen = 'worker']) => setRole(chosen)}
      />
      <p className="note">{say(`role-may.${role}`)}</p>
      {role === 'cadre' ? (
        <SelectField
          label={say('invite.village')}
          value={village}
          onText={setVillage}
          wrong={placeless ? say('invite.wrong-village') : undefined}
        >
          <option value="">{say('invite.village-which')}</option>
          {villages.map((one) => (
            <option key={one.code} value={one.code}>
              {shortVillage(one.name)}
            </option>
          ))}
        </SelectField>
      ) : null}
      <div className="line">
        <Button kind="filled" type="submit" busy={action.busy}>
          {say('invite.make')}
        </Button>
        <Button kind="text" onClick={onClose}>
          {say('cancel')}
        </Button>
      </div>
    </form>
  );
}

function Invited({
  name,
  token,
  expiresAt,
  onClose,
}: {
  name: string;
  token: string;
  expiresAt: string;
  onClose: () => void;
}) {
  const { say, language } = useWords();
  const address = `${location.origin}/join/${token}`;
  return (
    <div className="stack">
      <h2>{say('invite.done', { name })}</h2>
      <p>{say('invite.once', { day: sayDay(dayOf(expiresAt), language) })}</p>
      <QrCode text={address} label={say('invite.code-label', { name })} />
      <CopyLine text={address} />
      <div>
        <Button onClick={onClose}>{say('done')}</Button>
      </div>
    </div>
  );
}
