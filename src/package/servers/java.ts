import {
  cacheControl,
  contentType,
  fileTypes,
  hashedFolder,
  homeFile,
  notFoundFile,
  securityHeaders,
  serverOnly,
} from '../../model/server/serving.ts';
import { escapeMarkup } from '../escapeMarkup.ts';

/** Where the page that answers lies: what is in this folder cannot be asked for. */
export const javaPagePath = `${serverOnly.java}/serve.jsp`;
export const javaConfigPath = `${serverOnly.java}/web.xml`;

/**
 * The description for Java containers, of Servlet 2.5 (Tomcat 6 and its domestic kin) and later. A
 * container's own way of sending files sets no headers and packs nothing; a filter would have to be
 * compiled against either javax.servlet or jakarta.servlet, and a JSP fits both.
 */
export function javaConfig(): string {
  const mappings = fileTypes
    .map(
      (type) =>
        `  <mime-mapping><extension>${type.extension}</extension><mime-type>${escapeMarkup(contentType(type))}</mime-type></mime-mapping>`,
    )
    .join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>
<!-- 廉政风险防控墙：Java 容器（Tomcat 等）的设置，由程序生成，不用改。 -->
<web-app xmlns="http://java.sun.com/xml/ns/javaee" version="2.5">
  <display-name>fangkong</display-name>
  <servlet>
    <servlet-name>site</servlet-name>
    <jsp-file>/${javaPagePath}</jsp-file>
  </servlet>
  <servlet-mapping>
    <servlet-name>site</servlet-name>
    <url-pattern>/</url-pattern>
  </servlet-mapping>
${mappings}
  <welcome-file-list>
    <welcome-file>${homeFile}</welcome-file>
  </welcome-file-list>
  <error-page>
    <error-code>404</error-code>
    <location>/${notFoundFile}</location>
  </error-page>
</web-app>
`;
}

const quoted = (text: string) => JSON.stringify(text);

const typeRows = fileTypes
  .map(
    (type) =>
      `  types.put(${quoted(type.extension)}, new String[] {${quoted(contentType(type))}, ${quoted(type.isPackable ? 'gzip' : '')}});`,
  )
  .join('\n');

/**
 * The page that answers for every file of the site. Nothing may stand outside of its tags: that would
 * be sent ahead of the file.
 * @param release tells one packaging of the site from another; with it browsers ask whether a file is
 * still the same.
 */
export function javaPage(release: string): string {
  return `<%-- 廉政风险防控墙：把网站的文件发给浏览器，由程序生成，不用改。 --%><%@ page
  pageEncoding="UTF-8" session="false" trimDirectiveWhitespaces="true"
  import="java.io.InputStream,java.io.OutputStream,java.net.URL,java.util.HashMap,java.util.Map,java.util.zip.GZIPOutputStream"
%><%
  // Without the type of a page that the container has set: a picture has no charset.
  response.reset();
  Map<String, String[]> types = new HashMap<String, String[]>();
${typeRows}

${securityHeaders.map(([name, value]) => `  response.setHeader(${quoted(name)}, ${quoted(value)});`).join('\n')}

  String path = request.getServletPath();
  if (request.getPathInfo() != null) path += request.getPathInfo();
  boolean isFolder = !path.endsWith("/") && path.lastIndexOf('.') <= path.lastIndexOf('/')
    && application.getResource(path + "/${homeFile}") != null;
  if (isFolder) {
    String query = request.getQueryString();
    response.sendRedirect(request.getContextPath() + path + "/" + (query == null ? "" : "?" + query));
    return;
  }
  if (path.endsWith("/")) path += "${homeFile}";

  String[] type = types.get(path.substring(path.lastIndexOf('.') + 1));
  // The container comes here with the page for what it refuses by itself.
  boolean isThere = type != null && !path.equals("/${notFoundFile}") && application.getResource(path) != null;
  if (!isThere) {
    response.setStatus(404);
    path = "/${notFoundFile}";
    type = types.get("html");
  }
  String accepted = request.getHeader("Accept-Encoding");
  boolean isPacked = type[1].length() > 0 && accepted != null && accepted.contains("gzip");
  String tag = "\\"${release}" + (isPacked ? "-gzip" : "") + "\\"";
  response.setContentType(type[0]);
  response.setHeader("Cache-Control", isThere && path.startsWith("/${hashedFolder}")
    ? ${quoted(cacheControl.hashed)} : ${quoted(cacheControl.asked)});
  if (type[1].length() > 0) response.setHeader("Vary", "Accept-Encoding");
  if (isThere) {
    response.setHeader("ETag", tag);
    String known = request.getHeader("If-None-Match");
    if (known != null && known.contains(tag)) {
      response.setStatus(304);
      return;
    }
  }

  InputStream file = isPacked ? application.getResourceAsStream(path + ".gz") : null;
  boolean isReady = file != null;
  if (!isReady) file = application.getResourceAsStream(path);
  try {
    if (isPacked) response.setHeader("Content-Encoding", "gzip");
    OutputStream sent = response.getOutputStream();
    if (isPacked && !isReady) sent = new GZIPOutputStream(sent);
    byte[] part = new byte[16384];
    for (int count = file.read(part); count >= 0; count = file.read(part)) sent.write(part, 0, count);
    if (sent instanceof GZIPOutputStream) ((GZIPOutputStream) sent).finish();
  } finally {
    file.close();
  }
%>`;
}
