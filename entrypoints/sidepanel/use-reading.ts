import { useEffect, useState } from 'react';
import type { PageReading } from '@/components/review/roster-panel';
import type { ListPage } from '@/lib/domain/review/findings';
import { wordsFor } from '@/lib/messaging/answers';
import { send } from '@/lib/messaging/client';
import { stored } from '@/lib/storage/stored-values';
import type { ReadRoster } from '@/lib/storage/tab-state';

/** Describes a member list that was read, and the entry that holds it; null where the log does not. */
export type Reading = PageReading & ListPage & { entry: number | null };

const readingOf = ({
  page,
  url,
  roster,
  at,
  entry,
}: Omit<ReadRoster, 'entry'> & { entry?: number | null | undefined }): Reading => ({
  vendor: page.vendor,
  generation: page.generation,
  page: page.page,
  url,
  roster,
  at,
  entry: entry ?? null,
});

/** Reads the member list of the page beside the panel on demand, and follows it afterwards. */
export function useReading() {
  const [reading, setReading] = useState<Reading | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  // The list grows, and changes, while the admin moves through its pages.
  useEffect(
    () =>
      stored.rosters.watch((_tab, read) => {
        if (!read) return;
        const { vendor, page } = read.page;
        setReading((was) => (was?.vendor === vendor && was.page === page ? readingOf(read) : was));
      }),
    [],
  );

  async function read() {
    if (busy) return;
    setBusy(true);
    try {
      const reply = await send('roster.read', {});
      setProblem(reply.ok ? null : reply.message);
      if (reply.ok) setReading(readingOf({ ...reply, at: Date.now() }));
    } catch (error) {
      setProblem(wordsFor(error));
    }
    setBusy(false);
  }

  return { reading, problem, busy, read };
}
