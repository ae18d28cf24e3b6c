import type { AstroPrerenderer } from 'astro';
import { tightenPolicy } from './tightenPolicy.ts';

type Rendered = Awaited<ReturnType<AstroPrerenderer['render']>>;

const isPage = ({ headers }: Response) => headers.get('content-type')?.startsWith('text/html');

/** What the page says to the search alone, which has read it by then: half a percent of a wall. */
const withoutSearchMarks = (html: string) =>
  html
    .replace(/<span hidden data-pagefind-filter="[^"]*"><\/span>/g, '')
    .replace(/\sdata-pagefind-[a-z]+(?:="[^"]*")?(?=[\s>])/g, '');

/** The same rendering with another response. */
const withResponse = (rendered: Rendered, response: Response): Rendered =>
  rendered instanceof Response ? response : { ...rendered, response };

/** A renderer whose pages are finished as they come out. */
export type Rendering = Pick<AstroPrerenderer, 'render'>;

/**
 * Finishes each page before it is written, so that no page has to be read from the disk again, and
 * lets others look at it meanwhile.
 * @param base the path under which the site stands, with a slash at its end.
 * @param look is told the path from the home page (`walls/land-registration/`) and the finished HTML.
 */
export function finishing(
  rendering: Rendering,
  base: string,
  look: (path: string, html: string) => void,
): Rendering['render'] {
  return async (request, options) => {
    const rendered = await rendering.render(request, options);
    const response = rendered instanceof Response ? rendered : rendered.response;
    if (!isPage(response)) return rendered;
    const html = tightenPolicy(await response.text());
    look(new URL(request.url).pathname.slice(base.length), html);
    const { status, headers } = response;
    return withResponse(rendered, new Response(withoutSearchMarks(html), { status, headers }));
  };
}
