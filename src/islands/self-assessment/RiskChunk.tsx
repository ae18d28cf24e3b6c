import { Component } from 'preact';
import { holdsFocus, watchNearness } from '../../browser/nearView.ts';
import type { CheckGroup } from '../../model/assessment/checkOrder.ts';
import type { ChecklistRisk } from '../../model/assessment/checklist.ts';
import { RiskGroup, type GroupProps } from './RiskGroup.tsx';

interface Props extends Omit<GroupProps, 'group' | 'isNear'> {
  readonly groups: readonly CheckGroup<ChecklistRisk>[];
  /** Whether it is on the first screen, and so drawn in full at once. */
  readonly isFirst: boolean;
}

interface State {
  readonly isNear: boolean;
}

/**
 * Some steps of a long checklist that are drawn in full together when they come near the window, and
 * as an outline elsewhere. Watched and laid out as one: the browser asks for every watched element in
 * every frame where it is, and three thousand of them cost 30 ms each time.
 */
export class RiskChunk extends Component<Props, State> {
  override state: State = { isNear: this.props.isFirst };
  private place: HTMLDivElement | null = null;
  private unwatch: (() => void) | undefined;

  override componentDidMount(): void {
    const { place } = this;
    if (!place) return;
    this.unwatch = watchNearness(place, (isNear) => {
      // Who is in the middle of it has scrolled away, and comes back.
      if (isNear || !holdsFocus(place)) this.setState({ isNear });
    });
  }

  override componentWillUnmount(): void {
    this.unwatch?.();
  }

  override shouldComponentUpdate(next: Props, { isNear }: State): boolean {
    const { groups, answers, marks } = this.props;
    return (
      next.groups !== groups ||
      next.marks !== marks ||
      isNear !== this.state.isNear ||
      (next.answers !== answers &&
        groups.some(({ risks, wallRisks }) =>
          (wallRisks ?? risks).some(({ id }) => next.answers[id] !== answers[id]),
        ))
    );
  }

  override render(props: Props, { isNear }: State) {
    const { groups, answers, marks, hasSections, onAnswer, onAnswerAll } = props;
    const shared = { answers, marks, hasSections, onAnswer, onAnswerAll };
    return (
      <div
        class="risk-chunk"
        data-chunk
        ref={(place) => {
          this.place = place;
        }}
      >
        {groups.map((group) => (
          <RiskGroup key={group.key} {...shared} group={group} isNear={isNear} />
        ))}
      </div>
    );
  }
}
