import { fetchData } from '../../browser/data.ts';
import { bothFetched } from '../../model/published/fetched.ts';
import { Loaded } from '../controls/Loaded.tsx';
import { Tabs } from '../controls/Tabs.tsx';
import { KeptNotice } from '../kept/KeptNotice.tsx';
import { useFetched } from '../controls/useFetched.ts';
import { BatchView } from './BatchView.tsx';
import { LogView } from './LogView.tsx';
import { OneView } from './OneView.tsx';
import { parts, usePart, type Part } from './route.ts';

const partNames: Readonly<Record<Part, string>> = {
  one: '印一份',
  batch: '按名册成批印',
  log: '本机打印记录',
};

const fetchTexts = async () =>
  bothFetched(...(await Promise.all([fetchData('letters'), fetchData('checklist')])));

/** The commitment letters: one, many, and what was printed here. */
export function Commitment() {
  const texts = useFetched('letters', fetchTexts);
  const part = usePart();
  return (
    <Loaded what="承诺书的文字" fetched={texts} reassurance="没有写完的一份还在本机，没有丢。">
      {([letters, index]) => (
        <div class="assessment letters">
          <KeptNotice />
          <Tabs
            label="承诺书"
            tabs={parts.map((hash) => ({ hash, name: partNames[hash] }))}
            current={part}
          />
          {part === 'one' && <OneView letters={letters} index={index} />}
          {part === 'batch' && <BatchView letters={letters} index={index} />}
          {part === 'log' && <LogView words={letters.words} />}
        </div>
      )}
    </Loaded>
  );
}
