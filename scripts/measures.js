// Writes docs/measures from the registry of measures: node scripts/measures.js
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const folder = path.join(root, 'docs/measures');
const vite = await createServer({ root, configFile: false, server: { middlewareMode: true }, appType: 'custom' });
try {
  const { measureDocs } = await vite.ssrLoadModule('/src/lenses/docs.ts');
  const { registry } = await vite.ssrLoadModule('/src/lenses/registry.ts');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(measureDocs(registry))) writeFileSync(path.join(folder, name), text);
} finally {
  await vite.close();
}
