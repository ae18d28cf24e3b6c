import { useEffect, useState } from 'preact/hooks';
import { fetchChecklistIndex } from '../../browser/checklistData.ts';
import { fetchLetterData } from '../../browser/letterData.ts';
import type { ChecklistIndex } from '../../model/assessment/checklist.ts';
import type { LetterData } from '../../model/letter/letterData.ts';
import { BatchView } from './BatchView.tsx';
import { LogView } from './LogView.tsx';
import { OneView } from './OneView.tsx';
import { usePart, type Part } from './route.ts';

const partNames: Readonly<Record<Part, string>> = {
  one: '印一份',
  batch: '按名册成批印',
  log: '本机打印记录',
};

/** The commitment letters: one, many, and what was printed here. */
export function Commitment() {
  const [loaded, setLoaded] = useState<{ letters: LetterData; index: ChecklistIndex }>();
  const [hasFailed, setHasFailed] = useState(false);
  const part = usePart();
  useEffect(() => {
    Promise.all([fetchLetterData(), fetchChecklistIndex()]).then(
      ([letters, index]) => setLoaded({ letters, index }),
      () => setHasFailed(true),
    );
  }, []);
  useEffect(() => {
    document.documentElement.dataset['print'] = 'letters';
    return () => {
      delete document.documentElement.dataset['print'];
    };
  }, []);
  if (hasFailed) {
    return (
      <p class="message is-fault" role="alert">
        承诺书的文字没有取到，请刷新后再试。没有写完的一份还在本机，没有丢。
      </p>
    );
  }
  if (!loaded) return <p class="muted">正在取承诺书的文字…</p>;
  return (
    <div class="assessment letters">
      <nav class="no-print" aria-label="承诺书">
        <ul class="tabs">
          {(['one', 'batch', 'log'] as const).map((one) => (
            <li key={one}>
              <a href={`#${one}`} aria-current={one === part ? 'true' : undefined}>
                {partNames[one]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {part === 'one' && <OneView {...loaded} />}
      {part === 'batch' && <BatchView {...loaded} />}
      {part === 'log' && <LogView words={loaded.letters.words} />}
    </div>
  );
}
