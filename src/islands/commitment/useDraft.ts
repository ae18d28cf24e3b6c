import { useState } from 'preact/hooks';
import { clearDraft, loadDraft, saveDraft } from '../../browser/letterStore.ts';
import { loadMyPost } from '../../browser/myPostStore.ts';
import type { SaveOutcome } from '../../browser/storage.ts';
import type { LetterDraft } from '../../model/letter/draft.ts';
import type { LetterData } from '../../model/letter/letterData.ts';

function firstDraft({ templates, unit }: LetterData): LetterDraft {
  const post = loadMyPost();
  const level = post.levels.length === 1 ? post.levels[0] : undefined;
  const template =
    templates.find(({ postLevel }) => postLevel === (level ?? '普通')) ?? templates[0];
  return {
    templateId: template?.id ?? '',
    ...(template?.postLevel && { postLevel: template.postLevel }),
    walls: [...post.walls],
    fields: {
      unit,
      department: post.departments.length === 1 ? (post.departments[0] ?? '') : '',
      post: '',
      name: '',
      period: '',
      supervisor: '',
      salutation: '',
      copies: template?.copies ?? 2,
    },
  };
}

/** The letter that is being written, kept at every change. */
export interface Draft {
  readonly draft: LetterDraft;
  /** What came of keeping it; undefined while nothing has been written. */
  readonly outcome: SaveOutcome | undefined;
  readonly change: (next: LetterDraft) => void;
  readonly clear: () => void;
  /** Brings back what was cleared; undefined once something new has been written. */
  readonly restore: (() => void) | undefined;
}

export function useDraft(letters: LetterData): Draft {
  const [draft, setDraft] = useState(() => loadDraft() ?? firstDraft(letters));
  const [outcome, setOutcome] = useState<SaveOutcome>();
  const [cleared, setCleared] = useState<LetterDraft>();
  const change = (next: LetterDraft) => {
    setCleared(undefined);
    setDraft(next);
    setOutcome(saveDraft(next));
  };
  return {
    draft,
    outcome,
    change,
    clear: () => {
      clearDraft();
      setCleared(draft);
      setDraft(firstDraft(letters));
      setOutcome(undefined);
    },
    restore: cleared && (() => change(cleared)),
  };
}
