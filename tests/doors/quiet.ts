// What the program writes to stderr while the doors are tried: it must hold no name, phone, note, password or token.
import { expect } from 'vitest';

/** Names, phones, notes and passwords of the cast; a test adds the tokens it meets. */
const NEVER = [
  '周敏',
  '刘桂珍',
  '何晓川',
  '谭立',
  '黎明月',
  '覃秋雨',
  '丁一禾',
  '降压药',
  '13812342207',
  '13912345678',
  '密码很长',
  '柳塘村的晒谷坪',
  '清河镇',
  'heli.session_token',
];

export interface Listening {
  heard: () => string;
  /** Fails when anything personal or secret was written, and goes on as before. */
  stop: (secrets?: readonly string[]) => void;
}

export function listenToStderr(): Listening {
  const write = process.stderr.write.bind(process.stderr);
  let heard = '';
  process.stderr.write = ((chunk: string | Uint8Array) => {
    heard += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8');
    return true;
  }) as typeof process.stderr.write;
  return {
    heard: () => heard,
    stop: (secrets = []) => {
      process.stderr.write = write;
      const told = [...NEVER, ...secrets].filter((word) => word.length > 0 && heard.includes(word));
      expect(told).toEqual([]);
    },
  };
}
