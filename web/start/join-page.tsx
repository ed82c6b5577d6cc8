import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { api, once } from '../api/client.ts';
import { failureOf } from '../api/failure.ts';
import { useWords } from '../i18n/words.ts';
import { Gate } from '../shell/gate.tsx';
import { useSessionDoor } from '../shell/session.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { ErrorLine } from '../ui/error-line.tsx';
import { useAction } from '../ui/use-action.ts';
import { AccountFields, type AccountTyping, accountWrongs, EMPTY_ACCOUNT } from './account-fields.tsx';

/** Behind an invitation's link: who invites me where, and my account. */
export function JoinPage() {
  const { say } = useWords();
  const { token = '' } = useParams({ strict: false });
  const invitation = useQuery({ queryKey: ['invitation', token], queryFn: () => api.access.readInvitation({ token }) });
  if (invitation.isPending) return null;
  if (invitation.error) {
    return (
      <Gate title={say('join.gone')} context={failureOf(invitation.error).sentence}>
        <p>
          <ButtonLink to="/sign-in">{say('sign-in.title')}</ButtonLink>
        </p>
      </Gate>
    );
  }
  const { name, role, station, invitedBy } = invitation.data;
  return (
    <Gate
      title={say('join.title', { name, station })}
      context={say('join.context', { invitedBy, role: say(`role.${role}`) })}
    >
      <JoinForm token={token} name={name} />
    </Gate>
  );
}

function JoinForm({ token, name }: { token: string; name: string }) {
  const { say } = useWords();
  const { reload } = useSessionDoor();
  const navigate = useNavigate();
  const action = useAction();
  const [tried, setTried] = useState(false);
  const [account, setAccount] = useState<AccountTyping>({ ...EMPTY_ACCOUNT, name });
  const wrongs = tried ? accountWrongs(account) : [];

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (accountWrongs(account).length > 0) return;
    const done = await action.run(async () => {
      await api.access.acceptInvitation({ token, account }, once());
      await api.access.signIn({ login: account.username.trim(), password: account.password }, once());
    });
    if (!done) return;
    await reload();
    await navigate({ to: '/' });
  }
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <ErrorLine
        sentence={action.failure?.sentence}
        wrongs={wrongs.map((one) => ({ field: one.field, sentence: say(one.word) }))}
      />
      <AccountFields
        account={account}
        onChange={(part) => setAccount({ ...account, ...part })}
        wrongs={wrongs}
        failure={action.failure}
      />
      <Button kind="filled" type="submit" className="save" busy={action.busy}>
        {say('join.go')}
      </Button>
    </form>
  );
}
