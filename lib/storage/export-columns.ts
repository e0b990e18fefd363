import * as z from 'zod/mini';
import { browser } from '@/lib/browser';

const Columns = z.nullable(z.array(z.string()));

/** The columns of the grant tables that the admin chose, by header, in their order; null where every column is wanted. */
export async function readExportColumns(): Promise<string[] | null> {
  const { exportColumns } = await browser.storage.local.get('exportColumns');
  return Columns.safeParse(exportColumns ?? null).data ?? null;
}

export async function saveExportColumns(columns: readonly string[] | null): Promise<void> {
  await browser.storage.local.set({ exportColumns: columns });
}
