/** The short code of a journal head, as printed on reports: the first twelve hex digits in groups of four. */
export function shortCode(hash: Buffer | Uint8Array): string {
  const hex = Buffer.from(hash).toString('hex').slice(0, 12);
  return hex.match(/.{1,4}/g)?.join(' ') ?? '';
}
