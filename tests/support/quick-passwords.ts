// Passwords in tests cost a sixteenth of what they cost in the product: the same function with the same salt, fewer
// rounds. The built program (tests/safety) signs people in at full cost.
import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

const scrypt = crypto.scrypt;
type Call = Parameters<typeof crypto.scrypt>;

function quick(...[password, salt, length, cost, done]: Call): void {
  scrypt(password, salt, length, { ...cost, N: 1024 }, done);
}

Object.assign(crypto, { scrypt: quick });
syncBuiltinESMExports();
