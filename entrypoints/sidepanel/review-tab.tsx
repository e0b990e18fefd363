import { useMemo, useState } from 'react';
import { beyondGrants } from '@/components/review/beyond';
import { ReviewView } from '@/components/review/review-view';
import type { PageReading } from '@/components/review/roster-panel';
import type { Grant } from '@/lib/domain/grant';
import { compareRoster, pendingInvitations, reviewsDue } from '@/lib/domain/review';
import { type Settings, vendorSettings } from '@/lib/domain/settings';
import { NoAnswer, send } from '@/lib/messaging/client';
import { useDescribed } from '@/lib/react/use-described';
import { generationFor, organizationAt, vendorOf } from '@/lib/vendors/registry';

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
  const described = useDescribed();

  async function read() {
    if (busy) return;
    setBusy(true);
    try {
      const reply = await send('roster.read', {});
      setProblem(reply.ok ? null : reply.message);
      if (reply.ok) {
        const { vendor, generation } = reply.page;
        setReading({ vendor, generation, url: reply.url, roster: reply.roster, at: Date.now() });
      }
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

  const beyond = useMemo(() => {
    if (!reading || !grants) return undefined;
    const { vendor, generation = null, url } = reading;
    return beyondGrants({ vendor, generation }, grants, {
      settings: vendorSettings(settings, vendor),
      admin: settings.identity?.email ?? null,
      described: described ?? [],
      organization: url ? organizationAt(vendor, url) : '',
      members: null,
    });
  }, [reading, grants, settings, described]);

  return (
    <ReviewView
      {...{ reading, problem, busy, pending, findings, reviews, now }}
      vendorName={(id) => vendorOf(id)?.name ?? id}
      ticketLink={settings.ticketLink}
      onRead={() => void read()}
      {...(beyond ? { beyond } : {})}
    />
  );
}
