const upToTen = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'] as const;

/** A small count as it is read before a measure word: 两个、七个; above ten in figures. */
export const countWord = (count: number): string => upToTen[count] ?? ` ${count} `;
