import { isExternal, type Department } from './bureauSchema.ts';
import { fullPostName, type CataloguePost } from './catalogue.ts';
import { placeName } from './postWords.ts';
import { everyPost, postQuery } from './myPost.ts';
import {
  type NamedWall,
  countByGrade,
  placedRisks,
  type GradeCounts,
  type PlacedRisk,
} from '../wall/wall.ts';
import { postLevelEntries, postLevels, type PostLevel } from '../vocabulary.ts';
import type { Post, Step } from '../wall/wallSchema.ts';

export interface PlacedStep {
  readonly step: Step;
  /** Counted from 1 in the order of the wall. */
  readonly stepNumber: number;
}

/** What a level or a department has to do with one wall. */
export interface PostOnWall {
  readonly slug: string;
  readonly wallId: string;
  readonly powerItem: string;
  /** What the wall says of the posts that this page is about. */
  readonly posts: readonly Post[];
  readonly steps: readonly PlacedStep[];
  readonly risks: readonly PlacedRisk[];
  /** Empty for a level: it has its part in every wall. */
  readonly role: '主办' | '协办' | '';
}

/** The page of a level or of a department: 定权、定责、定险. */
export interface PostOverview {
  /** Last part of the address of its page; never changes. */
  readonly code: string;
  /** `普通岗位` or the department's name. */
  readonly name: string;
  readonly level?: PostLevel;
  readonly department?: string;
  /** For the page of a post of the catalogue. */
  readonly post?: CataloguePost;
  readonly counts: GradeCounts;
  /** In the order of the site; only those that it has a part in. */
  readonly walls: readonly PostOnWall[];
}

/** The query that opens a page of answers or of letters with this level or department chosen. */
export const overviewQuery = ({ level, department, post }: PostOverview): string =>
  postQuery(
    post
      ? { ...everyPost, posts: [post.ref] }
      : {
          ...everyPost,
          levels: level ? [level] : [],
          departments: department ? [department] : [],
        },
  );

function overview(
  head: Pick<PostOverview, 'code' | 'name' | 'level' | 'department' | 'post'>,
  walls: readonly PostOnWall[],
): PostOverview {
  const counts = countByGrade(walls.flatMap(({ risks }) => risks.map(({ risk }) => risk)));
  return { ...head, counts, walls };
}

const numbered = (steps: readonly Step[]): PlacedStep[] =>
  steps.map((step, i) => ({ step, stepNumber: i + 1 }));

/** A level over all walls: its duties and boundary everywhere, the collective decisions for leaders. */
export function levelOverview(level: PostLevel, walls: readonly NamedWall[]): PostOverview {
  return overview(
    { code: postLevelEntries[level].code, name: `${level}岗位`, level },
    walls.map(({ slug, wall }) => ({
      slug,
      wallId: wall.id,
      powerItem: wall.powerItem,
      posts: wall.posts.filter((post) => post.level === level),
      steps:
        level === '领导'
          ? numbered(wall.steps).filter(({ step }) => step.isCollectiveDecision)
          : [],
      risks: placedRisks(wall).filter(({ risk }) => risk.postLevel === level),
      role: '',
    })),
  );
}

/**
 * A department over the walls that it leads, joins in, works at or has risks on. Duties and boundaries
 * are those of the walls that it leads: a wall tells its posts by level, not by department.
 * @param known names of all departments and outside bodies, to tell a step that names none of them.
 */
export function departmentOverview(
  { id, name }: Pick<Department, 'id' | 'name'>,
  walls: readonly NamedWall[],
  known: readonly string[],
): PostOverview {
  const parts = walls.flatMap(({ slug, wall }): PostOnWall[] => {
    const isLead = wall.leadDepartments.includes(name);
    const steps = numbered(wall.steps).filter(
      ({ step: { actor } }) =>
        // A step that names a post but no department is done where the wall is led.
        actor.includes(name) || (isLead && !known.some((one) => actor.includes(one))),
    );
    const risks = placedRisks(wall).filter(({ risk }) => risk.department === name);
    const isCo = wall.coDepartments.includes(name);
    if (!isLead && !isCo && steps.length + risks.length === 0) return [];
    return [
      {
        slug,
        wallId: wall.id,
        powerItem: wall.powerItem,
        posts: isLead
          ? postLevels.flatMap((level) => wall.posts.filter((post) => post.level === level))
          : [],
        steps,
        risks,
        role: isLead ? '主办' : '协办',
      },
    ];
  });
  return overview({ code: id, name, department: name }, parts);
}

/**
 * A post of the catalogue over the walls that it has risks on or does steps of. What it may decide is
 * what the wall says of its level, where its department leads.
 */
export function cataloguePostOverview(
  post: CataloguePost,
  walls: readonly NamedWall[],
): PostOverview {
  const department = post.department.name;
  const parts = walls.flatMap(({ slug, wall }): PostOnWall[] => {
    const risks = placedRisks(wall).filter(
      ({ risk }) => risk.department === department && risk.posts.includes(post.name),
    );
    const isLead = wall.leadDepartments.includes(department);
    const steps = numbered(wall.steps).filter(({ step }) =>
      step.posts.includes(fullPostName(post)),
    );
    if (steps.length + risks.length === 0) return [];
    return [
      {
        slug,
        wallId: wall.id,
        powerItem: wall.powerItem,
        posts:
          isLead || post.level === '领导'
            ? wall.posts.filter(({ level }) => level === post.level)
            : [],
        steps,
        risks,
        role: isLead ? '主办' : '协办',
      },
    ];
  });
  return overview(
    { code: post.ref, name: placeName(department, post.name), department, post },
    parts,
  );
}

/** The pages of `/posts/`: three levels, then each department that has people. */
export function postOverviews(
  walls: readonly NamedWall[],
  departments: readonly Department[],
  catalogue: readonly CataloguePost[],
): { readonly levels: PostOverview[]; readonly departments: PostOverview[] } {
  const known = departments.map(({ name }) => name);
  return {
    levels: postLevels.map((level) => levelOverview(level, walls)),
    departments: departments
      // An outside body has a page where people of it answer for risks.
      .filter(
        (one) => !isExternal(one) || catalogue.some(({ department }) => department.id === one.id),
      )
      .map((department) => departmentOverview(department, walls, known)),
  };
}
