'use client';
// Owns the way from files on a computer to a draft: choose, see what is in them, send. Goes on where an upload stopped. Nothing
// is sent before the button is pressed.

import { useState } from 'react';
import type { TableMapping } from '@/lib/ingest/mapping/table-mapping';
import type { KnownOfOffice } from '@/lib/ingest/stand-in-files';
import type { LocalCheck } from '@/lib/office-client/worker-messages';
import { Alert } from './alert';
import { DeedProblem } from './deed-problem';
import { UploadDrop } from './upload-drop';
import { type ElectionFields, UploadElection } from './upload-election';
import { UploadFound } from './upload-found';
import { UploadProgress } from './upload-progress';
import { useLocalCheck } from './use-local-check';
import { useUpload } from './use-upload';

interface UploadFormProps {
  readonly officeId: string;
  /** Two-letter postal code. */
  readonly officeState: string;
  readonly known: Omit<KnownOfOffice, 'election'>;
  /** What is remembered of the office's files, the latest first. */
  readonly mappings: readonly TableMapping[];
  /** Elections to choose instead of typing one. */
  readonly elections: readonly ElectionFields[];
  readonly maxMegabytes: number;
  /** The upload that is gone on with; null: a new one. */
  readonly draftId: string | null;
}

/** The whole form. Not there without script: a browser without it cannot cut and hash files. */
export function UploadForm(props: UploadFormProps) {
  const { officeId, officeState, known, mappings, elections, maxMegabytes, draftId } = props;
  const [files, setFiles] = useState<readonly File[] | null>(null);
  const [election, setElection] = useState({ name: '', date: '' });
  const declared = election.name.trim() !== '' && election.date !== '' ? election : null;
  const checking = useLocalCheck({ officeId, officeState, known, mappings, files, election: declared });
  const upload = useUpload({ officeId, draftId });
  const tooLarge = files?.find(({ size }) => size > maxMegabytes * 1_048_576);
  const needsElection = checking.check !== null && lacksElection(checking.check);
  return (
    <div className="upload needs-script">
      <UploadDrop maxMegabytes={maxMegabytes} isBusy={upload.step !== null} onFiles={setFiles} />
      {files?.length === 0 && (
        <Alert kind="warning" heading="There is no file in what you chose" isNew>
          <p>Choose the files themselves, or a folder that holds them.</p>
        </Alert>
      )}
      {tooLarge !== undefined && (
        <Alert kind="error" heading={`${tooLarge.name} is too large`} isNew>
          <p>A file may have {maxMegabytes} MB. Send it as a zip file, or divide it by county.</p>
        </Alert>
      )}
      {files !== null && files.length > 0 && tooLarge === undefined && (
        <>
          <FileList files={files} />
          {checking.rows !== null && (
            <UploadProgress
              text={`Reading row ${checking.rows.toLocaleString('en-US')} on your computer`}
              part={null}
            />
          )}
          {checking.check !== null && <UploadFound check={checking.check} />}
          <UploadElection
            value={election}
            known={elections}
            isOpen={needsElection || election.name !== '' || election.date !== ''}
            onChange={setElection}
          />
          {upload.step === null ? (
            <button
              type="button"
              className="usa-button"
              disabled={checking.rows !== null}
              onClick={() => upload.start(files, declared, titleOf(checking.check?.election?.name, files))}
            >
              {draftId === null ? 'Upload and check' : 'Go on with the upload'}
            </button>
          ) : (
            <UploadProgress {...upload.step} />
          )}
        </>
      )}
      <DeedProblem problem={upload.problem} />
    </div>
  );
}

/** Tables of an office's own never say it. */
function lacksElection({ first, foreign, election }: LocalCheck): boolean {
  const isMissing = first.some(({ code, file }) => code === 'file-missing' && file === 'election.txt');
  return isMissing || (foreign.tables > 0 && election === null);
}

function titleOf(election: string | undefined, files: readonly File[]): string {
  return (election ?? files.map(({ name }) => name).join(', ')).slice(0, 200);
}

function FileList({ files }: { readonly files: readonly File[] }) {
  return (
    <ul className="upload-files">
      {files.map(({ name, size }) => (
        <li key={name}>
          <bdi>{name}</bdi> <span className="quiet">{sizeText(size)}</span>
        </li>
      ))}
    </ul>
  );
}

function sizeText(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
