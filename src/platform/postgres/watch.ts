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

/** One death: tries until the server is up or the watch ends; the longest pause is repeated for as long as it takes. */
async function revive(
  cluster: Cluster,
  tried: number,
  life: { ended: boolean; stillDown: () => void },
): Promise<number> {
  for (let next = tried; ; next += 1) {
    if (next === PAUSES_MS.length) life.stillDown();
    await pauseUnless(() => life.ended, PAUSES_MS[Math.min(next, PAUSES_MS.length - 1)] as number);
    if (life.ended) return next;
    try {
      await bringUp(cluster);
      return next + 1;
    } catch {
      // The reason is in the server's log; try again after a longer pause.
    }
  }
}

/** Starts watching. `onExit` hears 'died' at each death and 'still-down' when a handful of tries did not help. */
export function watchServer(cluster: Cluster, onExit: (reason: string) => void): Watch {
  const life = { ended: false, stillDown: () => onExit('still-down') };
  const state = { tried: 0, upSince: Date.now(), looks: 0 };
  let busy: Promise<void> | undefined;

  async function afterDeath(): Promise<void> {
    cluster.pid = 0;
    if (Date.now() - state.upSince > 60_000) state.tried = 0;
    onExit('died');
    state.tried = await revive(cluster, state.tried, life);
    state.upSince = Date.now();
  }

  function look(): void {
    if (busy || life.ended) return;
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
      life.ended = true;
      clearInterval(timer);
      await busy?.catch(() => undefined);
    },
  };
}
