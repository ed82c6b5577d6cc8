import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';

/** Leads elsewhere, once. (The router's own Navigate goes again whenever it is drawn again, which here never ends.) */
export function Redirect({ to, from }: { to: string; from?: string }) {
  const navigate = useNavigate();
  useEffect(() => {
    void navigate({ to, replace: true, ...(from ? { search: { from } } : {}) });
  }, [navigate, to, from]);
  return null;
}
