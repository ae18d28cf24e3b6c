// npm run serve, dev and types: Astro's own commands, with the arguments as they are.
import './withoutTelemetry.ts';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const astro = fileURLToPath(import.meta.resolve('astro/package.json'));
await import(pathToFileURL(join(astro, '../bin/astro.mjs')).href);
