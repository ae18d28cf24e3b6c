import { siteAddress } from '../../browser/siteBase.ts';
import type { ChecklistRisk } from '../../model/assessment/checklist.ts';
import {
  byGrade,
  gradeWeights,
  ratesBy,
  ratesOf,
  rateText,
  type Rates,
} from '../../model/assessment/rates.ts';
import { answerStates, isJudged, type AssessmentRecord } from '../../model/assessment/record.ts';
import { categories, gradeEntries, grades } from '../../model/vocabulary.ts';
import { riskAnchor } from '../../model/wall/wall.ts';
import { GradeMark } from '../controls/GradeMark.tsx';
import { routeHash } from './route.ts';

interface Props {
  readonly record: AssessmentRecord;
  readonly risks: readonly ChecklistRisk[];
}

/** 待确认 stands among those that are not judged. */
const judgedStates = answerStates.filter((state) => isJudged({ state }));

const cell = { width: 116, height: 44, head: 120, top: 30 };

/** What is open, by category and grade: darker and with more digits where more is open. */
function HeatMap({ record, risks }: Props) {
  const isOpen = ({ id }: ChecklistRisk) => {
    const state = record.answers[id]?.state;
    return state !== '已落实' && state !== '不适用';
  };
  const cells = categories.flatMap((category, row) =>
    grades.map((grade, column) => {
      const own = risks.filter((risk) => risk.category === category && risk.grade === grade);
      return { category, grade, row, column, total: own.length, open: own.filter(isOpen).length };
    }),
  );
  const most = Math.max(1, ...cells.map(({ open }) => open));
  const width = cell.head + grades.length * cell.width;
  const height = cell.top + categories.length * cell.height;
  return (
    <svg
      class="heat-map"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-labelledby="heat-map-title"
    >
      <title id="heat-map-title">
        各类别、各等级没有落实到位的风险点个数：
        {cells
          .map(({ category, grade, open, total }) => `${category}${grade} ${open}/${total}`)
          .join('，')}
      </title>
      {grades.map((grade, column) => (
        <text key={grade} x={cell.head + (column + 0.5) * cell.width} y={20} text-anchor="middle">
          {gradeEntries[grade].mark} {grade}
        </text>
      ))}
      {categories.map((category, row) => (
        <text
          key={category}
          x={cell.head - 10}
          y={cell.top + (row + 0.5) * cell.height + 5}
          text-anchor="end"
        >
          {category}
        </text>
      ))}
      {cells.map(({ category, grade, row, column, total, open }) => (
        <g key={category + grade}>
          <rect
            class="heat"
            x={cell.head + column * cell.width + 2}
            y={cell.top + row * cell.height + 2}
            width={cell.width - 4}
            height={cell.height - 4}
            fill-opacity={open === 0 ? 0 : 0.12 + (0.4 * open) / most}
          />
          <text
            x={cell.head + (column + 0.5) * cell.width}
            y={cell.top + (row + 0.5) * cell.height + 5}
            text-anchor="middle"
          >
            {total === 0 ? '—' : `${open} / ${total}`}
          </text>
        </g>
      ))}
    </svg>
  );
}

const bar = { width: 360, height: 16 };

/** How the risks of one wall stand: settled, partly, open. Hatching tells them without colour. */
function Bar({ rates }: { readonly rates: Rates }) {
  const { counts, applicable } = rates;
  const scale = bar.width / Math.max(1, applicable);
  const settled = counts.已落实 * scale;
  const partly = counts.部分落实 * scale;
  return (
    <svg
      class="bar"
      viewBox={`0 0 ${bar.width} ${bar.height}`}
      width={bar.width}
      height={bar.height}
      aria-hidden="true"
    >
      <rect class="bar-all" x={0.5} y={0.5} width={bar.width - 1} height={bar.height - 1} />
      <rect class="bar-settled" x={0} y={0} width={settled} height={bar.height} />
      <rect class="bar-partly" x={settled} y={0} width={partly} height={bar.height} />
      {partly > 0 && <path class="bar-hatch" d={hatch(settled, partly)} />}
    </svg>
  );
}

function hatch(start: number, length: number): string {
  const lines = Array.from({ length: Math.ceil(length / 6) }, (_, i) => start + i * 6);
  return lines.map((x) => `M${x} ${bar.height}L${Math.min(x + 6, start + length)} 0`).join('');
}

/** Rates, pictures, and the list of what is open. */
export function ResultView({ record, risks }: Props) {
  const rates = ratesOf(risks, record.answers);
  const walls = ratesBy(risks, record.answers, ({ wallId }) => wallId);
  const open = risks
    .filter(({ id }) => {
      const state = record.answers[id]?.state;
      return state === '未落实' || state === '部分落实' || state === '待确认';
    })
    .sort(byGrade);
  return (
    <section aria-labelledby="result">
      <h2 id="result">结果</h2>
      <dl class="figures">
        <div>
          <dt>落实率</dt>
          <dd>{rateText(rates.plainRate)}</dd>
        </div>
        <div>
          <dt>按等级加权的落实率</dt>
          <dd>{rateText(rates.weightedRate)}</dd>
        </div>
        {judgedStates.map((state) => (
          <div key={state}>
            <dt>{state}</dt>
            <dd>{rates.counts[state]}</dd>
          </div>
        ))}
        <div>
          <dt>没有判断{rates.counts.待确认 > 0 && `（其中待确认 ${rates.counts.待确认}）`}</dt>
          <dd>{rates.unjudged}</dd>
        </div>
      </dl>
      <p class="muted">
        落实率＝（已落实＋部分落实的一半）÷适用的风险点；不适用的不进分母，没有判断的（包括待确认）算没有落实。加权的把一类当
        {gradeWeights.一类}个、二类当{gradeWeights.二类}个、三类当{gradeWeights.三类}
        个算：一类没有落实，拉低得更多。
      </p>
      <h3>没有落实到位的，按类别和等级</h3>
      <div class="scroll-x">
        <HeatMap record={record} risks={risks} />
      </div>
      <p class="muted">格子里是“没有落实到位的个数 / 总个数”，没有判断的也算在内。</p>
      <h3>各面墙</h3>
      <ul class="wall-bars">
        {[...walls].map(([wallId, own]) => {
          const risk = risks.find((one) => one.wallId === wallId);
          return (
            <li key={wallId}>
              <a href={siteAddress(`walls/${risk?.slug}/`)}>{risk?.wallName}</a>
              <Bar rates={own} />
              <span class="muted">
                落实 {rateText(own.plainRate)}，已判断 {own.answered}/{own.total}
              </span>
            </li>
          );
        })}
      </ul>
      <p class="muted">实心是已落实，斜线是部分落实，空白是没有落实或者没有判断。</p>
      <h3>没有落实到位的清单</h3>
      {open.length === 0 ? (
        <p>没有判断为未落实、部分落实或者待确认的风险点。</p>
      ) : (
        <ol class="open-risks">
          {open.map((risk) => (
            <li key={risk.id}>
              <GradeMark grade={risk.grade} />{' '}
              <a href={routeHash('fill', record.id, risk.id)}>{risk.title}</a>{' '}
              <span class="muted">
                {record.answers[risk.id]?.state}；
                <a href={siteAddress(`walls/${risk.slug}/#${riskAnchor(risk.id)}`)}>
                  {risk.wallName}
                </a>
                ，{risk.stepName}
              </span>
              {record.answers[risk.id]?.measure && (
                <div>打算：{record.answers[risk.id]?.measure}</div>
              )}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
