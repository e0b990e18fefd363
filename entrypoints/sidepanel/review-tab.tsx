import { useMemo, useState } from 'react';
import { ReviewView } from '@/components/review/review-view';
import type { PageReading } from '@/components/review/roster-panel';
import type { Grant } from '@/lib/domain/grant';
import { compareRoster, pendingInvitations, reviewsDue } from '@/lib/domain/review';
import type { Settings } from '@/lib/domain/settings';
import { NoAnswer, send } from '@/lib/messaging/client';
import { generationFor, vendorOf } from '@/lib/vendors/registry';

interface ReviewTabProps {
  grants: readonly Grant[] | undefined;
  settings: Settings;
  now: Date;
}

const invitationDays = ({ vendor, generation }: Grant) =>
  generationFor(vendor, generation)?.info.invitationDays ?? null;

/** The tab `Review`, wired. */
export function ReviewTab({ grants, settings, now }: ReviewTabProps) {
  const [reading, setReading] = useState<PageReading | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function read() {
    if (busy) return;
    setBusy(true);
    try {
      const reply = await send('roster.read', {});
      setProblem(reply.ok ? null : reply.message);
      if (reply.ok) setReading({ vendor: reply.page.vendor, roster: reply.roster, at: Date.now() });
    } catch (error) {
      setProblem(error instanceof NoAnswer ? error.message : 'The page could not be read. Try again.');
    }
    setBusy(false);
  }

  const pending = useMemo(() => grants && pendingInvitations(grants, now, invitationDays), [grants, now]);
  const reviews = useMemo(() => grants && reviewsDue(grants, now), [grants, now]);
  const findings = useMemo(
    () => (reading && grants ? compareRoster(reading, grants, now) : []),
    [reading, grants, now],
  );

  return (
    <ReviewView
      {...{ reading, problem, busy, pending, findings, reviews, now }}
      vendorName={(id) => vendorOf(id)?.name ?? id}
      ticketLink={settings.ticketLink}
      onRead={() => void read()}
    />
  );
}
