import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { firstOf, freePort, runServer, type ServerKind } from './server.ts';

const home = firstOf('/usr/share/tomcat10', '/usr/share/tomcat9', '/usr/share/tomcat11');
const java = firstOf('/usr/bin/java');

/** As the manual of Tomcat has it: a server without further parts, `#` for `/` in names. */
const fileFor = (base: string) => `${base.slice(1, -1).replaceAll('/', '#') || 'ROOT'}.war`;

/** Tomcat with the war in its folder of applications. */
export const tomcat: ServerKind = {
  name: 'Tomcat',
  isHere: home !== undefined && java !== undefined,
  async start({ war, room }, base) {
    const port = await freePort();
    for (const folder of ['conf', 'webapps', 'logs', 'temp', 'work']) mkdirSync(join(room, folder));
    copyFileSync(war, join(room, 'webapps', fileFor(base)));
    writeFileSync(
      join(room, 'conf/server.xml'),
      `<Server port="-1"><Service name="Catalina">
  <Connector port="${port}" address="127.0.0.1" />
  <Engine name="Catalina" defaultHost="localhost"><Host name="localhost" appBase="webapps" /></Engine>
</Service></Server>`,
    );
    // What every Tomcat declares for all applications; without types, those come with the site.
    writeFileSync(
      join(room, 'conf/web.xml'),
      `<web-app>
  <servlet><servlet-name>default</servlet-name><servlet-class>org.apache.catalina.servlets.DefaultServlet</servlet-class></servlet>
  <servlet><servlet-name>jsp</servlet-name><servlet-class>org.apache.jasper.servlet.JspServlet</servlet-class></servlet>
  <servlet-mapping><servlet-name>default</servlet-name><url-pattern>/</url-pattern></servlet-mapping>
  <servlet-mapping><servlet-name>jsp</servlet-name><url-pattern>*.jsp</url-pattern></servlet-mapping>
</web-app>`,
    );
    const path = ['bootstrap.jar', 'tomcat-juli.jar'].map((name) => join(home ?? '', 'bin', name));
    return runServer(
      [
        ...[java ?? '', '-cp', path.join(':'), '-Xmx256m', '-Djava.awt.headless=true'],
        ...[`-Dcatalina.home=${home}`, `-Dcatalina.base=${room}`, `-Djava.io.tmpdir=${room}/temp`],
        ...['org.apache.catalina.startup.Bootstrap', 'start'],
      ],
      port,
      base,
    );
  },
};
