import { escapeMarkup } from '../escapeMarkup.ts';
import type { Block, Note } from './note.ts';

/** One A4 page holds the note on deployment; it is opened from a disc, so its style is in it. */
const style = `@page{size:A4;margin:14mm 18mm}
body{max-width:46rem;margin:0 auto;padding:1rem;font:10.5pt/1.5 SimSun,"Noto Serif CJK SC",serif}
h1{margin:0;font-size:16pt;text-align:center}
h2{margin:.6em 0 .2em;font-size:11pt}
p,ul{margin:.2em 0}
ul{padding-left:1.4em}
.subtitle{text-align:center}
pre{margin:.3em 0;padding:.3em .6em;border:1px solid #999;font:9pt/1.35 Consolas,monospace;white-space:pre-wrap}
@media print{body{max-width:none;padding:0}}`;

function markupOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h2>${escapeMarkup(block.text)}</h2>`;
    case 'text':
      return `<p>${escapeMarkup(block.text)}</p>`;
    case 'list':
      return `<ul>\n${block.items.map((item) => `<li>${escapeMarkup(item)}</li>`).join('\n')}\n</ul>`;
    case 'code':
      return `<pre>${escapeMarkup(block.lines.join('\n'))}</pre>`;
  }
}

/** The note as a page by itself. */
export function notePage({ title, subtitle, blocks }: Note): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>${escapeMarkup(title)}</title>
<style>
${style}
</style>
</head>
<body>
<h1>${escapeMarkup(title)}</h1>
<p class="subtitle">${escapeMarkup(subtitle)}</p>
${blocks.map(markupOf).join('\n')}
</body>
</html>
`;
}
