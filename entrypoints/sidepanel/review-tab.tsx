import { useEffect, useMemo, useState } from 'react';
import { beyondGrants, excessFor } from '@/components/review/beyond';
import { ReviewView } from '@/components/review/review-view';
import type { PageReading } from '@/components/review/roster-panel';
import type { Description } from '@/lib/domain/advice';
import { compareRoster } from '@/lib/domain/findings';
import type { Grant } from '@/lib/domain/grant';
import { awaitingAccess, isOwnGrant, pendingInvitations, removalsToProve, reviewsDue } from '@/lib/domain/review';
import { type Settings, vendorSettings } from '@/lib/domain/settings';
import { compareSnapshots } from '@/lib/domain/snapshots';
import { NoAnswer, send } from '@/lib/messaging/client';
import { keepDescribed } from '@/lib/react/keep-described';
import { useDescribed } from '@/lib/react/use-described';
import { useCampaigns, useListBefore, useSettlements } from '@/lib/react/use-review-log';
import { type ReadRoster, readRosters } from '@/lib/storage/session';
import { generationFor, listingOf, organizationAt, vendorOf } from '@/lib/vendors/registry';
import { reviewActions } from './review-actions';

interface ReviewTabProps {
  grants: readonly Grant[] | undefined;
  settings: Settings;
  now: Date;
}

type Reading = PageReading & { page: string; entry: number | null };

const generationOf = ({ vendor, generation }: Grant) => generationFor(vendor, generation);
const invitationDays = (grant: Grant) => generationOf(grant)?.info.invitationDays ?? null;
const hasScope = (grant: Grant) => {
  const model = generationOf(grant)?.model;
  return model?.scopeRoles !== undefined || model?.scopeToggles !== undefined;
};
const awaitedTroubles = ['not-received', 'sso-enforced'];
const troublesOf = (grant: Grant) =>
  generationOf(grant)?.grant.troubles.filter(({ id }) => awaitedTroubles.includes(id)) ?? [];

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

/** The tab `Review`, wired. */
export function ReviewTab({ grants, settings, now }: ReviewTabProps) {
  const [reading, setReading] = useState<Reading | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const described = useDescribed();
  const campaigns = useCampaigns();
  const settled = useSettlements();
  const before = useListBefore(reading?.vendor ?? null, reading?.page ?? null, reading?.entry ?? null);

  // The list grows, and changes, while the admin moves through its pages.
  useEffect(
    () =>
      readRosters.watch((_tab, read) =>
        setReading((was) => (was?.vendor === read.page.vendor && was.page === read.page.page ? readingOf(read) : was)),
      ),
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
      setProblem(error instanceof NoAnswer ? error.message : 'The page could not be read. Try again.');
    }
    setBusy(false);
  }

  const adviceFacts = useMemo(
    () =>
      reading && {
        settings: vendorSettings(settings, reading.vendor),
        admin: settings.identity?.email ?? null,
        described: described ?? [],
        organization: reading.url ? organizationAt(reading.vendor, reading.url) : '',
        members: null,
      },
    [reading, settings, described],
  );

  const pending = useMemo(() => grants && pendingInvitations(grants, now, invitationDays), [grants, now]);
  const awaiting = useMemo(() => grants && awaitingAccess(grants, hasScope), [grants]);
  const reviews = useMemo(() => grants && reviewsDue(grants, now, settings.cadence), [grants, now, settings.cadence]);
  const removals = useMemo(() => (grants ? removalsToProve(grants, now) : []), [grants, now]);
  const actions = useMemo(() => reviewActions(reading), [reading]);
  const purposes = vendorOf(reading?.vendor ?? '')?.purposes ?? [];

  const findings = useMemo(() => {
    if (!reading || !grants || !adviceFacts) return [];
    const { vendor, generation = '', page, roster } = reading;
    const lists = listingOf({ vendor, generation, page }) ?? 'everybody';
    const limit = generationFor(vendor, generation)?.model.limit;
    const { plan } = vendorSettings(settings, vendor);
    return compareRoster({ vendor, roster, lists }, grants, now, {
      settled,
      excessOf: excessFor(vendor, generation, adviceFacts),
      limit: limit && lists === 'everybody' && Object.hasOwn(limit.plans, plan) ? limit.members : null,
    });
  }, [reading, grants, now, settled, settings, adviceFacts]);

  const beyond = useMemo(() => {
    if (!reading || !grants || !adviceFacts) return undefined;
    const { vendor, generation = null } = reading;
    return beyondGrants({ vendor, generation }, grants, adviceFacts);
  }, [reading, grants, adviceFacts]);

  const describe =
    reading?.generation !== undefined && adviceFacts
      ? (said: Description) =>
          keepDescribed({
            vendor: reading.vendor,
            organization: adviceFacts.organization,
            generation: reading.generation ?? '',
            ...said,
          })
      : null;

  const changes = useMemo(
    () =>
      reading && before
        ? { changes: compareSnapshots(before, reading.roster), since: new Date(before.at), entry: before.entry }
        : null,
    [reading, before],
  );

  return (
    <ReviewView
      {...{ reading, problem, busy, pending, awaiting, findings, reviews, removals, campaigns, purposes, actions, now }}
      {...(grants ? { grants } : {})}
      before={changes}
      troublesOf={troublesOf}
      isOwn={(grant) => isOwnGrant(grant, settings.identity)}
      vendorName={(id) => vendorOf(id)?.name ?? id}
      ticketLink={settings.ticketLink}
      onRead={() => void read()}
      {...(beyond ? { beyond } : {})}
      {...(describe ? { onDescribe: describe } : {})}
    />
  );
}
