import { actorOf } from '@/lib/domain/log/chain';
import { type AnyEntry, type Covers, isKnown } from '@/lib/domain/log/entry';
import type { Settings } from '@/lib/domain/values/settings';
import { counted } from '@/lib/exports/counted';
import { digested } from '@/lib/exports/digested';
import type { ExportSource, Progress } from '@/lib/exports/export-format';
import type { Exported, ExportOrder } from '@/lib/exports/export-order';
import { exportFileName, type FileNameParts } from '@/lib/exports/file-name';
import { rulesFrom } from '@/lib/exports/rules';
import { exportSource } from '@/lib/exports/source';
import { toldRules } from '@/lib/exports/told-rules';
import { writeExport } from '@/lib/exports/write-export';
import { send } from '@/lib/messaging/client';
import type { GrantbookDb } from '@/lib/storage/db';
import { deviceSigner } from '@/lib/storage/device-key';
import { stored } from '@/lib/storage/stored-values';
import { firstEntry, lastCheckpoint, lastEntry, logReader } from './log-store';
import { copyFile, fileOf, saveFile } from './save-file';

/** Holds what an export needs from outside. */
interface ExportContext {
  db: GrantbookDb;
  settings: Settings;
  /** The version of Grantbook. */
  version: string;
}

/**
 * Writes what was ordered of the log as it stands into a file, saves or copies it, and has the export entered into the
 * log. Aborted, it saves nothing; once saved, it is logged whatever happens to the dialog.
 */
export async function exportLog(
  { db, settings, version }: ExportContext,
  order: ExportOrder,
  how: 'download' | 'copy',
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<Exported> {
  const { format, selection, personal, columns, variant } = order;
  const signed = await send('log.checkpoint', {}).catch(() => null);
  // The file ends with the checkpoint: what a page showed in the meantime would stand behind it without a signature.
  const end = (signed?.ok ? await lastCheckpoint(db) : undefined) ?? lastEntry(db);
  const [first, last, described] = await Promise.all([firstEntry(db), end, stored.described.read()]);
  if (!last) return { ok: false, message: 'The log is empty: there is nothing to export yet.' };
  const head = { seq: last.seq, hash: last.hash };
  const log = first && isKnown(first) && first.type === 'log.created' ? first.data.log : '';
  const { source, counts } = counted(
    exportSource(logReader(db), {
      log,
      head,
      now: new Date(),
      selection,
      personal,
      columns,
      variant,
      version,
      signer: await deviceSigner(db),
      ...rulesFrom(toldRules(settings, described, personal)),
      onProgress: (progress) => {
        // A narrow selection reads much and writes little: it has to end here too.
        signal.throwIfAborted();
        onProgress(progress);
      },
    }),
  );
  const { chunks, digest } = digested(writeExport(format.id, source));
  const file = await fileOf(chunks, format.mime, signal);
  const { entries, grants } = counts();
  if (entries + grants === 0) return { ok: false, message: 'There is nothing in this part of the log.' };

  const name = { ...(await nameParts(source, first ?? last, last)), variant, extension: format.extension };
  const fileName = how === 'copy' ? null : exportFileName(name);
  if (fileName !== null) saveFile(file, fileName);
  else if (!(await copyFile(file))) return { ok: false, message: 'It could not be copied: download it instead.' };

  const covers: Covers = {
    what: selection.what,
    from: selection.what === 'dates' ? selection.from : null,
    to: selection.what === 'dates' ? selection.to : null,
    grant: selection.what === 'grant' ? selection.grant : null,
    personal,
    variant,
    entries,
    grants,
    file: digest(),
  };
  const warnings = [signed?.ok === false ? signed.message : null, await record(format.id, head, covers)];
  return { ok: true, fileName, warning: warnings.filter((one) => one !== null).join(' ') || null };
}

/** Returns what the file's name says. Without personal data it names nobody. */
async function nameParts(
  { selection, personal, log, now, grantsById }: ExportSource,
  first: AnyEntry,
  last: AnyEntry,
): Promise<Omit<FileNameParts, 'variant' | 'extension'>> {
  const { name, email } = actorOf(last);
  const who = personal ? (name ?? email ?? '') : `log ${log.slice(0, 8)}`;
  const whole = { who, from: new Date(first.at), to: now };
  const localDay = (day: string) => new Date(`${day}T12:00:00`);
  switch (selection.what) {
    case 'everything':
      return { what: 'log', ...whole };
    case 'view':
      return { what: `${selection.grants.length} grants`, ...whole };
    case 'dates':
      return { what: 'log', who, from: localDay(selection.from), to: localDay(selection.to) };
    case 'grant': {
      const grant = (await grantsById([selection.grant])).get(selection.grant);
      if (!grant) return { what: 'grant', ...whole };
      const [from, to] = [new Date(grant.started.at), new Date(grant.last.at)];
      return { what: grant.ticket, who: grant.email ?? grant.id.slice(0, 8), from, to };
    }
  }
}

/** Enters the export into the log; a sentence where that failed. */
async function record(format: string, head: { seq: number; hash: string }, covers: Covers): Promise<string | null> {
  const kept = 'The file is complete, but the log could not note that it was exported.';
  try {
    const reply = await send('log.exported', { format, entries: head.seq, head: head.hash, covers });
    return reply.ok ? null : `${kept} ${reply.message}`;
  } catch {
    return kept;
  }
}
