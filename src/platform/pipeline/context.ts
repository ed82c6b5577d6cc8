import type pg from 'pg';
import type { Clock } from '../clock.ts';
import type { NewId } from '../ids.ts';
import type { Seal } from '../seal.ts';
import type { Language } from '../words/sentence.ts';
import type { Asker } from './asker.ts';

/** What the program gives every procedure: made once, at the start. */
export interface Services {
  pool: pg.Pool;
  clock: Clock;
  newId: NewId;
  /** Key of this installation for digests of guessable texts. */
  digestKey: Buffer;
  /** Seals ID numbers and finds equal ones. */
  seal: Seal;
  /** Told of rows that were added, so that plans keep up with tables that grow. */
  grown: (rows: number) => void;
}

/** What a door knows of one request. */
export interface ServerContext {
  services: Services;
  headers: Headers;
  /** Headers of the answer (cookies). */
  answerHeaders: Headers;
  /** The asker's network address, from the connection or a trusted proxy. */
  address: string;
  /** True when the request comes from this very machine. */
  local: boolean;
  language: Language;
  /** Finds who is asking from the session cookie (again: not from memory); undefined when nobody is signed in. */
  findAsker: (again?: 'again') => Promise<Asker | undefined>;
}
