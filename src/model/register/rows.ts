import { locatorLabel, parseCitation } from '../law/citation.ts';
import { type NamedWall, citedId, placedRisks, riskAnchor } from '../wall/wall.ts';
import { postFinder, type CataloguePost } from '../post/catalogue.ts';
import { placeName } from '../post/postWords.ts';
import type { BureauWords } from '../post/bureauWords.ts';
import type { LawSource } from '../law/lawSchema.ts';
import type { Category, Grade, PostLevel } from '../vocabulary.ts';

/** One risk point with all that its wall says of it: a line of the register (风险台账). */
export interface RegisterRow {
  readonly id: string;
  readonly wall: string;
  readonly wallName: string;
  readonly step: string;
  readonly stepName: string;
  readonly title: string;
  readonly manifestation: string;
  readonly category: Category;
  readonly grade: Grade;
  readonly gradeReason: string;
  readonly level: PostLevel;
  readonly department: string;
  readonly post: string;
  /** Who answers for a risk of its grade (责任领导). */
  readonly leader: string;
  /** Refs and names of its posts. */
  readonly posts: readonly (readonly [ref: string, name: string])[];
  readonly cause: string;
  /** `事前　信息中心：……`, one a line. */
  readonly controls: readonly string[];
  readonly basis: string;
  readonly penalties: string;
  readonly warningSign: string;
  readonly classes: readonly string[];
  readonly system: string;
  /** From the home page: `walls/x/#risk-w01-r07`. */
  readonly path: string;
}

export interface RegisterData {
  readonly contentVersion: string;
  readonly unit: string;
  readonly words: BureauWords;
  /** In the order of the bureau. */
  readonly departments: readonly string[];
  readonly rows: readonly RegisterRow[];
}

function citationLabel(text: string, laws: ReadonlyMap<string, LawSource>): string {
  const citation = parseCitation(text);
  const law = citation && laws.get(citation.lawId);
  if (!citation || !law) return text;
  return `《${law.shortTitle}》${locatorLabel(citation)}${law.isVerified ? '' : '（未核条文）'}`;
}

/**
 * All risks of all walls, in the order of the site.
 * @param answersFor who answers for a risk of each grade.
 */
export function registerRows(
  walls: readonly NamedWall[],
  laws: ReadonlyMap<string, LawSource>,
  catalogue: readonly CataloguePost[],
  answersFor: Readonly<Record<Grade, string>>,
): RegisterRow[] {
  const postsOf = postFinder(catalogue);
  const labels = (ids: readonly string[]) => ids.map((one) => citationLabel(one, laws)).join('；');
  return walls.flatMap(({ slug, wall }) =>
    placedRisks(wall).map(({ risk, step, stepNumber }) => ({
      id: risk.id,
      wall: wall.id,
      wallName: wall.powerItem,
      step: step.id,
      stepName: `${stepNumber} ${step.name}`,
      title: risk.title,
      manifestation: risk.manifestation,
      category: risk.category,
      grade: risk.grade,
      gradeReason: risk.gradeReason,
      level: risk.postLevel,
      department: risk.department,
      post: risk.posts.join('、'),
      leader: answersFor[risk.grade],
      posts: postsOf(risk).map(
        ({ ref, name, department }) => [ref, placeName(department.name, name)] as const,
      ),
      cause: risk.cause,
      controls: risk.controls.map(({ phase, by, text }) => `${phase}　${by}：${text}`),
      basis: labels(step.basis),
      penalties: labels(risk.penalties),
      warningSign: risk.warningSign,
      classes: [wall.powerClass, ...wall.alsoPowerClasses],
      system: step.system ?? '',
      path: `walls/${slug}/#${riskAnchor(risk.id)}`,
    })),
  );
}

/** The columns that a reader can choose, in their order. */
export interface RegisterColumn {
  readonly key: string;
  readonly head: string;
  /** In characters, for Excel. */
  readonly width: number;
  readonly isShownAtFirst: boolean;
  readonly text: (row: RegisterRow) => string;
}

const column = (
  key: string,
  head: string,
  width: number,
  text: (row: RegisterRow) => string,
  isShownAtFirst = false,
): RegisterColumn => ({ key, head, width, text, isShownAtFirst });

export const registerColumns: readonly RegisterColumn[] = [
  column('id', '编号', 10, ({ id }) => citedId(id), true),
  column('wall', '权力事项', 16, ({ wallName }) => wallName, true),
  column('step', '环节', 14, ({ stepName }) => stepName, true),
  column('title', '风险点', 14, ({ title }) => title, true),
  column('manifestation', '表现形式', 40, ({ manifestation }) => manifestation, true),
  column('category', '类别', 10, ({ category }) => category, true),
  column('grade', '等级', 7, ({ grade }) => grade, true),
  column('reason', '定级理由', 26, ({ gradeReason }) => gradeReason),
  column('level', '岗位层级', 8, ({ level }) => level),
  column('department', '处室', 12, ({ department }) => department, true),
  column('post', '岗位', 12, ({ post }) => post),
  column('leader', '责任领导', 12, ({ leader }) => leader),
  column('cause', '原因', 24, ({ cause }) => cause),
  column('controls', '防控措施', 48, ({ controls }) => controls.join('\n')),
  column('basis', '工作依据', 26, ({ basis }) => basis),
  column('penalties', '惩处依据', 26, ({ penalties }) => penalties),
  column('sign', '预警信号', 26, ({ warningSign }) => warningSign),
  column('system', '信息系统', 14, ({ system }) => system),
];
