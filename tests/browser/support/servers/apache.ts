import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { firstOf, freePort, runServer, type ServerKind } from './server.ts';

const program = firstOf('/usr/sbin/apache2', '/usr/sbin/httpd');
const modules = firstOf('/usr/lib/apache2/modules', '/usr/lib64/httpd/modules') ?? '';

/** The plain ones, and the three that the note on deployment asks for. */
const wanted = 'mpm_event authz_core dir mime filter setenvif headers deflate rewrite'.split(' ');

/** Apache with the site's folder in its own, and leave to the folder to set itself up. */
export const apache: ServerKind = {
  name: 'Apache',
  isHere: program !== undefined,
  async start({ unpacked, room }, base) {
    const port = await freePort();
    const root = join(room, 'www');
    const place = join(root, base);
    mkdirSync(place, { recursive: true });
    cpSync(join(unpacked, 'fangkong'), place, { recursive: true });
    const config = join(room, 'apache.conf');
    writeFileSync(
      config,
      `ServerRoot ${room}
ServerName fangkong.intranet
Listen 127.0.0.1:${port}
PidFile ${room}/pid
ErrorLog ${room}/error.log
DefaultRuntimeDir ${room}
${process.getuid?.() === 0 ? 'User www-data\nGroup www-data' : ''}
${wanted.map((name) => `LoadModule ${name}_module ${modules}/mod_${name}.so`).join('\n')}
# Not even the types that every Apache knows: the site has to bring its own.
TypesConfig /dev/null
DocumentRoot ${root}
<Directory ${root}>
  AllowOverride All
  Require all granted
</Directory>
`,
    );
    return runServer([program ?? '', '-f', config, '-DFOREGROUND'], port, base);
  },
};
