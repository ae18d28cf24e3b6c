import { fetchChecklistRisks } from '../../browser/checklistData.ts';
import type { ChecklistIndex, ChecklistRisk } from '../../model/assessment/checklist.ts';
import { risksForLetter } from '../../model/letter/riskPromises.ts';
import { isMine, type MyPost } from '../../model/post/myPost.ts';
import { mapFetched, type Fetched } from '../../model/published/fetched.ts';
import { useFetched } from '../controls/useFetched.ts';

const none: Fetched<readonly ChecklistRisk[]> = { status: 'present', data: [] };

/**
 * The risks that a letter of this post may answer, their texts fetched for the walls concerned.
 * @returns undefined while they are being fetched.
 */
export function useLetterRisks(
  index: ChecklistIndex,
  post: MyPost | undefined,
): Fetched<readonly ChecklistRisk[]> | undefined {
  const wanted = post
    ? [
        ...new Set(
          index.risks
            .filter((risk) => risk.grade !== '三类' && isMine(post, risk))
            .map(({ wallId }) => wallId),
        ),
      ]
    : [];
  const fetched = useFetched(wanted.join(' '), () => fetchChecklistRisks(wanted));
  if (!post) return none;
  return fetched && mapFetched(fetched, (risks) => risksForLetter(risks, post));
}
