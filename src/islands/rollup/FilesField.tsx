import { useState } from 'preact/hooks';
import { filesOfDrop, filesOfField, type ChosenFile } from '../../browser/chosenFiles.ts';

interface Props {
  readonly isBusy: boolean;
  readonly onFiles: (files: readonly ChosenFile[]) => void;
}

/** Files, or a folder with everything in it: chosen, or dropped anywhere in the frame. */
export function FilesField({ isBusy, onFiles }: Props) {
  const [isDraggedOver, setIsDraggedOver] = useState(false);
  const field = (label: string, isFolder: boolean) => (
    <label class="field">
      <span>{label}</span>
      <input
        type="file"
        multiple
        disabled={isBusy}
        // A standard that no type knows of: the whole folder is chosen.
        {...(isFolder ? { webkitdirectory: true } : {})}
        onChange={({ currentTarget }) => {
          const files = filesOfField(currentTarget);
          if (files.length > 0) onFiles(files);
          // The same files, mended meanwhile, can be chosen again.
          currentTarget.value = '';
        }}
      />
    </label>
  );
  return (
    <div
      class={isDraggedOver ? 'drop rollup-files is-over' : 'drop rollup-files'}
      role="group"
      aria-label="放文件的地方"
      onDragOver={(event) => {
        event.preventDefault();
        setIsDraggedOver(true);
      }}
      onDragLeave={() => setIsDraggedOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsDraggedOver(false);
        if (isBusy) return;
        void filesOfDrop(event.dataTransfer).then((files) => files.length > 0 && onFiles(files));
      }}
    >
      {field('选文件（可以一次选很多个）', false)}
      {field('选整个文件夹', true)}
      <p class="field-hint">也可以把文件、文件夹一起拖到这个框里。一次最多 5,000 个。</p>
    </div>
  );
}
