import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { firstOf, freePort, runServer, type ServerKind } from './server.ts';

const program = firstOf('/usr/sbin/nginx', '/usr/local/sbin/nginx', '/usr/local/nginx/sbin/nginx');

/** nginx with nothing but the lines of the note on deployment. */
export const nginx: ServerKind = {
  name: 'nginx',
  isHere: program !== undefined,
  async start({ unpacked, room }, base) {
    const port = await freePort();
    const site = join(unpacked, 'fangkong');
    const place = base === '/' ? `root ${site};` : `alias ${site}/;`;
    const bare = base.replace(/\/$/, '');
    const config = join(room, 'nginx.conf');
    const spool = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
    writeFileSync(
      config,
      `daemon off;
pid ${room}/pid;
error_log ${room}/error.log;
${process.getuid?.() === 0 ? 'user root;' : ''}
events {}
http {
  access_log off;
  ${spool.map((name) => `${name}_temp_path ${room}/${name};`).join('\n  ')}
  server {
    listen 127.0.0.1:${port};
    ${base === '/' ? '' : `location = ${bare} { return 301 ${base}; }`}
    location ${base} {
      ${place}
      error_page 404 ${base}404.html;
      include ${join(unpacked, 'fangkong-nginx.conf')};
    }
  }
}
`,
    );
    return runServer([program ?? '', '-c', config, '-e', `${room}/error.log`], port, base);
  },
};
