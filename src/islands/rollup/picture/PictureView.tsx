import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { riskTexts } from '../../../model/rollup/picture/riskTexts.ts';
import { countedExamsText, countedText } from '../../../model/rollup/totals/counted.ts';
import { examsOf, yearOf } from '../../../model/rollup/totals/exams.ts';
import { strayCount, type Totals } from '../../../model/rollup/totals/totals.ts';
import { localToday } from '../../../model/text/dates.ts';
import { Message } from '../../controls/Message.tsx';
import { Tabs } from '../../controls/Tabs.tsx';
import type { ViewProps } from '../viewProps.ts';
import { BehindList } from './BehindList.tsx';
import type { PictureGround } from './ground.ts';
import { QuizSection } from './QuizSection.tsx';
import { sectionHash, sectionNames, sections, usePictureRoute, type Section } from './route.ts';
import {
  AdditionSection,
  CategorySection,
  DepartmentSection,
  GradeSection,
  MeasureSection,
  RiskSection,
  WallSection,
} from './sections.tsx';
import { PaperContext } from './usePaper.ts';
import { useTotals } from './useTotals.ts';

const views = {
  departments: DepartmentSection,
  categories: CategorySection,
  walls: WallSection,
  measures: MeasureSection,
  grades: GradeSection,
  risks: RiskSection,
  additions: AdditionSection,
  quiz: QuizSection,
} as const satisfies Readonly<Record<Section, unknown>>;

interface DrawnProps {
  readonly props: ViewProps;
  readonly totals: Totals;
}

function Drawn({ props, totals }: DrawnProps) {
  const { rollup, counting, index, register } = props;
  const { section, text, selection } = usePictureRoute();
  const { period } = rollup.head;
  const ground: PictureGround = useMemo(() => {
    const exams = examsOf(counting, period, register.departments);
    return {
      rollup,
      counting,
      index,
      register,
      totals,
      exams,
      texts: riskTexts(register),
      today: localToday(),
      notes: [countedText(counting, period, strayCount(totals))],
      examNotes: [countedExamsText(counting, yearOf(period), exams.people.length)],
    };
  }, [counting, index, register, totals, rollup.head]);
  const [title, open] = useState('');
  const figures = useRef<HTMLElement>(null);
  const opened = useRef('');
  useEffect(() => {
    const hash = `#${sectionHash(section)}/${opened.current}`;
    if (text === '' && opened.current !== '') {
      const links = Array.from(figures.current?.querySelectorAll('a') ?? []);
      links.find((link) => decodeURI(link.getAttribute('href') ?? '') === hash)?.focus();
    }
    opened.current = text;
  }, [section, text]);
  const View = views[section];
  return (
    <PaperContext.Provider value={{ title, open }}>
      <div class="picture">
        <Tabs
          label="情况"
          look="bar"
          tabs={sections.map((one) => ({ hash: sectionHash(one), name: sectionNames[one] }))}
          current={sectionHash(section)}
        />
        {selection && (
          <section aria-label="清单">
            <BehindList ground={ground} section={section} selection={selection} text={text} />
          </section>
        )}
        <section
          key={section}
          ref={figures}
          hidden={selection !== undefined}
          aria-label={sectionNames[section]}
        >
          <h2 class="no-print">{sectionNames[section]}</h2>
          <View ground={ground} />
        </section>
      </div>
    </PaperContext.Provider>
  );
}

/** 情况: all that came in as one picture; every number opens the list behind it. */
export function PictureView(props: ViewProps) {
  const { counting, index, register } = props;
  const totals = useTotals(counting, index, register.departments);
  if (counting.people.every(({ assessment, quiz }) => !assessment && !quiz)) {
    return (
      <Message>
        还没有计入的文件。先到<a href="#take">收文件</a>里放进来。
      </Message>
    );
  }
  if (!totals) {
    return (
      <p role="status" class="muted">
        正在数作答…
      </p>
    );
  }
  return <Drawn props={props} totals={totals} />;
}
