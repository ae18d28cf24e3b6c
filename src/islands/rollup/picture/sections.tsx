import { useMemo, useState } from 'preact/hooks';
import {
  additionsByDepartment,
  additionsByWall,
} from '../../../model/rollup/picture/additionTables.ts';
import { departmentTable, measureTable } from '../../../model/rollup/picture/departmentTables.ts';
import { measureList } from '../../../model/rollup/picture/lists.ts';
import {
  gradeTable,
  riskOrders,
  riskTable,
  type RiskOrder,
} from '../../../model/rollup/picture/riskTables.ts';
import {
  categoryTable,
  stateTable,
  suspectWallTable,
} from '../../../model/rollup/picture/wallTables.ts';
import { inapplicableLimit, leastJudgements } from '../../../model/rollup/totals/inapplicable.ts';
import { openStates } from '../../../model/rollup/totals/marks.ts';
import { OneOf } from '../../controls/Choices.tsx';
import { FigureBlock } from './FigureBlock.tsx';
import { barLegend, StateBar } from './StateBar.tsx';
import type { PictureGround } from './ground.ts';

interface Props {
  readonly ground: PictureGround;
}

export function DepartmentSection({ ground }: Props) {
  const table = useMemo(() => departmentTable(ground.totals), [ground.totals]);
  return (
    <>
      <p class="no-print">
        格子里是没有落实到位的作答条数，未落实和部分落实分开数；颜色越深，条数越多。处室是交表的人所在的处室。点一个数字，看它后面的清单。
      </p>
      <FigureBlock
        ground={ground}
        section="departments"
        title="各处室没有落实到位的，按等级"
        table={table}
      />
    </>
  );
}

const stateChoices = ['未落实和部分落实', ...openStates] as const;
type StateChoice = (typeof stateChoices)[number];

export function CategorySection({ ground }: Props) {
  const [choice, setChoice] = useState<StateChoice>('未落实和部分落实');
  const table = useMemo(
    () => categoryTable(ground.totals, choice === '未落实和部分落实' ? openStates : [choice]),
    [ground.totals, choice],
  );
  return (
    <>
      <p class="no-print">格子里是没有落实到位的作答条数；颜色越深，条数越多。</p>
      <div class="no-print">
        <OneOf
          name="picture-states"
          legend="数哪些"
          values={stateChoices}
          chosen={choice}
          onChoose={setChoice}
        />
      </div>
      <FigureBlock
        ground={ground}
        section="categories"
        title={`各墙${choice}的，按类别`}
        table={table}
      />
    </>
  );
}

const stateBar = {
  head: '落实情况',
  of: (row: Parameters<typeof StateBar>[0]['row']) => <StateBar row={row} />,
};

export function WallSection({ ground }: Props) {
  const table = useMemo(() => stateTable(ground.totals), [ground.totals]);
  return (
    <>
      <p class="no-print">
        {barLegend}落实率＝（已落实＋部分落实的一半）÷适用的；待确认和没填的算没有落实。
      </p>
      <FigureBlock
        ground={ground}
        section="walls"
        title="各墙落实情况"
        table={table}
        picture={stateBar}
        notes={[barLegend, ...ground.notes]}
      />
    </>
  );
}

export function MeasureSection({ ground }: Props) {
  const { totals, today } = ground;
  const table = useMemo(() => measureTable(totals, today), [totals, today]);
  const list = useMemo(() => measureList(ground, {}), [totals, today]);
  const notes = [`逾期是时限在 ${today} 以前。`, ...ground.notes];
  return (
    <>
      <p class="no-print">
        未落实、部分落实的风险点上，各人写的“打算怎么办”。自行补充里写的在“审核”里看。
      </p>
      <FigureBlock
        ground={ground}
        section="measures"
        title="各处室整改措施"
        table={table}
        notes={notes}
      />
      <h3 class="no-print">全部措施</h3>
      <p class="no-print">逾期的在前，再按时限先后，没写时限的在最后。</p>
      <FigureBlock
        ground={ground}
        section="measures"
        title="整改措施清单"
        table={list}
        notes={notes}
      />
    </>
  );
}

export function GradeSection({ ground }: Props) {
  const { totals, texts } = ground;
  const table = useMemo(() => gradeTable(totals, texts), [totals, texts]);
  return (
    <>
      <p class="no-print">
        有人建议的等级和公布的不一样的风险点。点数字看是谁提的、写了什么理由；定不定在“审核”里。
      </p>
      <FigureBlock
        ground={ground}
        section="grades"
        title="等级建议"
        table={table}
        none="没有人建议改等级。"
      />
    </>
  );
}

export function RiskSection({ ground }: Props) {
  const { totals, texts } = ground;
  const [order, setOrder] = useState<RiskOrder>(riskOrders[0]);
  const suspects = useMemo(() => suspectWallTable(totals), [totals]);
  const table = useMemo(() => riskTable(totals, texts, order), [totals, texts, order]);
  const limit = `判断的有 ${leastJudgements} 条以上、其中 ${inapplicableLimit * 100}% 以上说不适用的，算几乎都说不适用：多半是墙写得不对，或者发给了不办这件事的人。`;
  return (
    <>
      <p class="no-print">{limit}</p>
      <h3 class="no-print">几乎都说不适用的墙</h3>
      <FigureBlock
        ground={ground}
        section="risks"
        title="几乎都说不适用的墙"
        table={suspects}
        notes={[limit, ...ground.notes]}
        none="没有这样的墙。"
      />
      <h3 class="no-print">各风险点</h3>
      <div class="no-print">
        <OneOf
          name="picture-order"
          legend="先后"
          values={riskOrders}
          chosen={order}
          onChoose={setOrder}
        />
      </div>
      <FigureBlock
        key={order}
        ground={ground}
        section="risks"
        title="各风险点落实情况"
        table={table}
      />
    </>
  );
}

export function AdditionSection({ ground }: Props) {
  const { totals } = ground;
  const departments = useMemo(() => additionsByDepartment(totals), [totals]);
  const walls = useMemo(() => additionsByWall(totals), [totals]);
  const none = '没有人补充。';
  return (
    <>
      <p class="no-print">
        各人自己找到、墙上没有写的风险点。是哪面墙，照“权力事项和环节”里写的名称认。
      </p>
      <h3 class="no-print">各处室</h3>
      <FigureBlock
        ground={ground}
        section="additions"
        title="各处室自行补充"
        table={departments}
        none={none}
      />
      <h3 class="no-print">各墙</h3>
      <FigureBlock
        ground={ground}
        section="additions"
        title="各墙自行补充"
        table={walls}
        none={none}
      />
    </>
  );
}
