import type { ReviewActions } from '@/components/review/review-actions';
import type { PageReading } from '@/components/review/roster-panel';
import { browser } from '@/lib/browser';
import { emptyGrantForm } from '@/lib/domain/grant/new-grant';
import { shownOf } from '@/lib/domain/review/findings';
import { problemOf, wordsFor } from '@/lib/messaging/answers';
import { send } from '@/lib/messaging/client';
import { saveDraft } from '@/lib/storage/draft';

const notLogged = 'Read the page again first: this list is not in the log.';

/** Opens the form: over the window where the browser can, else in a tab. */
async function openPopup(): Promise<void> {
  try {
    await (browser.action as { openPopup?: () => Promise<void> }).openPopup?.call(browser.action);
  } catch {
    await browser.tabs.create({ url: browser.runtime.getURL('/popup.html') });
  }
}

/** Returns what the review can do, by command to the background. `reading`: the list that its findings are about. */
export function reviewActions(
  reading: PageReading | null,
): ReviewActions & { onConfirmList: () => Promise<string | null> } {
  const roster = reading?.entry ?? null;
  return {
    onShow: ({ id }) => problemOf(send('person.show', { grant: id })),
    onResent: ({ id }) => problemOf(send('invitation.resent', { grant: id })),
    onWithdrawn: ({ id }, reason) => problemOf(send('invitation.withdrawn', { grant: id, reason })),
    onSettle: async (finding, { how, ticket, until, reason }) => {
      if (!reading || roster === null) return notLogged;
      return problemOf(
        send('finding.settle', {
          vendor: reading.vendor,
          kind: finding.kind,
          how,
          email: finding.email,
          shown: shownOf(finding),
          grant: 'grant' in finding ? finding.grant.id : null,
          ticket: how === 'ticket' ? ticket : null,
          until,
          reason,
          roster,
        }),
      );
    },
    onAdopt: async (finding, { ticket, purpose, approvedBy, reason }) => {
      if (!reading || roster === null) return notLogged;
      const id = crypto.randomUUID();
      const form = {
        ...emptyGrantForm,
        ticket,
        purpose,
        approvedBy,
        reason,
        vendor: reading.vendor,
        email: finding.email,
      };
      try {
        const started = await send('grant.start', { id, form });
        if (!started.ok) return Object.values(started.errors)[0] ?? 'This grant cannot be started.';
      } catch (error) {
        return wordsFor(error);
      }
      return problemOf(send('list.apply', { grant: id, roster }));
    },
    onPrepare: async (finding) => {
      if (!reading) return notLogged;
      const form = { ...emptyGrantForm, vendor: reading.vendor, email: finding.email };
      await saveDraft({ id: crypto.randomUUID(), form, adding: '', open: true });
      await openPopup();
      return null;
    },
    onConfirmList: async () => (roster === null ? notLogged : problemOf(send('roster.confirm', { roster }))),
    onMarkRemoved: async ({ id }) =>
      roster === null ? notLogged : problemOf(send('finding.removed', { grant: id, roster })),
    onRemove: ({ id }, reason) => problemOf(send('removal.start', { grant: id, reason })),
    onDecide: ({ id }, campaign, decision, reason) =>
      problemOf(send('review.decide', { grant: id, campaign, decision, reason })),
    onStartCampaign: (by, what) => problemOf(send('campaign.start', { id: crypto.randomUUID(), by, what })),
    onFinishCampaign: (campaign, statement) => problemOf(send('campaign.finish', { campaign, statement })),
  };
}
