#!/usr/bin/env node
// The operator's command. Builds what is missing or older than its source, then hands over to dist/heli.js.
import { ensureBuilt } from '../scripts/build.js';

const built = await ensureBuilt();
const { main } = await import(built.program);
process.exitCode = await main(process.argv.slice(2));
