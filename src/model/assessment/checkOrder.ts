import { matchPost } from '../letter/matchPost.ts';
import { departmentsOf, wallsLedBy, type PostGround } from '../post/postScope.ts';
import { gradeEntries, grades } from '../vocabulary.ts';
import type { ChecklistEntry } from './checklist.ts';
import type { RecordHead } from './record.ts';

/** A part of the checklist: what concerns the person most stands first. */
export interface CheckSection<Risk> {
  readonly key: string;
  /** Heading; empty where the list has only one part. */
  readonly name: string;
  readonly risks: readonly Risk[];
}

/** Who fills in, as far as the head of the record tells it. */
type Owner = Pick<RecordHead, 'scope' | 'post' | 'department'>;

type Ground = Pick<PostGround<unknown>, 'posts' | 'walls'>;

/** The posts of the catalogue that the person holds: as chosen, or as written into the head. */
function jobsOf({ scope, post, department }: Owner, { posts }: Ground): readonly string[] {
  if (scope.posts.length > 0) return scope.posts;
  if (post.trim() === '') return [];
  const place = department.trim() || (scope.departments[0] ?? '');
  const isListed = posts.some(({ name }) => name === place);
  const found = matchPost(posts, isListed ? place : '', post).post;
  return found ? [found.ref] : [];
}

/**
 * The checklist in the order in which it concerns the person: what the own post does, the walls of
 * the own department first among it; then what others do on those walls; then the rest, gravest
 * first. Within a part walls and steps keep their order, so that a step is read in one go. Of a
 * person of whom nothing is known, and of a whole unit, nothing is put before anything else.
 * @param risks in the order of walls and steps.
 */
export function checkSections<Risk extends ChecklistEntry>(
  risks: readonly Risk[],
  owner: Owner,
  ground: Ground,
): CheckSection<Risk>[] {
  const jobs = jobsOf(owner, ground);
  const departments = departmentsOf({ ...owner.scope, posts: jobs }, ground.posts);
  const led = wallsLedBy([...departments, owner.department.trim()], ground.walls);
  const ownWalls = new Set([...led.map(({ id }) => id), ...owner.scope.walls]);
  const isJob = ({ posts }: Risk) => posts.some((ref) => jobs.includes(ref));
  const isOnOwnWall = ({ wallId }: Risk) => ownWalls.has(wallId);

  const jobRisks = risks.filter(isJob);
  const others = risks.filter((risk) => !isJob(risk));
  const rest = others.filter((risk) => !isOnOwnWall(risk));
  if (jobRisks.length === 0 && rest.length === risks.length) {
    return risks.length > 0 ? [{ key: 'all', name: '', risks }] : [];
  }
  const sections = [
    {
      key: 'job',
      name: '我的岗位',
      risks: [...jobRisks.filter(isOnOwnWall), ...jobRisks.filter((risk) => !isOnOwnWall(risk))],
    },
    {
      key: 'walls',
      name: jobs.length > 0 ? '本处室主办的事项，别的岗位' : '本处室主办的事项',
      risks: others.filter(isOnOwnWall),
    },
    ...grades.map((grade) => ({
      key: `rest-${gradeEntries[grade].rank}`,
      name: `其余的，${gradeEntries[grade].mark}${grade}`,
      risks: rest.filter((risk) => risk.grade === grade),
    })),
  ].filter((section) => section.risks.length > 0);
  return sections.length === 1 ? sections.map((one) => ({ ...one, name: '' })) : sections;
}

/** Risks of one step that stand together. */
export interface CheckGroup<Risk> {
  readonly key: string;
  /** Heading of the part that begins here. */
  readonly section: string | undefined;
  /** All risks of the wall in this part, where the wall begins here. */
  readonly wallRisks: readonly Risk[] | undefined;
  readonly risks: readonly Risk[];
}

interface Stepped extends ChecklistEntry {
  readonly stepNumber: number;
}

/** The sections cut at every new wall and step. */
export function checkGroups<Risk extends Stepped>(
  sections: readonly CheckSection<Risk>[],
): CheckGroup<Risk>[] {
  return sections.flatMap(({ key, name, risks }) => {
    const groups: (CheckGroup<Risk> & { readonly risks: Risk[] })[] = [];
    for (const risk of risks) {
      const last = groups[groups.length - 1];
      const before = last?.risks[0];
      if (last && before?.wallId === risk.wallId && before.stepNumber === risk.stepNumber) {
        last.risks.push(risk);
        continue;
      }
      groups.push({
        key: `${key}-${risk.wallId}-${risk.stepNumber}`,
        section: last || name === '' ? undefined : `${name}（${risks.length} 条）`,
        wallRisks:
          before?.wallId === risk.wallId
            ? undefined
            : risks.filter(({ wallId }) => wallId === risk.wallId),
        risks: [risk],
      });
    }
    return groups;
  });
}

/** Fewest risks that are drawn together: two screens of them. */
const chunkRisks = 12;

/** The groups in chunks that are drawn together, in their order; no step is cut. */
export function chunksOf<Risk>(groups: readonly CheckGroup<Risk>[]): CheckGroup<Risk>[][] {
  const chunks: CheckGroup<Risk>[][] = [];
  let count = chunkRisks;
  for (const group of groups) {
    if (count >= chunkRisks) {
      chunks.push([]);
      count = 0;
    }
    chunks[chunks.length - 1]?.push(group);
    count += group.risks.length;
  }
  return chunks;
}
