import { useEffect, useRef, useState } from 'preact/hooks';
import { checkFiles } from '../../browser/selfTest/checkFiles.ts';
import { measure, type KnownOfSite } from '../../browser/selfTest/measure.ts';
import type { CheckedFiles } from '../../model/selfTest/fileFaults.ts';
import type { Measured } from '../../model/selfTest/measured.ts';

export interface SelfTestRun {
  /** Undefined while it is being measured. */
  readonly measured: Measured | undefined;
  /** When it was measured, ms since 1970. */
  readonly at: number;
  /** How far all files have been compared; undefined when they are not being. */
  readonly progress: CheckedFiles | undefined;
  readonly again: () => void;
  readonly checkAll: () => void;
  readonly stop: () => void;
}

const withChecked = (measured: Measured, checked: CheckedFiles): Measured =>
  measured.served ? { ...measured, served: { ...measured.served, checked } } : measured;

/** Measures at once, and compares all files when asked to. */
export function useSelfTest(known: KnownOfSite): SelfTestRun {
  const [measured, setMeasured] = useState<Measured>();
  const [at, setAt] = useState(Date.now);
  const [progress, setProgress] = useState<CheckedFiles>();
  const [failure, setFailure] = useState<{ readonly error: unknown }>();
  const isStopped = useRef(false);
  // The page says so in place of the island, rather than that it is still measuring.
  if (failure) throw failure.error;

  const again = () => {
    isStopped.current = true;
    setMeasured(undefined);
    measure(known).then(
      (done) => {
        setAt(Date.now());
        setMeasured(done);
      },
      (error: unknown) => setFailure({ error }),
    );
  };
  const checkAll = () => {
    const files = measured?.served?.list.data?.files;
    if (!measured || !files) return;
    isStopped.current = false;
    const total = files.length;
    setProgress({ checked: 0, total, faults: [] });
    void checkFiles(files, total, setProgress, () => isStopped.current).then((checked) => {
      setProgress(undefined);
      // Stopped early, the quick look at the beginning tells as much.
      if (checked.checked === total || checked.faults.length > 0) {
        setMeasured(withChecked(measured, checked));
        setAt(Date.now());
      }
    });
  };
  useEffect(again, []);
  const stop = () => {
    isStopped.current = true;
  };
  return { measured, at, progress, again, checkAll, stop };
}
