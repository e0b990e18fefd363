import { conclude } from '@/lib/domain/grant/conclude';
import { type Draft, type Entry, isKnown } from '@/lib/domain/log/entry';
import { campaignGrants, campaignProgress, campaignsOf, leftToDecide } from '@/lib/domain/review/campaign';
import {
  decideCampaign,
  decideResent,
  decideReview,
  decideSettlement,
  decideWithdrawn,
} from '@/lib/domain/review/decide-review';
import { loggedRole } from '@/lib/domain/review/findings';
import { isOwnGrant, reviewsDue } from '@/lib/domain/review/review';
import { dateOf } from '@/lib/domain/values/calendar';
import { normalEmail } from '@/lib/domain/values/email';
import { plainText } from '@/lib/domain/values/text';
import { checkTicket } from '@/lib/domain/values/ticket';
import { sendToPage } from '@/lib/messaging/page';
import type { Handlers } from '@/lib/messaging/router';
import { db } from '@/lib/storage/db';
import { inTurn } from '@/lib/storage/in-turn';
import type { Ledger } from '@/lib/storage/ledger';
import { standingGrants } from '@/lib/storage/standing-grants';
import { stored } from '@/lib/storage/stored-values';
import { generationFor } from '@/lib/vendors/registry';
import { done, outcome, refused } from './replies';
import type { Rosters } from './rosters';
import { guideTo, tabAbout } from './vendor-tabs';

type ReviewCommand =
  | 'invitation.resent'
  | 'invitation.withdrawn'
  | 'person.show'
  | 'finding.settle'
  | 'finding.removed'
  | 'roster.confirm'
  | 'list.apply'
  | 'review.decide'
  | 'campaign.start'
  | 'campaign.finish';

/** Days before its day on which something counts as due. */
export const dueWithin = 30;

const campaignKinds = ['campaign.started', 'review.decided', 'campaign.finished'];

/** Reads the campaigns in the log, the newest first. */
export async function readCampaigns() {
  const entries = await db.entries.where('type').anyOf(campaignKinds).sortBy('seq');
  return campaignsOf(entries.filter((entry): entry is Entry => isKnown(entry)));
}

const noList = 'The list that showed this is not in the log any more: read the page again.';

/** Makes the handlers of what the review asks for. */
export function createReviewHandlers(ledger: Ledger, rosters: Rosters): Pick<Handlers, ReviewCommand> {
  const inOrder = inTurn();

  const change = async (grant: string, decide: Parameters<Ledger['change']>[2]) =>
    outcome(await ledger.change(grant, null, decide));

  return {
    'invitation.resent': ({ grant: id }) => change(id, ({ grant }) => decideResent(grant, new Date())),
    'invitation.withdrawn': ({ grant: id, reason }) => change(id, ({ grant }) => decideWithdrawn(grant, reason)),

    async 'person.show'({ grant: id }, origin) {
      const grant = await db.grants.get(id);
      const about = await tabAbout(origin);
      const page = about?.page.recognised;
      if (!grant || !about || page?.vendor !== grant.vendor)
        return refused('Open the vendor’s page in this window first: Grantbook shows the person there.');
      await guideTo(grant);
      const landmarks = generationFor(grant.vendor, page.generation)?.pages.pages.find(
        ({ id: one }) => one === page.page,
      );
      const row = Object.entries(landmarks?.landmarks ?? {}).find(
        ([, landmark]) => landmark.find === 'row' && !landmark.column,
      );
      const reply = row && (await sendToPage(about.tab, 'landmark.show', { landmark: row[0] }));
      return reply?.found
        ? done
        : refused('This person cannot be seen on the page right now: they may be on another page of the list.');
    },

    async 'finding.settle'({ roster, ...finding }) {
      const list = await rosters.fromLog(roster);
      if (!list || list.recognition.vendor !== finding.vendor) return refused(noList);
      const { ticketPattern } = await stored.settings.read();
      const ticket = finding.how === 'ticket' ? checkTicket(finding.ticket ?? '', ticketPattern) : null;
      if (ticket && !ticket.ok) return refused(ticket.message);
      const settled = { ...finding, ticket: ticket?.ok ? ticket.value : null };
      const decision = decideSettlement(settled, list.entry, dateOf(new Date()));
      if (!decision.ok) return refused(decision.message);
      const row = list.roster.rows.find(({ email }) => normalEmail(email) === finding.email);
      const shown = row?.roles.join(', ') ?? '';
      // Another role that a ticket allows is the logged one from now on.
      const follow: Draft[] =
        finding.kind === 'drift' && ticket && finding.grant !== null && shown === finding.shown
          ? [await roleSeen(finding.grant, shown, list)]
          : [];
      return outcome(await ledger.append([...decision.drafts, ...follow]));
    },

    async 'finding.removed'({ grant: id, roster }) {
      const list = await rosters.fromLog(roster);
      const isProven = list?.roster.complete;
      if (!list || !(isProven || list.roster.confirmed)) return refused(noList);
      const { generation, page } = list.recognition;
      return change(id, ({ grant }) => {
        const { recognition, url } = list;
        if (!grant?.email || grant.vendor !== recognition.vendor) return { ok: false, message: noList };
        if (list.roster.rows.some(({ email }) => normalEmail(email) === grant.email))
          return { ok: false, message: 'The list still shows this person.' };
        const { removed } = grant.milestones;
        if (removed?.basis === 'observed' || (removed && !isProven)) return { ok: true, drafts: [] };
        const data = { generation, page, url, roster: list.entry };
        return {
          ok: true,
          drafts: [{ type: 'removal.seen', grant: id, basis: isProven ? 'observed' : 'confirmed', data }],
        };
      });
    },

    async 'roster.confirm'({ roster }) {
      return (await rosters.confirm(roster)) ? done : refused(noList);
    },

    async 'list.apply'({ grant: id, roster }) {
      const list = await rosters.fromLog(roster);
      if (!list) return refused(noList);
      return change(id, ({ grant }) => {
        const rows = list.roster.rows.filter(({ email }) => normalEmail(email) === grant?.email);
        return { ok: true, drafts: grant ? conclude(grant, list, rows, list.entry) : [] };
      });
    },

    async 'review.decide'({ grant: id, campaign, decision, reason }) {
      const { identity } = await stored.settings.read();
      const reply = await change(id, ({ grant }) =>
        decideReview(grant, {
          campaign,
          decision,
          reason,
          role: (grant && loggedRole(grant)) ?? '',
          own: grant !== undefined && isOwnGrant(grant, identity),
        }),
      );
      const grant = await db.grants.get(id);
      if (reply.ok && decision === 'remove' && grant) await guideTo(grant);
      return reply;
    },

    // One after the other: a double click begins, and ends, one.
    'campaign.start': ({ id, by, what }) =>
      inOrder(async () => {
        const { cadence } = await stored.settings.read();
        const grants = await standingGrants(db, by === 'vendor' ? what : null);
        const due = reviewsDue(grants, new Date(), cadence).filter(({ days }) => days <= dueWithin);
        const chosen = campaignGrants(grants, by, what, new Set(due.map(({ grant }) => grant.id)));
        const known = (await readCampaigns()).some((one) => one.id === id);
        const decision = decideCampaign(id, by, what, chosen, known);
        if (!decision.ok) return refused(decision.message);
        return outcome(await ledger.append(decision.drafts));
      }),

    'campaign.finish': ({ campaign: id, statement }) =>
      inOrder(async () => {
        const campaign = (await readCampaigns()).find((one) => one.id === id);
        if (!campaign) return refused('This review is not in the log any more.');
        if (campaign.finished) return done;
        const { total, kept, modified, removed } = campaignProgress(campaign);
        const grants = new Map((await db.grants.bulkGet([...campaign.grants])).map((grant) => [grant?.id, grant]));
        const { length: left } = leftToDecide(campaign, (one) => grants.get(one));
        if (left > 0) return refused(`${left} of ${total} are not decided yet.`);
        const said = plainText(statement, 2000);
        if (said === '') return refused('Say in a sentence what was looked at: the report quotes it.');
        const data = { campaign: id, kept, modified, removed, statement: said };
        return outcome(await ledger.append([{ type: 'campaign.finished', grant: null, basis: 'confirmed', data }]));
      }),
  };

  async function roleSeen(
    grant: string,
    role: string,
    list: NonNullable<Awaited<ReturnType<Rosters['fromLog']>>>,
  ): Promise<Draft> {
    const { generation, page } = list.recognition;
    const previous = (await db.grants.get(grant))?.role ?? '';
    return { type: 'role.seen', grant, basis: 'observed', data: { generation, page, url: list.url, role, previous } };
  }
}
