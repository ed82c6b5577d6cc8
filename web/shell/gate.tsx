import type { ReactNode } from 'react';
import { useWords } from '../i18n/words.ts';
import { Ear } from '../ui/grain.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { LanguageSwitch } from '../ui/language-switch.tsx';
import './gate.css';

interface GateProps {
  title: string;
  context?: ReactNode;
  wide?: boolean;
  children: ReactNode;
}

/** The plain page before the sign-in: one question, one sheet. */
export function Gate({ title, context, wide = false, children }: GateProps) {
  const { say } = useWords();
  return (
    <div className={wide ? 'gate gate-wide' : 'gate'}>
      <div className="gate-top">
        <span className="gate-house">
          <Ear />
          {say('shell.house')}
        </span>
        <LanguageSwitch />
      </div>
      <main className="gate-sheet">
        <PageHead title={title} context={context} />
        <div className="gate-body">{children}</div>
      </main>
    </div>
  );
}
