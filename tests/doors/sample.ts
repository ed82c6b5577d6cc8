import type { TestClient } from '../support/client.ts';
import { type Name, NAMES, signedIn, type Town } from './town.ts';

export type Refusals = Partial<Record<Name | 'nobody', 401 | 403>>;

/** Something wrong to ask of a door that stands open to anyone. */
export interface Wrong {
  what: string;
  input: (town: Town) => object | Promise<object>;
  as?: (town: Town) => TestClient;
  status: number;
  /** Tables where even a refusal is noted. */
  notes?: string[];
}

/** How a procedure is rightly used once, by whom, and who is refused. */
export interface Sample {
  /** Who may: the least of those who may. */
  by: Name | 'nobody';
  input: (town: Town, client: TestClient) => object | Promise<object>;
  refuses: Refusals;
  wrong?: Wrong[];
  /** Signs in anew: the call changes its own session or account. */
  client?: (town: Town) => Promise<TestClient>;
  /** Needs an installation of its own: a fresh one, or the demonstration. */
  on?: 'fresh' | 'demo';
}

const refusing = (...names: Name[]): Refusals => ({
  nobody: 401,
  ...Object.fromEntries(names.map((name) => [name, 403])),
});

/** Another station's people, and roles that see no station at all. */
const OUTSIDE: Name[] = ['覃秋雨', '黎明月', '钱秀英', '沈怀'];
const SEE_ONLY: Name[] = ['程远山', '白露', '马岚', '吴国平'];

export const NOT_SEEING = refusing(...OUTSIDE);
export const NOT_READING = refusing(...OUTSIDE, ...SEE_ONLY);
export const NOT_WRITING = refusing(...OUTSIDE, ...SEE_ONLY, '谭立');
export const NOT_MANAGING = refusing(...OUTSIDE, ...SEE_ONLY, '谭立', '何晓川');
export const NOT_KEEPING = refusing(...NAMES.filter((name) => name !== '周敏'));
export const NOT_SIGNED_IN = refusing();
/** Open to anyone: what is refused is said in `wrong`. */
export const OPEN: Refusals = {};

export const anew = (name: Name) => (town: Town) => signedIn(town, name);
