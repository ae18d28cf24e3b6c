import { javaPagePath } from '../servers/java.ts';
import { pageOf } from '../../model/site/pages.ts';
import { notFoundFile, serverOnly } from '../../model/server/serving.ts';
import { siteFolder } from '../siteFiles.ts';
import type { Release } from '../release.ts';
import { code, heading, list, text, type Block, type Note } from './note.ts';
import { openName } from '../folder/openPage.ts';

/** Names of what is handed over. */
export interface PackageNames {
  readonly web: string;
  readonly war: string;
  /** None where the site was built for one path. */
  readonly folder: string | undefined;
  /** The nginx lines, beside the site's folder in the zip. */
  readonly nginx: string;
}

/** Containers take the path from the name of the file, with `#` for a slash. */
const warName = (base: string) => `${base.slice(1, -1).replaceAll('/', '#') || 'ROOT'}.war`;

const warNames = (base?: string) =>
  base === undefined
    ? ['/', `/${siteFolder}/`, `/oa/${siteFolder}/`]
        .map((path) => `网址是 ${path} 的叫 ${warName(path)}`)
        .join('，')
    : `叫 ${warName(base)}`;

/** Without a server; nothing where the site was built for one path. */
const onDisc = (name: string | undefined): readonly Block[] =>
  name === undefined
    ? []
    : [
        list(
          `没有服务器：用单机版 ${name}，整个解开到硬盘、光盘或者 U 盘上，双击“${openName}”，浏览器要内核 86 以上。和内网版是同样的内容，能查、能填、能存、能印。填的东西存在那台电脑的浏览器里，记在单位编号名下：换新版的文件夹、换位置都接着用，别的单位的文件夹看不到。它和内网版不互通，要搬就导出文件。`,
        ),
      ];

/**
 * What the officer who runs the server has to do, on one page.
 * @param base the path for which the addresses are written; undefined when any will do.
 */
export function deploymentNote(release: Release, names: PackageNames, base?: string): Note {
  const path = base ?? `/${siteFolder}/`;
  const folder = `/data/www/${siteFolder}`;
  const where =
    base === undefined
      ? '放在网站根上或者任何路径下都能用，不用改文件。'
      : `只能放在路径 ${base} 下。`;
  return {
    title: `${release.siteTitle} 部署说明`,
    subtitle: `版本 ${release.version}，内容改到 ${release.day}`,
    blocks: [
      text(
        `全部是网页文件：没有数据库，没有后台，不连外网，服务器上不用装程序。${where}用普通 http 就行。`,
      ),
      heading('一、先核对'),
      text('在 Windows 的命令行里算校验值，和 SHA256SUMS 里的一行对，不一样就重新拷。'),
      code(`certutil -hashfile ${names.web} SHA256`),
      heading('二、放上去（用哪种服务器看哪一条）'),
      list(
        `IIS 7 到 10：解开 ${names.web}，把里面的 ${siteFolder} 文件夹放进网站目录（例如 C:\\inetpub\\wwwroot\\）。设置在文件夹里的 ${serverOnly.iis}，自动生效。服务器角色里要有“静态内容”“默认文档”“HTTP 错误”，最好有“静态内容压缩”。`,
        `nginx：把 ${siteFolder} 文件夹和 ${names.nginx} 放到服务器上，在 server { } 里加下面几行${base === undefined ? '（路径和文件夹换成自己的）' : ''}，运行 nginx -t 和 nginx -s reload。`,
      ),
      code(
        ...(path === '/' ? [] : [`location = ${path.replace(/\/$/, '')} { return 301 ${path}; }`]),
        `location ${path} {`,
        path === '/' ? `    root ${folder};` : `    alias ${folder}/;`,
        `    error_page 404 ${path}${notFoundFile};`,
        `    include /data/www/${names.nginx};`,
        '}',
      ),
      list(
        `Apache 2.4：把 ${siteFolder} 文件夹放进网站目录，对它写 AllowOverride All，打开 headers、deflate、rewrite 三个模块。设置在文件夹里的 ${serverOnly.apache}。`,
        `Tomcat 等 Java 容器：用 ${names.war}，放进 webapps 时改名：${warNames(base)}。要容器支持 JSP（只有 ${javaPagePath} 一个）；不支持的用前面三种。`,
      ),
      ...onDisc(names.folder),
      heading('三、打开自检'),
      text(
        `打开首页网址后面加 ${pageOf('self-test').path} 的一页（帮助页里也有链接）：服务器的设置、文件、这台电脑的浏览器和字体一条一条查，不对的写着改哪里。改到没有“有问题”为止；“全部文件核对”按一次，看有没有少拷、拷坏的。`,
      ),
      list(
        '别的系统用框架嵌本站的，主机名和端口要和本站一样，不一样的浏览器不让嵌；只放链接没有这个限制。',
      ),
      heading('四、以后更新'),
      list(
        `整个 ${siteFolder} 文件夹一起换，不要只换几个文件；旧的改个名字挪到网站目录外面，要退回时换回来。换完再打开自检看一遍。`,
        '读的人填的自查、测验、承诺书都存在各自的浏览器里，换文件、退回旧版都不会丢，填到一半的，页面会请他重新载入；但网址开头的主机名和端口一改，浏览器就当成另一个网站，以前填的看不到了。改网址以前请各人先导出。',
        '承诺书和展板上的二维码是按打开时的网址画的，改了网址要重印。',
      ),
    ],
  };
}
