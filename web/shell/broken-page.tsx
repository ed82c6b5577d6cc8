import { useWords } from '../i18n/words.ts';
import { Button } from '../ui/button.tsx';
import { PageHead } from '../ui/page-head.tsx';

/** A page that failed, or a part of it that could not be fetched. What was typed is kept as a draft. */
export function BrokenPage() {
  const { say } = useWords();
  return (
    <>
      <PageHead title={say('shell.broken')} context={say('shell.broken-todo')} />
      <div className="inset">
        <Button kind="filled" onClick={() => location.reload()}>
          {say('shell.again')}
        </Button>
      </div>
    </>
  );
}
