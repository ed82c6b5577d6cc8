import { useNavigate, useSearch } from '@tanstack/react-router';
import type { PersonLine } from '../../src/people/schema.ts';
import { useWords } from '../i18n/words.ts';
import { moveDraft } from '../offline/drafts.ts';
import { PersonPicker } from '../people/person-picker.tsx';
import { OtherKinds } from '../ledger/other-kinds.tsx';
import { visitPlace } from '../offline/places.ts';
import { useSession } from '../shell/session.tsx';
import { useTodayView } from '../today/use-today.ts';
import { ButtonLink } from '../ui/button.tsx';
import { PageHead } from '../ui/page-head.tsx';

/** 记一笔: whom was it with? Then the visit. With `from`, what was already written moves along to the other person. */
export function RecordPage() {
  const { say } = useWords();
  const { me } = useSession();
  const { from } = useSearch({ strict: false }) as { from?: string };
  const navigate = useNavigate();
  const { due } = useTodayView();
  async function choose(person: PersonLine): Promise<void> {
    if (from && from !== person.id) await moveDraft(me.id, visitPlace(from), visitPlace(person.id));
    await navigate({ to: '/people/$id/visit', params: { id: person.id } });
  }
  return (
    <>
      <PageHead title={say(from ? 'record.title-other' : 'record.title')} context={say('record.context')} />
      {from ? null : <OtherKinds />}
      <div className="form">
        <PersonPicker
          label={say('record.title')}
          likely={due.map((one) => one.person).slice(0, 8)}
          onChoose={(person) => void choose(person)}
          autoFocus
        />
        <p>
          <ButtonLink to="/people/new" kind="text">
            {say('people.add')}
          </ButtonLink>
        </p>
      </div>
    </>
  );
}
