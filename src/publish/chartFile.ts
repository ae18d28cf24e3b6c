import { wallDrawing } from '../flowchart/drawingRequest.ts';
import { draw } from '../flowchart/drawingRoom.ts';
import { mermaidSource } from '../flowchart/mermaidSource.ts';
import type { WallSource } from '../model/wall/wallSchema.ts';
import flowchartStyles from '../styles/flowchart.css?raw';
import tokens from '../styles/tokens.css?raw';

/** The values of the light theme: the first block of the tokens. */
const lightTokens = /:root \{[^}]*\}/.exec(tokens)?.[0] ?? '';

/**
 * The chart of a wall with everything that it can tell, as a file of its own: it brings its styles
 * along, stands on white paper, and its links, which lead nowhere outside of the page, are plain groups.
 */
export async function chartSvg(wall: WallSource): Promise<string> {
  const { drawings } = await draw(wallDrawing(wall));
  const plain = drawings.wide.svg
    .replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ')
    .replace(/<a (class="[^"]*")[^>]*>/g, '<g $1>')
    .replace(/<\/a>/g, '</g>');
  const style = `<style><![CDATA[${lightTokens}\nsvg{background:#fff}\n${flowchartStyles}]]></style>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${plain.replace(/(<svg [^>]*>)/, `$1${style}`)}\n`;
}

/** The flow of a wall as Mermaid source. */
export const chartMermaid = (wall: WallSource): string => mermaidSource(wall);
