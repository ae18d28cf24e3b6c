import type { Figure, Picture, ResultGroup } from './resultsSchema.ts';

/** One piece of a bar. */
export interface PlannedPart {
  readonly label: string;
  readonly value: number;
}

/** A bar with its pieces, all in one unit. */
export interface PlannedBar {
  /** What the whole bar is, with its number where the report gives one. */
  readonly label: string;
  readonly whole: number;
  readonly unit: string;
  readonly parts: readonly PlannedPart[];
}

/** What a picture shows, with the figures looked up: all that drawing needs. */
export type PicturePlan =
  | { readonly kind: 'bars'; readonly caption: string; readonly bars: readonly PlannedBar[] }
  | {
      readonly kind: 'rank';
      readonly caption: string;
      readonly total: number;
      readonly unit: string;
      readonly rank: number;
      /** Only known to be among the first `rank`. */
      readonly isWithin: boolean;
    };

/** `1055 亩`; a per cent sign stands close to its number, and a place is said as a place. */
export function figureText({ value, unit }: Pick<Figure, 'value' | 'unit'>): string {
  if (unit === '名次') return `第 ${value} 名`;
  if (unit === '名以内') return `前 ${value} 名`;
  return unit === '%' ? `${value}%` : `${value} ${unit}`;
}

/**
 * Looks up the figures of a picture.
 * @throws Error when a figure is missing; the checks of the content see to it that none is.
 */
export function picturePlan(picture: Picture, { figures }: ResultGroup): PicturePlan {
  const find = (id: string): Figure => {
    const figure = figures.find((one) => one.id === id);
    if (!figure) throw new Error(`没有编号是 ${id} 的数字`);
    return figure;
  };
  switch (picture.kind) {
    case '占比': {
      const share = find(picture.share);
      const parts = [{ label: share.label, value: share.value }];
      const bar = { label: picture.of, whole: 100, unit: share.unit, parts };
      return { kind: 'bars', caption: picture.caption, bars: [bar] };
    }
    case '构成':
      return {
        kind: 'bars',
        caption: picture.caption,
        bars: picture.rows.map(({ whole, parts }) => {
          const total = find(whole);
          const label = `${total.label} ${figureText(total)}`;
          return { label, whole: total.value, unit: total.unit, parts: parts.map(find) };
        }),
      };
    case '名次': {
      const total = find(picture.total);
      return {
        kind: 'rank',
        caption: picture.caption,
        total: total.value,
        unit: total.unit,
        rank: find(picture.rank).value,
        isWithin: picture.isWithin,
      };
    }
  }
}

/** The picture in words, for those who cannot see it. */
export function pictureInWords(plan: PicturePlan): string {
  if (plan.kind === 'rank') {
    const place = plan.isWithin ? `前 ${plan.rank} 名` : `第 ${plan.rank} 名`;
    return `${plan.caption}：${plan.total} ${plan.unit}里的${place}。`;
  }
  const bars = plan.bars.map(({ label, unit, parts }) => {
    const list = parts.map((part) => `${part.label} ${figureText({ value: part.value, unit })}`);
    return `${label}，其中${list.join('，')}`;
  });
  return `${plan.caption}：${bars.join('；')}。`;
}
