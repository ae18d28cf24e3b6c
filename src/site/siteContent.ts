import { plainContent, type PlainContent } from '../model/content/contentSet.ts';
import { citationIndex, type CitationIndex } from '../model/citation/citationIndex.ts';
import { catalogueOf } from '../model/checks/catalogue.ts';
import { pledgesOf } from '../model/checks/pledges.ts';
import type { LawSource } from '../model/law/lawSchema.ts';
import type { NamedTemplate } from '../model/letter/letter.ts';
import type { Pledge } from '../model/letter/pledges.ts';
import type { CataloguePost } from '../model/post/catalogue.ts';
import { sanctionRulesOf, staffOnWall } from '../model/post/sanctionRules.ts';
import type { NamedWall } from '../model/wall/wall.ts';
import { contentVersions, type ContentVersions } from '../model/content/versions.ts';
import { heldContent, type SoundContent } from '../source/heldContent.ts';

/** The content as pages use it: what was written, without the files that it stands in. */
export interface SiteContent extends Omit<
  PlainContent,
  'walls' | 'laws' | 'letters' | 'posts' | 'pledges'
> {
  /** In the order of the site, each with the name of its file, which is its address. */
  readonly walls: readonly NamedWall[];
  readonly laws: ReadonlyMap<string, LawSource>;
  readonly letters: readonly NamedTemplate[];
  /** All posts, departments in the order of the bureau. */
  readonly catalogue: readonly CataloguePost[];
  readonly pledges: readonly Pledge[];
  /** Where each article is cited, by law. */
  readonly citationUses: CitationIndex;
  readonly versions: ContentVersions;
}

function viewOf({ content }: SoundContent): SiteContent {
  const { walls, laws, letters } = content;
  const catalogue = catalogueOf(content);
  const plain = plainContent(content);
  const namedWalls = walls.map(({ name, data }) => ({ slug: name, wall: data }));
  return {
    ...plain,
    versions: contentVersions(content),
    walls: namedWalls,
    citationUses: citationIndex(namedWalls, (wall) =>
      sanctionRulesOf(plain.bureau, staffOnWall(wall, catalogue)).flatMap(({ basis }) => basis),
    ),
    laws: new Map(laws.map(({ name, data }) => [name, data])),
    catalogue,
    pledges: pledgesOf(content, catalogue),
    letters: letters.map(({ name, data }) => ({ id: name, ...data })),
    // In the order of the walls, the general one last.
    quizzes: [...plain.quizzes].sort((a, b) => (a.wall ?? '~').localeCompare(b.wall ?? '~')),
  };
}

const views = new WeakMap<SoundContent, Promise<SiteContent>>();

/** The content as pages use it; in development it changes when a file does. */
export function siteContent(): Promise<SiteContent> {
  const held = heldContent();
  const view = views.get(held) ?? Promise.resolve(viewOf(held));
  views.set(held, view);
  return view;
}

/** What the checks had to say of this very content, with the files and lines. */
export function contentCheck(): Pick<SoundContent, 'date' | 'content' | 'problems'> {
  return heldContent();
}
