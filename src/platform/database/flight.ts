import type pg from 'pg';

/** One statement: its name (prepared once per connection), text and values. */
export interface Statement {
  name?: string;
  text: string;
  values?: unknown[];
}

/**
 * A running transaction. `send` puts a statement on the wire at once, without waiting for those before it: what is
 * sent together travels together (one flight), and is answered in order.
 */
export interface Transaction {
  send<Row = Record<string, unknown>>(statement: Statement): Promise<Row[]>;
  /** Sends a statement whose answer nobody waits for: if it fails, the commit fails. */
  post(statement: Statement): void;
}

export interface Flight extends Transaction {
  /** Waits for everything sent so far; throws the first error. */
  landed(): Promise<void>;
  /** Sends COMMIT behind everything else; resolves when it is durable, throws if anything failed. */
  commit(): Promise<void>;
  rollback(): Promise<void>;
  /** The error that aborted the transaction; what fails after it (25P02) says nothing new. */
  firstError(): unknown;
}

function ignore(): void {}

interface Corkable {
  connection?: { stream?: { cork?: () => void; uncork?: () => void } };
}

/**
 * Holds the socket until the program has said all it can say without an answer, so that a flight is one packet and
 * not a dozen. Where the driver shows no socket (a native build), statements simply travel one by one.
 */
function openHold(client: pg.ClientBase): () => void {
  const stream = (client as Corkable).connection?.stream;
  let held = false;
  return () => {
    if (held || !stream?.cork || !stream.uncork) return;
    held = true;
    stream.cork();
    setImmediate(() => {
      held = false;
      stream.uncork?.();
    });
  };
}

/** Begins a transaction on a connection of a pipelining pool. `begin` travels with what is sent next. */
export function beginFlight(client: pg.ClientBase, mode: 'read' | 'write'): Flight {
  const sent: Promise<unknown>[] = [];
  let first: unknown;
  const hold = openHold(client);
  function raw(query: pg.QueryConfig): Promise<pg.QueryResult> {
    hold();
    const answer = client.query(query);
    answer.catch((error: unknown) => {
      first ??= error;
    });
    sent.push(answer);
    return answer;
  }
  async function landed(): Promise<void> {
    await Promise.all(sent);
  }
  raw({ text: mode === 'read' ? 'begin read only' : 'begin' });
  return {
    send: <Row>(statement: Statement) => {
      const rows = raw(statement as pg.QueryConfig).then((answer) => answer.rows as Row[]);
      rows.catch(ignore); // awaited by whoever needs it; the commit fails in any case
      return rows;
    },
    post: (statement) => void raw(statement as pg.QueryConfig),
    landed,
    firstError: () => first,
    commit: async () => {
      const last = raw({ text: 'commit' });
      await landed();
      // A transaction that failed answers COMMIT with ROLLBACK: that is not an acknowledgement.
      if ((await last).command !== 'COMMIT') throw new Error('the transaction was rolled back');
    },
    rollback: async () => {
      await raw({ text: 'rollback' }).catch(ignore);
    },
  };
}

/** Runs work in one transaction on a pooled connection; whatever it throws, nothing is kept. */
export async function inFlight<T>(
  pool: pg.Pool,
  mode: 'read' | 'write',
  work: (flight: Flight) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let broken = false;
  try {
    const flight = beginFlight(client, mode);
    try {
      return await work(flight);
    } catch (error) {
      const cause = sqlState(error) === '25P02' ? (flight.firstError() ?? error) : error;
      broken = isConnectionLoss(cause);
      if (!broken) await flight.rollback();
      throw cause;
    }
  } finally {
    client.release(broken);
  }
}

/** SQLSTATE of an error of the database, or undefined. */
export function sqlState(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : undefined;
}

const LOST = /^(08|57P0[123]|ECONN|EPIPE|ETIMEDOUT)/;

/** The connection was lost: whether the work was kept is not known, so it is tried again with the same key. */
export function isConnectionLoss(error: unknown): boolean {
  const code = sqlState(error);
  // A socket that is not there yet: the server is being started again.
  if (code === 'ENOENT') return (error as { syscall?: string }).syscall === 'connect';
  if (code) return LOST.test(code);
  const message = error instanceof Error ? error.message : '';
  return /Connection terminated|not queryable|timeout exceeded when trying to connect|Client was closed/i.test(message);
}
