import { useWords } from '../i18n/words.ts';
import { ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHead } from '../ui/page-head.tsx';

/** After set-up. Reading Excel is not built yet, and this page says so instead of pretending. */
export function FirstStepsPage() {
  const { say } = useWords();
  return (
    <>
      <PageHead title={say('first.title')} context={say('first.context')} />
      <section className="card">
        <EmptyState missing={say('first.not-yet')} todo={say('first.todo')}>
          <div className="line">
            <ButtonLink to="/people/new" kind="filled">
              {say('first.add')}
            </ButtonLink>
            <ButtonLink to="/settings/colleagues" kind="plain">
              {say('first.invite')}
            </ButtonLink>
          </div>
        </EmptyState>
      </section>
    </>
  );
}
