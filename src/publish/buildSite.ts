// npm run build: starts the build with what the engine has compiled in an earlier one. The
// arguments are told in buildCommand.ts.
import module from 'node:module';
import { join } from 'node:path';
import { keptFolder } from './keptFolder.ts';

// Node 20 has none. The engine itself notices an entry that is damaged or of another text.
if (!process.argv.includes('--no-cache') && 'enableCompileCache' in module)
  module.enableCompileCache(join(keptFolder(), 'compiled'));
await import('./buildCommand.ts');
