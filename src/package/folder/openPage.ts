import { escapeMarkup } from '../escapeMarkup.ts';
import { homeFile } from '../../model/server/serving.ts';

/** The one file of the edition with a Chinese name: what to double-click. */
export const openName = '打开.html';

/** The script that leads on, in the folder of the site. */
export const openScript = 'open.js';

export const openScriptText = (folder: string) => `location.replace('${folder}/${homeFile}');\n`;

/**
 * The page beside the folder of the site that leads into it. A script of that folder does it, so that
 * whoever opens the page inside a zip, where it stands alone, reads what to do instead of an error.
 * @param folder of the site.
 */
export function openPage(siteTitle: string, folder: string): string {
  const title = escapeMarkup(siteTitle);
  const home = `${folder}/${homeFile}`;
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="renderer" content="webkit">
<title>${title}</title>
<script src="${folder}/${openScript}"></script>
<noscript><meta http-equiv="refresh" content="0; url=${home}"></noscript>
<style>body{max-width:36rem;margin:3rem auto;padding:0 1rem;font:1.1rem/1.8 "Microsoft YaHei",sans-serif}</style>
</head>
<body>
<h1>${title}</h1>
<p><a href="${home}">打开网站</a></p>
<p>点了打不开，多半是压缩包还没有解开：先把压缩包里的东西全部解开到一个文件夹，再打开那里的“打开.html”。</p>
<p>要用 Chrome、Edge、360 或者奇安信的极速模式，内核 86 以上。</p>
</body>
</html>
`;
}
