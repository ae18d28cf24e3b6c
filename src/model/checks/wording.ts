import type { ContentSet } from '../content/contentSet.ts';
import type { Sourced } from '../content/sourced.ts';
import { articleLabel, parseCitation } from '../law/citation.ts';
import { fault } from '../problem/fault.ts';
import type { Problem } from '../problem/problem.ts';
import type { Risk, WallSource } from '../wall/wallSchema.ts';
import type { Wording } from '../wording/wordingSchema.ts';

/** A name of a risk is read on forms and letters, without the text that explains it. */
const titleLength = { least: 4, most: 12 };

type Path = readonly (string | number)[];

const hasAny = (text: string, words: readonly string[]) =>
  words.some((word) => text.includes(word));

function checkTitle(wall: Sourced<WallSource>, risk: Risk, path: Path, wording?: Wording) {
  const { title, id } = risk;
  const length = [...title].length;
  const problems: Problem[] = [];
  if (length < titleLength.least || length > titleLength.most) {
    problems.push(
      fault(wall, {
        path: [...path, 'title'],
        problem: `${id} 的名称“${title}”有 ${length} 个字`,
        remedy: `写成 ${titleLength.least} 到 ${titleLength.most} 个字的名词短语或者动宾短语，例如“红线提前泄露”`,
      }),
    );
  }
  for (const word of wording?.titleWords ?? []) {
    if (!title.includes(word)) continue;
    problems.push(
      fault(wall, {
        path: [...path, 'title'],
        problem: `${id} 的名称“${title}”里有“${word}”，没看过正文的人读不懂`,
        remedy: `直说做了什么，例如“成本漏列社保费”；确实是通用的说法，从 content/wording.yaml 的 titleWords 里去掉这个词`,
      }),
    );
  }
  return problems;
}

/** Sentences of a text: a rule about words that stand together does not reach over a full stop. */
const sentences = (text: string) => text.split(/[。；]/);

function checkBanned(wall: Sourced<WallSource>, text: string, path: Path, wording: Wording) {
  return wording.banned.flatMap(({ all, unless, because, instead }) =>
    sentences(text)
      .filter((one) => all.every((word) => one.includes(word)) && !hasAny(one, unless))
      .map((one) =>
        fault(wall, { path, problem: `“${one}”照做就违法：${because}`, remedy: instead }),
      ),
  );
}

function checkCrime(wall: Sourced<WallSource>, risk: Risk, path: Path, wording: Wording) {
  if (risk.grade !== '一类') return [];
  const told = risk.title + risk.manifestation + risk.gradeReason;
  return wording.crimes.flatMap(({ any, unless, article, because }) => {
    const needed = parseCitation(article);
    if (!needed?.article || !hasAny(told, any) || hasAny(told, unless)) return [];
    const isCited = risk.penalties.some((text) => {
      const cited = parseCitation(text);
      return cited?.lawId === needed.lawId && cited.article === needed.article;
    });
    if (isCited) return [];
    return [
      fault(wall, {
        path: [...path, 'penalties'],
        problem: `${risk.id} 说的是“${any.find((word) => told.includes(word)) ?? ''}”，惩处依据里没有${articleLabel(needed.article)}：${because}`,
        remedy: `补上 ${article}；不是这种行为的，改写表现形式`,
      }),
    ];
  });
}

/** The articles of embezzlement and of bribery: whether they are met turns on what was gained. */
const gainCrimes = ['382', '385'];

function checkGain(wall: Sourced<WallSource>, risk: Risk, path: Path, wording?: Wording) {
  const words = wording?.gainWords ?? [];
  const isGain = risk.penalties.some((text) => {
    const cited = parseCitation(text);
    return cited?.lawId === 'xing-fa' && gainCrimes.includes(cited.article ?? '');
  });
  if (risk.grade !== '一类' || !isGain || words.length === 0) return [];
  if (hasAny(risk.manifestation, words)) return [];
  return [
    fault(wall, {
      path: [...path, 'manifestation'],
      problem: `${risk.id} 是一类的贪污、受贿，表现形式里没有说得了多少或者得了什么`,
      remedy: '写一个够得上的数额或者财物，例如“收下五万元”“得了一间商铺”',
    }),
  ];
}

function checkMinor(wall: Sourced<WallSource>, risk: Risk, path: Path, wording?: Wording) {
  if (risk.grade !== '三类') return [];
  const told = risk.title + risk.manifestation;
  return (wording?.notMinor ?? [])
    .filter((word) => told.includes(word))
    .map((word) =>
      fault(wall, {
        path: [...path, 'grade'],
        problem: `${risk.id} 定为三类，写的却是“${word}”`,
        remedy: '收受、索要、刁难的至少是二类；不是这种行为的，改写表现形式',
      }),
    );
}

/** Words of the walls: names that explain themselves, demands that keep the law, one crime for one act. */
export function checkWording({ walls, wording: file }: ContentSet): Problem[] {
  const wording = file?.data;
  return walls.flatMap((wall) =>
    wall.data.steps.flatMap((step, i) => {
      const at = ['steps', i] as const;
      const demands: readonly (readonly [string, Path])[] = [
        [step.task, [...at, 'task']],
        ...step.requirements.map((text, j) => [text, [...at, 'requirements', j]] as const),
        ...step.risks.flatMap(({ controls }, j) =>
          controls.map(
            ({ text }, k) => [text, [...at, 'risks', j, 'controls', k, 'text']] as const,
          ),
        ),
      ];
      return [
        ...(wording
          ? demands.flatMap(([text, path]) => checkBanned(wall, text, path, wording))
          : []),
        ...step.risks.flatMap((risk, j) => {
          const path = [...at, 'risks', j];
          return [
            ...checkTitle(wall, risk, path, wording),
            ...(wording ? checkCrime(wall, risk, path, wording) : []),
            ...checkMinor(wall, risk, path, wording),
            ...checkGain(wall, risk, path, wording),
          ];
        }),
      ];
    }),
  );
}
