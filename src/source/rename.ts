import { isMap, parseDocument } from 'yaml';
import { splicePosts, stretchesUnder, type Stretch } from './renameNodes.ts';
import type { PostRename, Rename, WholeName } from './renameRequest.ts';
import { applySplices, type Splice } from './yamlSplice.ts';

/** A file of the content, named below the content folder: `walls/land-registration.mdx`. */
export interface TextFile {
  readonly file: string;
  readonly text: string;
}

/** What the author is shown of a line: the part around the places at which it changes. */
export interface ChangedLine {
  /** From 1. */
  readonly line: number;
  readonly before: string;
  readonly after: string;
}

/** A file that changes, with its new text. */
export interface FileChange extends TextFile {
  readonly count: number;
  readonly lines: readonly ChangedLine[];
}

export interface RenamePlan {
  /** In the order of the files. */
  readonly changes: readonly FileChange[];
  /** How often the old name stands in change logs, which tell what was and stay as they are. */
  readonly historyCount: number;
  /** How often it stands in the laws, which speak of no department of this bureau. */
  readonly lawCount: number;
}

function isPartOfLonger(text: string, at: number, { name, longer }: WholeName): boolean {
  return longer.some((one) => {
    for (let within = one.indexOf(name); within !== -1; within = one.indexOf(name, within + 1)) {
      if (at >= within && text.startsWith(one, at - within)) return true;
    }
    return false;
  });
}

/** Where the name itself stands, not a longer one that contains it. */
function wholeStarts(text: string, whole: WholeName): number[] {
  const { name } = whole;
  const starts: number[] = [];
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + name.length)) {
    if (!isPartOfLonger(text, at, whole)) starts.push(at);
  }
  return starts;
}

/** Where the post stands right after its department: 地籍处登簿岗, 地籍处 登簿岗, 地籍处/登簿岗. */
function postStarts(text: string, { department, from }: PostRename): number[] {
  return wholeStarts(text, department).flatMap((start) => {
    const after = start + department.name.length;
    const at = /[ /]/.test(text.charAt(after)) ? after + 1 : after;
    return text.startsWith(from.name, at) && !isPartOfLonger(text, at, from) ? [at] : [];
  });
}

/** A line that shows how to rename, in the guide, would tell to rename the new name to itself. */
function isExample(text: string, at: number): boolean {
  const line = lineBounds(text, { start: at, end: at });
  return text.slice(line.start, line.end).includes('npm run rename');
}

/** The fields of a file: all of a YAML file, of an MDX file what stands between the rules. */
function fieldsOf({ file, text }: TextFile): Stretch {
  if (!file.endsWith('.mdx')) return { start: 0, end: text.length };
  const start = text.indexOf('\n') + 1;
  const rule = /\n---[ \t]*(?:\r?\n|$)/.exec(text.slice(start));
  return { start, end: rule ? start + rule.index + 1 : start };
}

const shift = <T extends Stretch>(one: T, by: number): T => ({
  ...one,
  start: one.start + by,
  end: one.end + by,
});

interface FilePlaces {
  readonly splices: readonly Splice[];
  readonly historyCount: number;
}

/** Fields whose words look like the name but are something else, by the file that has them. */
function keptKeys(file: string, rename: Rename): string[] {
  // The group 局领导 is a word of the program, whatever the department of the same name is called.
  if (file === 'bureau.yaml') return ['group'];
  // What rosters write, they go on writing: 地籍处处长 stays an alias of the post.
  return rename.form === 'post' && file === `posts/${rename.department.id}.yaml` ? ['aliases'] : [];
}

function placesIn(source: TextFile, rename: Rename): FilePlaces {
  const { file, text } = source;
  const fields = fieldsOf(source);
  const yaml = text.slice(fields.start, fields.end);
  const document = parseDocument(yaml, { prettyErrors: false });
  const under = (keys: readonly string[]) =>
    stretchesUnder(document, keys).map((one) => shift(one, fields.start));
  const [history, kept] = [under(['changeLog']), under(keptKeys(file, rename))];
  const isIn = (stretches: readonly Stretch[], at: number) =>
    stretches.some(({ start, end }) => at >= start && at < end);

  const found = rename.form === 'post' ? postStarts(text, rename) : wholeStarts(text, rename.from);
  const starts = found.filter((at) => !isIn(kept, at) && !isExample(text, at));
  const { length } = rename.from.name;
  const nodes =
    rename.form === 'post' && isMap(document.contents)
      ? splicePosts(file, yaml, document, rename)
      : [];
  const splices = [
    ...starts
      .filter((at) => !isIn(history, at))
      .map((start) => ({ start, end: start + length, text: rename.to })),
    ...nodes.map((one) => shift(one, fields.start)),
  ].sort((a, b) => a.start - b.start);
  return { splices, historyCount: starts.filter((at) => isIn(history, at)).length };
}

/** Characters that are shown on each side of a place. */
const shownAround = 20;

function lineBounds(text: string, { start, end }: Stretch): Stretch {
  const found = /\r?\n/.exec(text.slice(end));
  return {
    start: text.lastIndexOf('\n', start - 1) + 1,
    end: found ? end + found.index : text.length,
  };
}

/** Places of one line that are shown together, as what is shown of them would overlap. */
function clusters(text: string, splices: readonly Splice[]): Splice[][] {
  const groups: Splice[][] = [];
  for (const splice of splices) {
    const group = groups[groups.length - 1];
    const last = group?.[group.length - 1];
    const between = last ? text.slice(last.end, splice.start) : '';
    if (group && last && between.length <= 2 * shownAround && !between.includes('\n')) {
      group.push(splice);
    } else {
      groups.push([splice]);
    }
  }
  return groups;
}

function changedLines(text: string, splices: readonly Splice[]): ChangedLine[] {
  return clusters(text, splices).map((group): ChangedLine => {
    const [start, end] = [group[0]?.start ?? 0, group[group.length - 1]?.end ?? 0];
    const line = lineBounds(text, { start, end });
    const from = Math.max(line.start, start - shownAround);
    const to = Math.min(line.end, end + shownAround);
    const before = text.slice(from, to);
    const shown = (part: string) =>
      (from > line.start ? '…' : '') +
      part.trim().replace(/\s*\r?\n\s*/g, ' ⏎ ') +
      (to < line.end ? '…' : '');
    return {
      line: text.slice(0, start).split('\n').length,
      before: shown(before),
      after: shown(
        applySplices(
          before,
          group.map((one) => shift(one, -from)),
        ),
      ),
    };
  });
}

/**
 * Finds every place of the old name and gives the files their new text. Whatever is not the name
 * stays to the byte: ids, comments, quoting, line ends.
 * @param files all text files of the content.
 */
export function planRename(files: readonly TextFile[], rename: Rename): RenamePlan {
  const [changes, historyCounts, lawCounts]: [FileChange[], number[], number[]] = [[], [], []];
  for (const source of files) {
    // Most files do not have the name; reading them all as YAML takes seconds.
    if (!source.text.includes(rename.from.name)) continue;
    const { splices, historyCount } = placesIn(source, rename);
    historyCounts.push(historyCount);
    if (source.file.startsWith('laws/')) {
      lawCounts.push(splices.length);
    } else if (splices.length > 0) {
      changes.push({
        file: source.file,
        text: applySplices(source.text, splices),
        count: splices.length,
        lines: changedLines(source.text, splices),
      });
    }
  }
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  return { changes, historyCount: sum(historyCounts), lawCount: sum(lawCounts) };
}

/** How many places in how many files, as the author is told. */
export function countWords({ changes }: RenamePlan): string {
  const places = changes.reduce((total, { count }) => total + count, 0);
  return `${places} 处，在 ${changes.length} 个文件里`;
}

/** The places that were left alone on purpose, a line for each kind that there is. */
export function leftWords({ historyCount, lawCount }: RenamePlan): string[] {
  return [
    ...(historyCount > 0 ? [`变更记录（changeLog）里有 ${historyCount} 处，是历史，不改。`] : []),
    ...(lawCount > 0 ? [`法律目录（content/laws）里有 ${lawCount} 处，是法条的话，不改。`] : []),
  ];
}

/** Every place, file by file. */
export function formatPlan({ changes }: RenamePlan): string {
  return changes
    .map(({ file, count, lines }) =>
      [
        `content/${file}（${count} 处）`,
        ...lines.map(({ line, before, after }) => `  第 ${line} 行：${before} → ${after}`),
      ].join('\n'),
    )
    .join('\n');
}
