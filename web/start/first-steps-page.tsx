import { useWords } from '../i18n/words.ts';
import { ButtonLink } from '../ui/button.tsx';
import { PageHead } from '../ui/page-head.tsx';

/** After set-up: the present Excel comes in, or a first person is added. */
export function FirstStepsPage() {
  const { say } = useWords();
  return (
    <>
      <PageHead title={say('first.title')} context={say('first.context')} />
      <section className="card">
        <div className="empty">
          <p className="quiet">{say('first.todo')}</p>
          <div className="line">
            <ButtonLink to="/import" kind="filled">
              {say('first.excel')}
            </ButtonLink>
            <ButtonLink to="/people/new" kind="plain">
              {say('first.add')}
            </ButtonLink>
            <ButtonLink to="/settings/colleagues" kind="plain">
              {say('first.invite')}
            </ButtonLink>
          </div>
        </div>
      </section>
    </>
  );
}
