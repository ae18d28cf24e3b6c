// npm run build: starts the build with what the engine has compiled in an earlier one. The
// arguments are told in buildCommand.ts.
import module from 'node:module';
import { resolve } from 'node:path';
import { keptFolder } from './keptFolder.ts';

// Node 20 has none. The engine itself notices an entry that is damaged or of another text. The second
// thread, which draws, learns of it from the environment.
if (!process.argv.includes('--no-cache') && 'enableCompileCache' in module) {
  process.env.NODE_COMPILE_CACHE = resolve(keptFolder(), 'compiled');
  module.enableCompileCache();
}
await import('./buildCommand.ts');
