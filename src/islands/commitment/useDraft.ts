import { useState } from 'preact/hooks';
import { drafts } from '../../browser/letterStore.ts';
import { loadMyPost } from '../../browser/myPostStore.ts';
import type { LetterDraft } from '../../model/letter/draft.ts';
import type { LetterData } from '../../model/letter/letterData.ts';
import { usualPeriod } from '../../model/letter/letterWords.ts';
import { findListed, type PostList } from '../../model/post/postList.ts';
import { onlyItem } from '../../model/kept/envelope.ts';
import type { SaveState } from '../kept/saveWords.ts';
import { useKept } from '../kept/useKept.ts';

function firstDraft({ templates, unit }: LetterData, list: PostList): LetterDraft {
  const post = loadMyPost();
  const found = post.posts.flatMap((ref) => findListed(list, ref) ?? []);
  const level = found[0]?.post.level ?? (post.levels.length === 1 ? post.levels[0] : undefined);
  const [department = ''] = post.departments.length === 1 ? post.departments : [];
  const template =
    templates.find(({ postLevel }) => postLevel === (level ?? '普通')) ?? templates[0];
  return {
    templateId: template?.id ?? '',
    ...(template?.postLevel && { postLevel: template.postLevel }),
    posts: found.map((one) => one.post.ref),
    walls: found.length > 0 ? [...post.walls] : [],
    fields: {
      unit,
      department: found[0]?.department ?? department,
      post: found.map((one) => one.post.name).join('、'),
      name: '',
      period: usualPeriod(new Date()),
      supervisor: '',
      salutation: '',
      copies: template?.copies ?? 2,
    },
  };
}

/** The letter that is being written, kept at every change. */
export interface Draft {
  readonly draft: LetterDraft;
  readonly save: SaveState;
  readonly change: (next: (draft: LetterDraft) => LetterDraft) => void;
  readonly clear: () => void;
  /** Brings back what was cleared; undefined once something new has been written. */
  readonly restore: (() => void) | undefined;
}

export function useDraft(letters: LetterData, list: PostList): Draft {
  const { item, save, change, forget } = useKept(drafts, onlyItem, () => firstDraft(letters, list));
  const [cleared, setCleared] = useState<LetterDraft>();
  const draft = item ?? firstDraft(letters, list);
  return {
    draft,
    save,
    change: (next) => {
      setCleared(undefined);
      change(next);
    },
    clear: () => {
      setCleared(draft);
      forget();
    },
    restore:
      cleared &&
      (() => {
        setCleared(undefined);
        change(() => cleared);
      }),
  };
}
