import { type Cluster, wait } from './cluster.ts';
import { rotateLog } from './log.ts';
import { isAlive } from './processes.ts';
import { bringUp } from './server.ts';

/** Looks after a running server: sees that it died, brings it up again, keeps its log short. */
export interface Watch {
  /** Does something to the server that the watch must not mistake for its death. */
  pause(work: () => Promise<void>): Promise<void>;
  end(): Promise<void>;
}

const LOOK_EVERY_MS = 200;
const ROTATE_EVERY = 300;
/** Waiting before each try of bringing it up again; a server that then lives for a minute has all tries anew. */
const PAUSES_MS = [0, 500, 1000, 2000, 5000, 10_000, 30_000];

async function pauseUnless(ended: () => boolean, milliseconds: number): Promise<void> {
  const until = Date.now() + milliseconds;
  while (!ended() && Date.now() < until) await wait(Math.min(100, milliseconds));
}

/** One death: tries until the server is up, the pauses are used up, or the watch ends. */
async function revive(cluster: Cluster, tried: number, ended: () => boolean): Promise<number | undefined> {
  for (let next = tried; next < PAUSES_MS.length; next += 1) {
    await pauseUnless(ended, PAUSES_MS[next] as number);
    if (ended()) return next;
    try {
      await bringUp(cluster);
      return next + 1;
    } catch {
      // The reason is in the server's log; try again after a longer pause.
    }
  }
  return undefined;
}

/** Starts watching. `onExit` hears 'died' at each death and 'gave-up' when the server cannot be brought up again. */
export function watchServer(cluster: Cluster, onExit: (reason: string) => void): Watch {
  const state = { ended: false, tried: 0, upSince: Date.now(), looks: 0 };
  let busy: Promise<void> | undefined;

  async function afterDeath(): Promise<void> {
    cluster.pid = 0;
    if (Date.now() - state.upSince > 60_000) state.tried = 0;
    onExit('died');
    const tried = await revive(cluster, state.tried, () => state.ended);
    state.upSince = Date.now();
    if (tried !== undefined) state.tried = tried;
    else {
      state.ended = true;
      onExit('gave-up');
    }
  }

  function look(): void {
    if (busy || state.ended) return;
    state.looks += 1;
    if (state.looks % ROTATE_EVERY === 0) rotateLog(cluster.log);
    if (isAlive(cluster.pid)) return;
    busy = afterDeath().finally(() => {
      busy = undefined;
    });
  }

  const timer = setInterval(look, LOOK_EVERY_MS);
  timer.unref();
  return {
    async pause(work) {
      while (busy) await busy;
      busy = work().finally(() => {
        busy = undefined;
      });
      await busy;
    },
    async end() {
      state.ended = true;
      clearInterval(timer);
      await busy?.catch(() => undefined);
    },
  };
}
