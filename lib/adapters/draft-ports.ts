// Owns what this machine gives to uploading and checking beside the stores: a running hash, a turn for other requests, and how
// large a file may be here. Server only.

import { setImmediate } from 'node:timers/promises';
import { maxFileBytes } from '@/lib/ingest/files/inspect-bytes';
import type { DraftPorts } from '@/lib/office/drafts/draft-ports';
import type { OfficePorts } from '@/lib/office/ports/office-ports';
import { collectGarbage } from './collect-garbage';
import { officeEnv } from './office-container';
import { runningHash } from './running-hash';

/** A key-value store holds a file's chunks in memory, and is paid for by size (docs/upload-by-script.md). */
const MAX_KV_FILE_BYTES = 20 * 1024 * 1024;

/** `draftPorts(ports)`: the same stores, and the rest. */
export function draftPorts(ports: OfficePorts): DraftPorts {
  return {
    ...ports,
    sha256: runningHash,
    tidy: collectGarbage,
    pause: () => setImmediate(),
    maxFileBytes: fileLimit(),
  };
}

/** Most bytes of one file here: 200 MB, or 20 MB where a key-value store holds them. */
export function fileLimit(): number {
  return officeEnv().kv === null ? maxFileBytes : MAX_KV_FILE_BYTES;
}
