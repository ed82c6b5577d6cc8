import { useRef, useState } from 'react';
import { getPreferences } from '../ui/preferences.ts';

/** What came back: the answer, a refusal in words, or nothing because the network is away. */
export type Sent<Answer> = { answer: Answer } | { refused: string; status: number } | 'away';

/** A random id (UUID version 4) that nobody guesses; also where there is no HTTPS. */
export function freshId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

const WAIT_MS = 20_000;

async function ask<Answer>(path: string, init: RequestInit): Promise<Sent<Answer>> {
  const ending = new AbortController();
  const timer = setTimeout(() => ending.abort(), WAIT_MS);
  const headers = { ...init.headers, 'accept-language': getPreferences().language };
  try {
    const answer = await fetch(`/api/public/${path}`, { ...init, headers, signal: ending.signal });
    if (answer.status >= 500) return 'away';
    const body = (await answer.json()) as Answer & { sentence?: string };
    return answer.ok ? { answer: body } : { refused: body.sentence ?? '', status: answer.status };
  } catch {
    return 'away';
  } finally {
    clearTimeout(timer);
  }
}

/** Asks a public door. */
export const look = <Answer>(path: string, asked: Record<string, string>) =>
  ask<Answer>(`${path}?${new URLSearchParams(asked)}`, {});

/**
 * Says something at a public door. Said again unchanged after an answer that was lost, it goes out under the same key,
 * and is done once.
 */
export function useSending() {
  const [busy, setBusy] = useState(false);
  const last = useRef({ body: '', key: '' });
  async function send<Answer>(path: string, input: object): Promise<Sent<Answer>> {
    const body = JSON.stringify(input);
    if (last.current.body !== path + body) last.current = { body: path + body, key: freshId() };
    setBusy(true);
    const headers = { 'content-type': 'application/json', 'idempotency-key': last.current.key };
    const sent = await ask<Answer>(path, { method: 'POST', body, headers });
    setBusy(false);
    return sent;
  }
  return { busy, send };
}
