import { useEffect, useMemo, useState } from 'react';
import { ReviewView } from '@/components/review/review-view';
import type { PageReading } from '@/components/review/roster-panel';
import type { Description } from '@/lib/domain/advice';
import type { Grant } from '@/lib/domain/grant/grant';
import type { ListPage } from '@/lib/domain/review/findings';
import { compareRoster } from '@/lib/domain/review/findings';
import {
  awaitingAccess,
  isOwnGrant,
  pendingInvitations,
  removalsToProve,
  reviewsDue,
} from '@/lib/domain/review/review';
import { compareSnapshots } from '@/lib/domain/review/snapshots';
import { normalEmail } from '@/lib/domain/values/email';
import type { Settings } from '@/lib/domain/values/settings';
import { wordsFor } from '@/lib/messaging/answers';
import { send } from '@/lib/messaging/client';
import { saveDescription } from '@/lib/react/save-description';
import { useGrantsOf } from '@/lib/react/use-grants';
import { useCampaigns, useEarlierLists, useLoggedRows, useSettlements } from '@/lib/react/use-review-log';
import { useStored } from '@/lib/react/use-stored';
import { stored } from '@/lib/storage/stored-values';
import type { ReadRoster } from '@/lib/storage/tab-state';
import { beyondGrants } from '@/lib/vendors/excess';
import { listFacts, listRulesFor } from '@/lib/vendors/list-rules';
import { generationFor, vendorOf } from '@/lib/vendors/registry';
import { reviewActions } from './review-actions';

interface ReviewTabProps {
  grants: readonly Grant[] | undefined;
  settings: Settings;
  now: Date;
}

type Reading = PageReading & ListPage & { entry: number | null };

const generationOf = ({ vendor, generation }: Grant) => generationFor(vendor, generation);
const invitationDays = (grant: Grant) => generationOf(grant)?.info.invitationDays ?? null;
const hasScope = (grant: Grant) => {
  const model = generationOf(grant)?.model;
  return model?.scopeRoles !== undefined || model?.scopeToggles !== undefined;
};
const nextOf = (grant: Grant) => (generationOf(grant)?.model.scopeRoles ? 'a role in' : 'groups or policies for');
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

/** Wires the tab `Review`. */
export function ReviewTab({ grants, settings, now }: ReviewTabProps) {
  const [reading, setReading] = useState<Reading | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const described = useStored(stored.described);
  const campaigns = useCampaigns();
  const settled = useSettlements();
  const earlier = useEarlierLists(reading);
  const [chosen, setChosen] = useState<number | null>(null);
  // Of a list that was half read, everybody after its first page would seem to have come since.
  const before =
    earlier.find(({ entry }) => entry === chosen) ?? earlier.find(({ complete }) => complete) ?? earlier[0];
  const rowsBefore = useLoggedRows(before?.entry ?? null);

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

  const adviceFacts = useMemo(
    () => reading && listFacts(reading, settings, described ?? []),
    [reading, settings, described],
  );

  const pending = useMemo(() => grants && pendingInvitations(grants, now, invitationDays), [grants, now]);
  const awaiting = useMemo(() => grants && awaitingAccess(grants, hasScope), [grants]);
  const reviews = useMemo(() => grants && reviewsDue(grants, now, settings.cadence), [grants, now, settings.cadence]);
  const removals = useMemo(() => (grants ? removalsToProve(grants, now) : []), [grants, now]);
  const actions = useMemo(() => reviewActions(reading), [reading]);
  const purposes = vendorOf(reading?.vendor ?? '')?.purposes ?? [];

  // Who was removed and is listed again is told by grants that are closed.
  const listed = useGrantsOf(
    useMemo(() => reading?.roster.rows.map(({ email }) => normalEmail(email)) ?? [], [reading]),
  );
  const compared = useMemo(() => {
    const known = new Set(grants?.map(({ id }) => id));
    return grants && [...grants, ...listed.filter(({ id }) => !known.has(id))];
  }, [grants, listed]);

  const findings = useMemo(() => {
    const rules = reading && listRulesFor(reading, settings, described ?? []);
    if (!rules || !compared) return [];
    const { vendor, roster } = reading;
    return compareRoster({ vendor, roster, lists: rules.lists }, compared, now, { ...rules, settled });
  }, [reading, compared, now, settled, settings, described]);

  const beyond = useMemo(
    () => (reading && grants && adviceFacts ? beyondGrants(reading, grants, adviceFacts) : undefined),
    [reading, grants, adviceFacts],
  );

  const describe =
    reading && adviceFacts
      ? (said: Description) =>
          saveDescription({
            vendor: reading.vendor,
            organization: adviceFacts.organization,
            generation: reading.generation,
            ...said,
          })
      : null;

  const changes = useMemo(
    () =>
      reading && before && rowsBefore
        ? compareSnapshots({ rows: rowsBefore, complete: before.complete }, reading.roster)
        : null,
    [reading, before, rowsBefore],
  );

  return (
    <ReviewView
      {...{ reading, problem, busy, pending, awaiting, findings, reviews, removals, campaigns, purposes, actions, now }}
      {...(grants ? { grants } : {})}
      before={changes && before ? { changes, before, earlier, onChoose: setChosen } : null}
      {...{ troublesOf, nextOf }}
      isOwn={(grant) => isOwnGrant(grant, settings.identity)}
      vendorName={(id) => vendorOf(id)?.name ?? id}
      ticketLink={settings.ticketLink}
      onRead={() => void read()}
      {...(beyond ? { beyond } : {})}
      {...(describe ? { onDescribe: describe } : {})}
    />
  );
}
