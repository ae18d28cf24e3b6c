import { isTabOnly } from '../../browser/storage.ts';
import type { SaveOutcome } from '../../model/kept/keeper.ts';

export interface SaveState {
  /** `saving` until it is known how the last change was kept; undefined before the first one. */
  readonly outcome: SaveOutcome | 'saving' | undefined;
  /** `10:32`, when that was known. */
  readonly time: string;
}

export const unsaved: SaveState = { outcome: undefined, time: '' };

/** `10:32` in the local clock. */
export const clockTime = (): string => {
  // By hand: the browser's own wording costs a slow machine up to a quarter of a second.
  const now = new Date();
  return [now.getHours(), now.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
};

/** Whether a change is in danger: the page holds it, the browser does not. */
export const isAtRisk = ({ outcome }: SaveState): boolean =>
  outcome === 'full' || outcome === 'blocked' || outcome === 'newer';

/**
 * How the last change was kept, in a sentence. “已保存” is said only of what is on the disk.
 * @param rescue what to do with what was not kept: `请马上导出文件`.
 */
export function saveWords({ outcome, time }: SaveState, rescue: string): string {
  switch (outcome) {
    case undefined:
      return '改动会自动存在本机';
    case 'saving':
      return '正在存…';
    case 'durable':
      return `已保存在本机 ${time}`;
    case 'kept':
      return isTabOnly()
        ? `已存在这个标签页里 ${time}，关掉就没有`
        : `已存在本机 ${time}，这个浏览器不让留备份，断电会丢最后一分钟的`;
    case 'full':
      return `本机存满了，没有存下；内容还在这一页里，${rescue}`;
    case 'blocked':
      return `浏览器不让存，没有存下；内容还在这一页里，${rescue}`;
    case 'newer':
      return `本站已更新，这一页是旧的，改的没有存；${rescue}，再刷新`;
  }
}
