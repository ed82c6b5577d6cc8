import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/**
 * Seals short texts that even a reader of the whole database must not read (ID numbers), and makes blind marks of them
 * by which equal ones are found. Two keys are derived from one secret of the installation, which stands beside the
 * database and in no backup.
 */
export interface Seal {
  /** The sealed text: version, which key, nonce, cipher text, tag. `about` binds it to its record. */
  seal: (text: string, about: string) => Buffer;
  /** Undefined when it was sealed with another installation's key. Throws when it was tampered with or moved. */
  open: (sealed: Uint8Array, about: string) => string | undefined;
  /** 16 bytes that are the same for equal texts of a kind, and tell nobody without the key what the text is. */
  blind: (kind: string, text: string) => Buffer;
}

const VERSION = 1;
const KEY_NAME = 4;
const NONCE = 12;
const TAG = 16;
const HEAD = 1 + KEY_NAME;

function derived(secret: string, use: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'heli', use, 32));
}

/** The seal of one installation, from its secret. AES-256-GCM; HMAC-SHA-256 for the blind marks. */
export function openSeal(secret: string): Seal {
  const key = derived(secret, 'people: seal');
  const markKey = derived(secret, 'people: blind marks');
  const head = Buffer.concat([Buffer.from([VERSION]), createHash('sha256').update(key).digest().subarray(0, KEY_NAME)]);
  return {
    seal: (text, about) => {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about));
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([head, nonce, sealed, cipher.getAuthTag()]);
    },
    open: (bytes, about) => {
      const sealed = Buffer.from(bytes);
      if (!sealed.subarray(0, HEAD).equals(head)) return undefined;
      const nonce = sealed.subarray(HEAD, HEAD + NONCE);
      const cipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG });
      cipher.setAAD(Buffer.from(about)).setAuthTag(sealed.subarray(-TAG));
      return Buffer.concat([cipher.update(sealed.subarray(HEAD + NONCE, -TAG)), cipher.final()]).toString('utf8');
    },
    blind: (kind, text) => createHmac('sha256', markKey).update(`${kind}\n${text}`).digest().subarray(0, 16),
  };
}
