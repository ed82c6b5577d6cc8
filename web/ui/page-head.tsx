import { Link, type LinkProps, useRouterState } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';

interface PageHeadProps {
  /** One question or one finding in plain words, with its number. */
  title: string;
  /** Beside the title: age and place of a person, say. */
  beside?: ReactNode;
  /** One line below it. */
  context?: ReactNode;
  /** Above the title: the day, say. */
  above?: ReactNode;
  back?: { to: NonNullable<LinkProps['to']>; params?: Record<string, string>; label: string };
  /** At the right: the one filled button that answers the title, and quieter ones. */
  actions?: ReactNode;
}

export function PageHead({ title, beside, context, above, back, actions }: PageHeadProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const arrivedByLink = useRouterState({ select: (state) => Boolean(state.resolvedLocation) });
  const byLink = useRef(arrivedByLink);
  // Whoever hears the page instead of seeing it should hear its title after following a link.
  useEffect(() => {
    if (byLink.current && !document.activeElement?.matches('input, textarea, select'))
      heading.current?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    document.title = `${title} · 合力`;
  }, [title]);
  return (
    <header className="page-head">
      {back || above ? (
        <div className="page-head-above">
          {back ? (
            <Link {...(back as LinkProps)} className="page-head-back">
              <span aria-hidden="true">‹ </span>
              {back.label}
            </Link>
          ) : null}
          {above}
        </div>
      ) : null}
      <div className="page-head-row">
        <div className="page-head-words">
          <h1 ref={heading} tabIndex={-1}>
            {title}
            {beside ? <span className="page-head-beside">{beside}</span> : null}
          </h1>
          {context ? <div className="page-head-context">{context}</div> : null}
        </div>
        {actions ? <div className="page-head-actions">{actions}</div> : null}
      </div>
    </header>
  );
}
