import { citedId } from '../../../model/wall/wall.ts';
import {
  groupedReasons,
  type AdditionSubject,
  type ReviewSubject,
  type Voice,
} from '../../../model/rollup/reviewSubjects.ts';
import { siteAddress } from '../../../browser/siteBase.ts';
import { GradeMark } from '../../controls/GradeMark.tsx';

/** Shown of a reason that many gave; the rest are counted. */
const mostNames = 6;

const whose = ({ department, post, name }: Voice) =>
  [department, post, name].filter(Boolean).join(' ');

function AdditionTexts({ subject: { addition, voices } }: { readonly subject: AdditionSubject }) {
  const facts: readonly (readonly [string, string])[] = [
    ['权力事项和环节', addition.place],
    ['表现形式', addition.manifestation],
    ['打算怎么防', addition.measure],
    ['责任人', addition.responsible],
    ['完成时限', addition.dueDate],
  ];
  return (
    <>
      <p>
        {addition.category}，自评 <GradeMark grade={addition.grade} />。
        {voices[0] && `${whose(voices[0])} 写的：`}
      </p>
      <dl class="review-facts">
        {facts.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text || '没有写'}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Reasons({ voices }: { readonly voices: readonly Voice[] }) {
  return (
    <ul class="review-reasons">
      {groupedReasons(voices).map(({ text, voices: same }) => (
        <li key={text}>
          <q>{text || '（没有写理由）'}</q>
          <span class="muted small">
            {same.length} 人：{same.slice(0, mostNames).map(whose).join('；')}
            {same.length > mostNames && `；等`}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What people wrote, in their words, with whose words they are. */
export function Voices({ subject }: { readonly subject: ReviewSubject }) {
  if (subject.kind === '自行补充') return <AdditionTexts subject={subject} />;
  const { risk, voices } = subject;
  return (
    <>
      <p>
        <a href={siteAddress(risk.path)}>
          {citedId(risk.id)} {risk.title}
        </a>
        （{risk.wallName}，{risk.department}
        {risk.post}），墙上是 <GradeMark grade={risk.grade} />。
      </p>
      <p class="muted small">{risk.manifestation}</p>
      <p>
        {subject.kind === '等级建议' ? (
          <>
            {voices.length} 人建议改为 <GradeMark grade={subject.grade} />
            ，理由：
          </>
        ) : (
          `${voices.length} 人说不适用，理由：`
        )}
      </p>
      <Reasons voices={voices} />
    </>
  );
}
