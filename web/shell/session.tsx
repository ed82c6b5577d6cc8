import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { Me } from '../../src/access/schema.ts';
import { type Capability, ROLE_MAY } from '../../src/platform/permission.ts';
import { api, once } from '../api/client.ts';
import { failureOf } from '../api/failure.ts';
import { forgetAccount, forgetAnswers } from '../offline/database.ts';
import { openOutbox } from '../offline/outbox.ts';

export type MyStation = Me['stations'][number];
export type Installation = Awaited<ReturnType<typeof api.access.installation>>;

/** Whether anybody is signed in, and where she works. */
export type SessionState =
  | { state: 'loading' }
  /** The program cannot be reached and nobody was signed in here before. */
  | { state: 'away' }
  | { state: 'out'; installation: Installation }
  | { state: 'in'; me: Me; station: MyStation | undefined };

interface SessionDoor {
  session: SessionState;
  /** Asks again who is signed in: after signing in, or when the program said nobody is. */
  reload: () => Promise<void>;
  leave: () => Promise<void>;
  chooseStation: (id: string) => void;
}

const away: SessionState = { state: 'away' };
const ME = 'heli-me';
const STATION = 'heli-station';
const Door = createContext<SessionDoor | null>(null);

function keptMe(): Me | undefined {
  const kept = localStorage.getItem(ME);
  return kept ? withOverviews(JSON.parse(kept) as Me) : undefined;
}

/** What an older program kept does not say yet what comes first. */
const withOverviews = (me: Me): Me => ({
  ...me,
  stations: me.stations.map((one) => ({ ...one, overview: one.overview ?? { scope: 'station', name: one.name } })),
});

/** Who the program says is signed in; null: nobody. Without an answer, who was here last. */
async function askWho(): Promise<Me | null | 'away'> {
  try {
    return await api.access.me({});
  } catch (error) {
    if (failureOf(error).code === 'unauthenticated') return null;
    return keptMe() ?? 'away';
  }
}

async function signedInAs(me: Me): Promise<SessionState> {
  localStorage.setItem(ME, JSON.stringify(me));
  await openOutbox(me.id);
  const chosen = localStorage.getItem(STATION);
  return { state: 'in', me, station: me.stations.find((station) => station.id === chosen) ?? me.stations[0] };
}

async function nobody(): Promise<SessionState> {
  const kept = keptMe();
  await openOutbox(null);
  if (kept) await forgetAnswers(kept.id);
  localStorage.removeItem(ME);
  try {
    return { state: 'out', installation: await api.access.installation({}) };
  } catch {
    return away;
  }
}

export function SessionProvider({ children }: { children: ReactNode }) {
  const [session, setSession] = useState<SessionState>({ state: 'loading' });
  const asked = useRef<Promise<void>>(undefined);
  const reload = useCallback((): Promise<void> => {
    async function ask(): Promise<void> {
      const who = await askWho();
      // What was asked before somebody signed in may be answered after it: only the last question counts, and whoever
      // waits for an earlier one waits for it.
      if (asked.current !== mine) return asked.current;
      const found = who === 'away' ? away : await (who ? signedInAs(who) : nobody());
      if (asked.current !== mine) return asked.current;
      setSession(found);
    }
    const mine = ask();
    asked.current = mine;
    return mine;
  }, []);
  useEffect(() => {
    // Whoever was signed in here goes on at once; the program is asked meanwhile, which in a village may take long.
    const kept = keptMe();
    if (kept) void signedInAs(kept).then((guess) => setSession((known) => (known.state === 'loading' ? guess : known)));
    void reload();
  }, [reload]);

  const leave = useCallback(async () => {
    if (session.state !== 'in') return;
    await api.access.signOut({}, once());
    await forgetAccount(session.me.id);
    await reload();
  }, [session, reload]);

  const chooseStation = useCallback((id: string) => {
    localStorage.setItem(STATION, id);
    setSession((old) => (old.state === 'in' ? { ...old, station: old.me.stations.find((one) => one.id === id) } : old));
  }, []);

  const door = useMemo(() => ({ session, reload, leave, chooseStation }), [session, reload, leave, chooseStation]);
  return <Door value={door}>{children}</Door>;
}

export function useSessionDoor(): SessionDoor {
  const door = useContext(Door);
  if (!door) throw new Error('used outside the session');
  return door;
}

/** What somebody may do: at her station, or for the host. */
export function mayDo(me: Me, station: MyStation | undefined, capability: Capability): boolean {
  const roles = [...(station?.roles ?? []), ...(capability === 'host.keep' ? me.roles : [])];
  return roles.some((role) => ROLE_MAY[role].includes(capability));
}

/** Who is signed in. Only for what stands behind the sign-in. */
export function useSession() {
  const { session } = useSessionDoor();
  if (session.state !== 'in') throw new Error('nobody is signed in');
  const { me, station } = session;
  return { me, station, may: (capability: Capability) => mayDo(me, station, capability) };
}

/** The station worked for. Only for pages that the frame opens to people who have one. */
export function useStation(): MyStation {
  const { station } = useSession();
  if (!station) throw new Error('no station');
  return station;
}

/** The one town or county that all of somebody's stations lie in and the role is given for, if there is one. */
export function overseenBy({ stations: [first, ...others] }: Me): MyStation['overview'] | undefined {
  if (!first || first.overview.scope === 'station') return undefined;
  const { county, overview } = first;
  // Towns of two counties may share a name.
  const alike = (one: MyStation) => one.county === county && one.overview.name === overview.name;
  return others.every(alike) ? overview : undefined;
}
