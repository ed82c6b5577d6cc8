import { Link, type LinkProps } from '@tanstack/react-router';
import type { ButtonHTMLAttributes, ReactNode } from 'react';

/** filled: the one answer to the page's question · tinted: the same, on further rows · plain: another way · text: small. */
export type ButtonKind = 'filled' | 'tinted' | 'plain' | 'text';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  kind?: ButtonKind;
  /** While the answer is on its way: cannot be pressed twice, keeps its width. */
  busy?: boolean;
}

export function Button({ kind = 'plain', busy = false, className = '', type = 'button', ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={`button ${kind} ${className}`}
      disabled={busy || rest.disabled}
      aria-busy={busy || undefined}
    />
  );
}

interface ButtonLinkProps {
  kind?: ButtonKind;
  to: NonNullable<LinkProps['to']>;
  params?: Record<string, string>;
  search?: Record<string, string>;
  className?: string;
  children: ReactNode;
  'aria-label'?: string;
}

/** A button that leads to a page. */
export function ButtonLink({ kind = 'plain', className = '', ...rest }: ButtonLinkProps) {
  return <Link {...(rest as LinkProps)} className={`button ${kind} ${className}`} />;
}
