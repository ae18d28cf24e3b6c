import { useEffect, useState } from 'preact/hooks';
import { fetchChecklistRisks } from '../../browser/checklistData.ts';
import type { ChecklistIndex, ChecklistRisk } from '../../model/assessment/checklist.ts';
import { risksForLetter } from '../../model/letter/riskPromises.ts';
import { isMine, type MyPost } from '../../model/post/myPost.ts';

/**
 * The risks that a letter of this post may answer, their texts fetched for the walls concerned.
 * @returns undefined while they are being fetched; empty when there are none or they failed.
 */
export function useLetterRisks(
  index: ChecklistIndex,
  post: MyPost | undefined,
): readonly ChecklistRisk[] | undefined {
  const wanted = post
    ? [
        ...new Set(
          index.risks
            .filter((risk) => risk.grade !== '三类' && isMine(post, risk))
            .map(({ wallId }) => wallId),
        ),
      ]
    : [];
  const key = wanted.join(' ');
  const [fetched, setFetched] = useState<{ key: string; risks: readonly ChecklistRisk[] }>();
  useEffect(() => {
    let isCurrent = true;
    const keep = (risks: readonly ChecklistRisk[]) => {
      if (isCurrent) setFetched({ key, risks });
    };
    fetchChecklistRisks(key ? key.split(' ') : []).then(keep, () => keep([]));
    return () => {
      isCurrent = false;
    };
  }, [key]);
  if (fetched?.key !== key || !post) return post ? undefined : [];
  return risksForLetter(fetched.risks, post);
}
