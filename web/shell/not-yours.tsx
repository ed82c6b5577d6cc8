import type { Capability } from '../../src/platform/permission.ts';
import { useWords } from '../i18n/words.ts';
import { ButtonLink } from '../ui/button.tsx';
import { PageHead } from '../ui/page-head.tsx';

/** What a page needs, by its address. The door refuses by itself; this says so before anything is filled in. */
const NEEDS: [RegExp, Capability][] = [
  [/^\/record$|^\/first-steps$|^\/activities\/new$|^\/people\/new$|^\/people\/[^/]+\/(edit|visit)$/, 'records.write'],
  [/^\/record\/|^\/gatherings\/|^\/events\/[^/]+\/edit$|^\/projects\/(new$|[^/]+\/edit$)/, 'records.write'],
  [/^\/import$|^\/(shocks|sheets)\/new$/, 'records.write'],
  [/^\/lenses|^\/reports$/, 'station.see'],
  [/^\/people|^\/events|^\/import|^\/reports|^\/proposals/, 'records.read'],
];

/** What somebody must be allowed to do to open this address; undefined where everybody of a station may. */
export function neededFor(pathname: string): Capability | undefined {
  return NEEDS.find(([address]) => address.test(pathname))?.[1];
}

/** A page of somebody else's work: said plainly, with the way back. */
export function NotYours() {
  const { say } = useWords();
  return (
    <>
      <PageHead title={say('shell.not-yours')} context={say('shell.not-yours-todo')} />
      <p className="inset">
        <ButtonLink to="/">{say('shell.to-first')}</ButtonLink>
      </p>
    </>
  );
}
