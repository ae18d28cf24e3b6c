import { compareArticles, locatorLabel, parseCitation } from '../law/citation.ts';
import { wallCitations } from './wallCitations.ts';
import type { LawSource } from '../law/lawSchema.ts';
import type { MechanismDocument } from '../mechanism/documentSchema.ts';
import type { SanctionRule } from '../post/sanctionRules.ts';
import { placedRisks, riskAnchor, stepAnchor, type NamedWall } from '../wall/wall.ts';
import type { WallSource } from '../wall/wallSchema.ts';

/** One place of a wall that cites an article. */
export interface CitationUse {
  readonly slug: string;
  readonly wall: WallSource;
  /** Anchor on the wall page. */
  readonly anchor: string;
  /** What cites: `第 3 步 张榜公示` or `W01-R07 红线提前泄露`. */
  readonly label: string;
  readonly role: '工作依据' | '时限出处' | '惩处依据' | '权限依据' | '权利依据';
}

/** Uses by law id, then by article key (`''` for the law as a whole). */
export type CitationIndex = ReadonlyMap<string, ReadonlyMap<string, readonly CitationUse[]>>;

/** The citations of the rules that stand below the penalties of a wall. */
export type StandingCitations = (wall: WallSource) => readonly string[];

function usesOf(
  { slug, wall }: NamedWall,
  standing: StandingCitations,
): { text: string; use: CitationUse }[] {
  const at = (texts: readonly string[], use: Pick<CitationUse, 'anchor' | 'label' | 'role'>) =>
    texts.map((text) => ({ text, use: { slug, wall, ...use } }));
  return [
    ...wall.posts.flatMap((post) =>
      at(post.authority.basis, {
        anchor: 'posts',
        label: `${post.level}岗位的权限`,
        role: '权限依据',
      }),
    ),
    ...wall.rights.flatMap(({ basis }) =>
      at(basis, { anchor: 'rights', label: '相对人的权利', role: '权利依据' }),
    ),
    ...wall.steps.flatMap((step, i) => {
      const place = { anchor: stepAnchor(step.id), label: `第 ${i + 1} 步 ${step.name}` };
      return [
        ...at(step.basis, { ...place, role: '工作依据' }),
        ...at(
          step.timeLimits.flatMap(({ source }) => source ?? []),
          { ...place, role: '时限出处' },
        ),
      ];
    }),
    ...at([...new Set(standing(wall))], {
      anchor: 'sanctions',
      label: '惩处措施还适用的规定',
      role: '惩处依据',
    }),
    ...placedRisks(wall).flatMap(({ risk }) =>
      at(risk.penalties, {
        anchor: riskAnchor(risk.id),
        label: `风险点 ${risk.title}`,
        role: '惩处依据',
      }),
    ),
  ];
}

/** Answers “which walls and steps rest on this article”. */
export function citationIndex(
  walls: readonly NamedWall[],
  standing: StandingCitations = () => [],
): CitationIndex {
  const index = new Map<string, Map<string, CitationUse[]>>();
  // An article that every wall cites has more uses than can be gone through for each.
  const known = new Set<string>();
  for (const { text, use } of walls.flatMap((wall) => usesOf(wall, standing))) {
    const citation = parseCitation(text);
    if (!citation) continue;
    const byArticle = index.get(citation.lawId) ?? new Map<string, CitationUse[]>();
    index.set(citation.lawId, byArticle);
    const key = citation.article ?? '';
    const uses = byArticle.get(key) ?? [];
    byArticle.set(key, uses);
    const place = `${citation.lawId} ${key} ${use.slug} ${use.anchor} ${use.role}`;
    if (!known.has(place)) uses.push(use);
    known.add(place);
  }
  return index;
}

/** The articles of a law in their order, `''` (the law as a whole) first. */
export function sortedArticles(articles: Iterable<string>): string[] {
  return [...articles].sort((a, b) => (a === '' ? -1 : b === '' ? 1 : compareArticles(a, b)));
}

/** One line of the published list of citations. */
export interface CitationRecord {
  readonly law: string;
  readonly article?: string;
  /** Of the text that was read; tells numbers before an amendment from those after. */
  readonly textDate?: string;
  readonly where: string;
}

type Laws = ReadonlyMap<string, LawSource>;

function record(text: string, where: string, laws: Laws): CitationRecord[] {
  const citation = parseCitation(text);
  if (!citation) return [];
  const law = laws.get(citation.lawId);
  const article = locatorLabel(citation);
  return [
    {
      law: law?.title ?? citation.lawId,
      ...(article && { article }),
      ...(law?.textDate && { textDate: law.textDate }),
      where,
    },
  ];
}

/** Every citation of every wall in full words, for checking against the texts of the laws. */
export function citationRecords(walls: readonly NamedWall[], laws: Laws): CitationRecord[] {
  return walls.flatMap(({ slug, wall }) =>
    wallCitations(wall).flatMap(({ text, path }) =>
      record(text, `walls/${slug} ${path.join('.')}`, laws),
    ),
  );
}

/** Every citation of the documents of the five mechanisms, in the same form. */
export function documentCitations(
  documents: readonly MechanismDocument[],
  laws: Laws,
): CitationRecord[] {
  return documents.flatMap(({ id, basis }) =>
    basis.flatMap((text) => record(text, `mechanisms/#${id}`, laws)),
  );
}

/** Every citation of the rules by kind of staff, in the same form. */
export function sanctionCitations(rules: readonly SanctionRule[], laws: Laws): CitationRecord[] {
  return rules.flatMap(({ basis }, i) =>
    basis.flatMap((text) => record(text, `bureau sanctionRules.${i}`, laws)),
  );
}

/** Anchor of an article on its law's page. */
export const articleAnchor = (article: string): string => `article-${article}`;
