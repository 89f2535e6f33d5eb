'use client';
// Owns choosing files: by button, as a folder, or dropped. Leaves out nothing that somebody put there. Knows nothing of what
// becomes of them.

import { type DragEvent, useRef, useState } from 'react';
import { droppedFiles, isChosen, offeredTypes } from '@/lib/office-client/upload-choice';

interface UploadDropProps {
  readonly maxMegabytes: number;
  readonly isBusy: boolean;
  /** [] where there was no file in it. */
  readonly onFiles: (files: readonly File[]) => void;
}

/** `<UploadDrop maxMegabytes={200} isBusy={false} onFiles={setFiles} />` */
export function UploadDrop({ maxMegabytes, isBusy, onFiles }: UploadDropProps) {
  const [isOver, setIsOver] = useState(false);
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const take = (chosen: Iterable<File>) => onFiles([...chosen].filter(isChosen));
  const drop = async (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    if (!isBusy) take(await droppedFiles(event.dataTransfer.items));
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one more way; the buttons inside do the same
    <div
      className={isOver ? 'upload-drop upload-drop-over' : 'upload-drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <p className="upload-drop-text">Drop your files or their folder here</p>
      <div className="desk-actions">
        <button type="button" className="usa-button" disabled={isBusy} onClick={() => files.current?.click()}>
          Choose files
        </button>
        <button
          type="button"
          className="usa-button usa-button--outline"
          disabled={isBusy}
          onClick={() => folder.current?.click()}
        >
          Choose a folder
        </button>
      </div>
      <p className="usa-hint">
        Text with commas, tabs, semicolons or pipes, Excel workbooks (.xlsx), a VIP feed, GeoJSON; single
        files, a folder or a zip. A file may have {maxMegabytes} MB.
      </p>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        aria-label="Files"
        accept={offeredTypes}
        onChange={(event) => take(event.currentTarget.files ?? [])}
      />
      <input
        ref={folder}
        type="file"
        hidden
        aria-label="Folder"
        // Not in React's types; all browsers of the last ten years have it.
        {...{ webkitdirectory: '' }}
        onChange={(event) => take(event.currentTarget.files ?? [])}
      />
    </div>
  );
}
