import type { Exported } from '@/components/export/export-dialog';
import { actorOf } from '@/lib/domain/chain';
import type { Grant } from '@/lib/domain/grant';
import type { ExportFormat } from '@/lib/exports/export-format';
import { exportFileName } from '@/lib/exports/file-name';
import { exportSource } from '@/lib/exports/source';
import { send } from '@/lib/messaging/client';
import type { GrantbookDb } from '@/lib/storage/db';
import { generationFor } from '@/lib/vendors/registry';
import { lastEntry, logReader } from './log-store';
import { fileOf, saveFile } from './save-file';

const invitationDays = ({ vendor, generation }: Grant) =>
  generationFor(vendor, generation)?.info.invitationDays ?? null;

/**
 * Writes the log as it stands into a file, saves it, and has the export entered into the log. Aborted, it saves nothing; once
 * saved, it is logged whatever happens to the dialog.
 */
export async function exportLog(
  db: GrantbookDb,
  format: ExportFormat,
  onProgress: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<Exported> {
  const [first, last] = await Promise.all([db.entries.get(1), lastEntry(db)]);
  if (!last) return { ok: false, message: 'The log is empty: there is nothing to export yet.' };
  const head = { seq: last.seq, hash: last.hash };
  const now = new Date();
  const source = exportSource(logReader(db), { head, now, invitationDays, onProgress });
  const file = await fileOf(format.write(source), format.mime, signal);
  const { name, email } = actorOf(last);
  const fileName = exportFileName({
    who: name ?? email ?? '',
    from: new Date(first?.at ?? last.at),
    to: now,
    extension: format.extension,
  });
  saveFile(file, fileName);
  return { ok: true, fileName, warning: await record(format.id, head) };
}

/** Enters the export into the log; a sentence where that failed. */
async function record(format: string, head: { seq: number; hash: string }): Promise<string | null> {
  const kept = 'The file is complete, but the log could not note that it was exported.';
  try {
    const reply = await send('log.exported', { format, entries: head.seq, head: head.hash });
    return reply.ok ? null : `${kept} ${reply.message}`;
  } catch {
    return kept;
  }
}
