import type { Problem } from '../problem/problem.ts';
import type { Figure, Picture } from '../results/resultsSchema.ts';
import type { ContentSet } from '../content/contentSet.ts';
import type { Sourced } from '../content/sourced.ts';
import { fault } from '../problem/fault.ts';
import { checkPlaces } from './places.ts';

type Path = readonly (string | number)[];

/** Ids of the figures that a picture shows, each with its place. */
function shown(picture: Picture, path: Path): { id: string; path: Path }[] {
  switch (picture.kind) {
    case '占比':
      return [{ id: picture.share, path: [...path, 'share'] }];
    case '构成':
      return picture.rows.flatMap(({ whole, parts }, i) => [
        { id: whole, path: [...path, 'rows', i, 'whole'] },
        ...parts.map((id, j) => ({ id, path: [...path, 'rows', i, 'parts', j] })),
      ]);
    case '名次':
      return [
        { id: picture.total, path: [...path, 'total'] },
        { id: picture.rank, path: [...path, 'rank'] },
      ];
  }
}

function checkSums(
  file: Sourced<unknown>,
  picture: Picture,
  byId: ReadonlyMap<string, Figure>,
  path: Path,
): Problem[] {
  if (picture.kind === '占比') {
    const share = byId.get(picture.share);
    return share && (share.unit !== '%' || share.value > 100)
      ? [
          fault(file, {
            path: [...path, 'share'],
            problem: `“${share.label}”不是百分数`,
            remedy: '占比图只画单位是 % 的数；别的数用“构成”',
          }),
        ]
      : [];
  }
  if (picture.kind === '名次') {
    const [total, rank] = [byId.get(picture.total), byId.get(picture.rank)];
    return total && rank && rank.value > total.value
      ? [
          fault(file, {
            path: [...path, 'rank'],
            problem: `名次 ${rank.value} 比总数 ${total.value} 还大`,
            remedy: '检查两个数是不是写反了',
          }),
        ]
      : [];
  }
  return picture.rows.flatMap(({ whole, parts }, i): Problem[] => {
    const total = byId.get(whole);
    const pieces = parts.flatMap((id) => byId.get(id) ?? []);
    if (!total || pieces.length < parts.length) return [];
    const place = [...path, 'rows', i];
    const stranger = pieces.find(({ unit }) => unit !== total.unit);
    if (stranger) {
      return [
        fault(file, {
          path: place,
          problem: `“${stranger.label}”的单位是${stranger.unit}，总数的单位是${total.unit}`,
          remedy: '一行里只放同一个单位的数',
        }),
      ];
    }
    // Figures are written with few decimals; the thousandth part hides what binary sums leave over.
    const sum = Math.round(pieces.reduce((all, { value }) => all + value, 0) * 1000) / 1000;
    const isWrong = picture.isComplete ? sum !== total.value : sum > total.value;
    return isWrong
      ? [
          fault(file, {
            path: place,
            problem: `各部分加起来是 ${sum}${total.unit}，总数是 ${total.value}${total.unit}`,
            remedy: picture.isComplete
              ? '核对各个数；不是全部构成的，把 isComplete 改成 false'
              : '核对各个数，部分不能比总数大',
          }),
        ]
      : [];
  });
}

/** The reported figures: told apart, and pictures only of figures that belong together. */
export function checkResults(content: ContentSet): Problem[] {
  const file = content.results;
  if (!file) return [];
  const seen = new Set<string>();
  return file.data.groups.flatMap((group, i) => {
    const byId = new Map(group.figures.map((figure) => [figure.id, figure]));
    const repeats = group.figures.flatMap(({ id }, j) => {
      const isRepeated = seen.has(id);
      seen.add(id);
      return isRepeated
        ? fault(file, {
            path: ['groups', i, 'figures', j, 'id'],
            problem: `编号 ${id} 重复`,
            remedy: '换一个没有用过的编号',
          })
        : [];
    });
    return [
      ...repeats,
      ...checkPlaces(
        content,
        file,
        group.walls.map((at, j) => ({ at, path: ['groups', i, 'walls', j] })),
      ),
      ...group.pictures.flatMap((picture, j) => {
        const path = ['groups', i, 'pictures', j];
        return [
          ...shown(picture, path).flatMap(({ id, path: place }) =>
            byId.has(id)
              ? []
              : fault(file, {
                  path: place,
                  problem: `这一组里没有编号是 ${id} 的数字`,
                  remedy: '写同一组 figures 里有的编号',
                }),
          ),
          ...checkSums(file, picture, byId, path),
        ];
      }),
    ];
  });
}
