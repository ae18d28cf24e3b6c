import { riskIdPattern, stepIdPattern } from '../fields/ids.ts';
import { parseCitation } from '../law/citation.ts';
import type { LawSource } from '../law/lawSchema.ts';
import type { Problem } from '../problem/problem.ts';
import { answerBiases } from '../quiz/answerBias.ts';
import type { Question, QuizSource, Ticked } from '../quiz/quizSchema.ts';
import { alikePairs } from '../text/similarity.ts';
import type { ContentSet } from '../content/contentSet.ts';
import type { Sourced } from '../content/sourced.ts';
import { citedPage } from '../site/pages.ts';
import { fault, reminder } from '../problem/fault.ts';

type Path = readonly (string | number)[];

/** Above this two stems ask the same thing. */
const similarStemLimit = 0.75;
/** The bank promises this many questions for each wall and this many general ones. */
const leastPerWall = 10;
const leastGeneral = 40;

const fold = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');

/** Every question answered by ticking, parts of cases included, with its place. */
function ticked(question: Question, path: Path): { part: Ticked; path: Path }[] {
  switch (question.type) {
    case '案例':
      return question.parts.map((part, i) => ({ part, path: [...path, 'parts', i] }));
    case '排序':
    case '配对':
      return [];
    default:
      return [{ part: question, path }];
  }
}

function checkDistinct(quiz: Sourced<QuizSource>, texts: readonly string[], path: Path): Problem[] {
  return texts.flatMap((text, i) => {
    const first = texts.findIndex((other) => fold(other) === fold(text));
    if (first === i) return [];
    return fault(quiz, {
      path: [...path, i],
      problem: `和第 ${first + 1} 项一样：“${text}”`,
      remedy: '改写其中一项，每一项都要不同',
    });
  });
}

function checkOptions(quiz: Sourced<QuizSource>, part: Ticked, path: Path): Problem[] {
  if (part.type === '判断') return [];
  const place = [...path, 'options'];
  const right = part.options.filter(({ isRight }) => isRight).length;
  const problems = checkDistinct(
    quiz,
    part.options.map(({ text }) => text),
    place,
  );
  if (part.type === '单选' && right !== 1) {
    problems.push(
      fault(quiz, {
        path: place,
        problem: `单选题有 ${right} 个正确选项`,
        remedy: '只给一个选项写 isRight: true；几个都对的改成多选',
      }),
    );
  }
  if (part.type === '多选' && (right < 2 || right === part.options.length)) {
    problems.push(
      fault(quiz, {
        path: place,
        problem: `多选题 ${part.options.length} 个选项里有 ${right} 个正确`,
        remedy: '正确的至少两个，并且至少留一个错的；只有一个对的改成单选',
      }),
    );
  }
  return problems;
}

/** What a question can rest on, by id. */
interface Grounds {
  readonly steps: ReadonlySet<string>;
  readonly risks: ReadonlySet<string>;
  readonly laws: ReadonlyMap<string, LawSource>;
}

function groundsOf(content: ContentSet): Grounds {
  const steps = new Set(content.walls.flatMap(({ data }) => data.steps.map(({ id }) => id)));
  const risks = new Set(
    content.walls.flatMap(({ data }) =>
      data.steps.flatMap((step) => step.risks.map(({ id }) => id)),
    ),
  );
  const laws = new Map(content.laws.map(({ name, data }) => [name, data]));
  return { steps, risks, laws };
}

function checkBasis(
  { steps, risks, laws }: Grounds,
  quiz: Sourced<QuizSource>,
  question: Question,
  path: Path,
) {
  const remedy = '检查编号；依据写风险点、步骤、法条（法律编号#条号）或者 page:页面名';
  return question.restsOn.flatMap((text, i): Problem[] => {
    const place = [...path, 'restsOn', i];
    const missing = (problem: string) => [fault(quiz, { path: place, problem, remedy })];
    if (text.startsWith('page:')) {
      return citedPage(text.slice(5)) ? [] : missing(`站上没有“${text.slice(5)}”这一页`);
    }
    if (riskIdPattern.test(text)) return risks.has(text) ? [] : missing(`风险点 ${text} 不存在`);
    if (stepIdPattern.test(text)) return steps.has(text) ? [] : missing(`步骤 ${text} 不存在`);
    const citation = parseCitation(text);
    const law = laws.get(citation?.lawId ?? '');
    if (!citation || !law) return missing(`“${text}”不是风险点、步骤，也不是目录里的法律`);
    const { article } = citation;
    return article === undefined || law.articles[article] !== undefined
      ? []
      : missing(`《${law.shortTitle}》的目录里没有这一条`);
  });
}

function checkQuestion(
  grounds: Grounds,
  quiz: Sourced<QuizSource>,
  question: Question,
  path: Path,
): Problem[] {
  const problems = [
    ...checkBasis(grounds, quiz, question, path),
    ...ticked(question, path).flatMap(({ part, path: place }) => checkOptions(quiz, part, place)),
  ];
  if (question.type === '排序') {
    problems.push(...checkDistinct(quiz, question.items, [...path, 'items']));
  }
  if (question.type === '配对') {
    for (const side of ['left', 'right'] as const) {
      const texts = question.pairs.map((pair) => pair[side]);
      problems.push(...checkDistinct(quiz, texts, [...path, 'pairs']));
    }
  }
  const prefix = quiz.data.wall ?? 'gen';
  if (!question.id.startsWith(`${prefix}-`)) {
    problems.push(
      fault(quiz, {
        path: [...path, 'id'],
        problem: `编号 ${question.id} 不是以 ${prefix} 开头`,
        remedy: `改成 ${prefix}-q 开头的编号；墙的题以墙的编号开头，通用题以 gen 开头`,
      }),
    );
  }
  if (question.type === '案例') {
    question.parts.forEach((part, i) => {
      const first = question.parts.findIndex(({ id }) => id === part.id);
      if (first !== i) {
        problems.push(
          fault(quiz, {
            path: [...path, 'parts', i, 'id'],
            problem: `小题编号 ${part.id} 和第 ${first + 1} 小题的一样`,
            remedy: '换一个字母：每个小题的作答按编号保存，编号相同就会互相覆盖',
          }),
        );
      }
      if (part.id.startsWith(`${question.id}-`)) return;
      problems.push(
        fault(quiz, {
          path: [...path, 'parts', i, 'id'],
          problem: `小题编号 ${part.id} 不是以 ${question.id} 开头`,
          remedy: `改成 ${question.id}-a、${question.id}-b 这样`,
        }),
      );
    });
  }
  return problems;
}

interface Placed {
  readonly quiz: Sourced<QuizSource>;
  readonly question: Question;
  readonly index: number;
}

/** For each question the first before it whose stem asks the same thing. */
function stemTwins(all: readonly Placed[]): Map<number, number> {
  const twins = new Map<number, number>();
  const stems = all.map(({ question }) => question.stem);
  for (const { first, second, similarity } of alikePairs(stems, similarStemLimit)) {
    if (similarity <= similarStemLimit) continue;
    twins.set(second, Math.min(first, twins.get(second) ?? first));
  }
  return twins;
}

function checkRepeats(all: readonly Placed[]): Problem[] {
  const problems: Problem[] = [];
  const byId = new Map<string, Placed>();
  const twins = stemTwins(all);
  all.forEach(({ quiz, question, index }, i) => {
    const earlier = byId.get(question.id);
    if (earlier) {
      problems.push(
        fault(quiz, {
          path: ['questions', index, 'id'],
          problem: `编号 ${question.id} 重复，${earlier.quiz === quiz ? '本文件前面' : earlier.quiz.file} 已经用了`,
          remedy: '换一个没有用过的编号；已经发布的那一个不要动',
        }),
      );
    } else {
      byId.set(question.id, { quiz, question, index });
    }
    const twin = all[twins.get(i) ?? -1];
    if (twin) {
      problems.push(
        fault(quiz, {
          path: ['questions', index, 'stem'],
          problem: `题干和 ${twin.question.id} 几乎一样`,
          remedy: '换一个问法或者换一件事来问',
        }),
      );
    }
  });
  return problems;
}

function checkCounts({ walls, quizzes }: ContentSet): Problem[] {
  const problems: Problem[] = [];
  const wallIds = new Set(walls.map(({ data }) => data.id));
  for (const quiz of quizzes) {
    const { wall, questions } = quiz.data;
    if (wall !== undefined && !wallIds.has(wall)) {
      problems.push(
        fault(quiz, {
          path: ['wall'],
          problem: `墙 ${wall} 不存在，或者还没有发布`,
          remedy:
            '写一面已有的墙的编号；墙是草稿（isDraft）的，等墙发布了再放题；墙的文件有错的，先改墙',
        }),
      );
    }
    const earlier = quizzes.find(({ data }) => data.wall === wall);
    if (earlier && earlier !== quiz) {
      problems.push(
        fault(quiz, {
          path: wall === undefined ? [] : ['wall'],
          problem: `${wall === undefined ? '通用题' : `墙 ${wall} 的题`}已经有一个文件：${earlier.file}`,
          remedy: '把两个文件的题并到一个里；通用题以外的文件要写 wall',
        }),
      );
    }
    const least = wall === undefined ? leastGeneral : leastPerWall;
    if (questions.length < least) {
      problems.push(
        reminder(quiz, {
          kind: '题库缺口',
          path: ['questions'],
          problem: `只有 ${questions.length} 题`,
          remedy: `每面墙至少 ${leastPerWall} 题，通用题至少 ${leastGeneral} 题`,
        }),
      );
    }
  }
  const covered = new Set(quizzes.map(({ data }) => data.wall));
  for (const wall of quizzes.length > 0 ? walls : []) {
    if (covered.has(wall.data.id)) continue;
    problems.push(
      reminder(wall, {
        kind: '题库缺口',
        path: ['id'],
        problem: '这面墙还没有测验题',
        remedy: `新建 content/quizzes/${wall.name}.yaml，至少 ${leastPerWall} 题`,
      }),
    );
  }
  return problems;
}

function checkBias({ quizzes }: ContentSet): Problem[] {
  return answerBiases(quizzes.map(({ data }) => data)).flatMap(({ said, remedy, worst }) => {
    const quiz = quizzes[worst];
    return quiz ? [fault(quiz, { path: ['questions'], problem: said, remedy })] : [];
  });
}

/** Rules for the bank of questions: what each rests on exists, and no answer is given away. */
export function checkQuizzes(content: ContentSet): Problem[] {
  const placed = content.quizzes.flatMap((quiz) =>
    quiz.data.questions.map((question, index) => ({ quiz, question, index })),
  );
  const grounds = groundsOf(content);
  return [
    ...placed.flatMap(({ quiz, question, index }) =>
      checkQuestion(grounds, quiz, question, ['questions', index]),
    ),
    ...checkRepeats(placed),
    ...checkCounts(content),
    ...checkBias(content),
  ];
}
