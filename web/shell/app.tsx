import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useMemo, useRef } from 'react';
import { askAnew } from '../api/ask-anew.ts';
import { failureOf } from '../api/failure.ts';
import { startSender } from '../offline/sender.ts';
import { setWaker } from '../offline/wake.ts';
import { router } from './routes.tsx';
import { SessionProvider, useSessionDoor } from './session.tsx';

/** Everything of the staff's web: who is signed in, what was asked, what waits to be sent, which page. */
export function App() {
  return (
    <SessionProvider>
      <Asking />
    </SessionProvider>
  );
}

function makeClient(onSignedOut: () => void): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => failureOf(error).code === 'unauthenticated' && onSignedOut(),
    }),
    defaultOptions: {
      // Without network the kept answers serve, so a query always runs; only a fault is worth asking again.
      queries: {
        networkMode: 'always',
        staleTime: 10_000,
        retry: (count, error) => count < 1 && failureOf(error).code === 'fault',
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

function Asking() {
  const { session, reload } = useSessionDoor();
  const reloadNow = useRef(reload);
  reloadNow.current = reload;
  const client = useMemo(() => makeClient(() => void reloadNow.current()), []);
  const account = session.state === 'in' ? session.me.id : null;

  useEffect(() => {
    if (!account) return;
    const sender = startSender(account, () => void askAnew(client));
    setWaker(sender.wake);
    return () => {
      setWaker(null);
      sender.stop();
      // Whoever signs in next on this device finds nothing of the one before.
      client.clear();
    };
  }, [account, client]);

  useEffect(() => {
    const backOnline = () => void client.invalidateQueries();
    addEventListener('online', backOnline);
    return () => removeEventListener('online', backOnline);
  }, [client]);

  return (
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  );
}
