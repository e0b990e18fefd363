import * as z from 'zod/mini';
import { Description } from '@/lib/domain/advice';
import { KeyForm } from '@/lib/domain/grant/key-record';
import { GrantForm } from '@/lib/domain/grant/new-grant';
import { NamedPage, Recognition, Roster, VendorTab } from '@/lib/domain/grant/page-facts';
import { Covers, Hash } from '@/lib/domain/log/entry';
import { findingKinds } from '@/lib/domain/review/findings';
import { Id, Short, Text } from '@/lib/domain/values/bounded';
import { Done, Saved, TakenIn } from './answers';

/** Requests of the extension's own pages (popup, side panel, log, options). The guide frame has a port of its own. */
export const pageOfOursRequests = {
  'identity.save': z.object({ name: Text, email: Text }),
  'grant.start': z.object({
    id: Id,
    form: GrantForm,
  }),
  'step.confirm': z.object({ grant: Id, step: Short }),
  'step.reopen': z.object({ grant: Id, step: Short }),
  'role.justify': z.object({ grant: Id, chosen: Short, justification: Text }),
  'role.describe': z.extend(Description, { grant: Id }),
  /** What the active tab of the window shows; null where it is no vendor's page. */
  'tab.page': z.object({}),
  /** Makes a grant the one that its vendor's tabs guide. */
  'guide.choose': z.object({ grant: Id }),
  /** Reads the whole member list of the active tab. */
  'roster.read': z.object({}),
  'landmark.show': z.object({ landmark: Short }),
  /** Lets the admin point at the right element for a landmark, in the vendor tab. */
  'landmark.pick': z.object({ landmark: Short }),
  /** An outline of the vendor tab's page: roles and names of controls, nobody's data. */
  'page.report': z.object({}),
  /** The admin says which page the vendor tab shows; null takes it back. */
  'page.assume': z.object({ page: z.nullable(NamedPage) }),
  'keys.settle': z.object({ grant: Id, needed: z.boolean() }),
  'key.record': z.object({ grant: Id, step: Short, form: KeyForm }),
  'removal.start': z.object({ grant: Id, reason: Text }),
  'removal.stop': z.object({ grant: Id }),
  'invitation.resent': z.object({ grant: Id }),
  'invitation.withdrawn': z.object({ grant: Id, reason: Text }),
  /** Shows a person's row on the vendor's page. */
  'person.show': z.object({ grant: Id }),
  /** `roster`: number of the entry with the list that shows it. */
  'finding.settle': z.object({
    vendor: Short,
    kind: z.enum(findingKinds),
    how: z.enum(['accepted', 'ticket', 'not-a-person']),
    email: Short,
    shown: Text,
    grant: z.nullable(Id),
    ticket: z.nullable(Text),
    until: Short,
    reason: Text,
    roster: z.int(),
  }),
  /** Somebody whom a complete list does not show was removed. */
  'finding.removed': z.object({ grant: Id, roster: z.int() }),
  /** Takes over what a list that was logged says of a grant that was started since. */
  'list.apply': z.object({ grant: Id, roster: z.int() }),
  'review.decide': z.object({
    grant: Id,
    campaign: z.nullable(Id),
    decision: z.enum(['keep', 'modify', 'remove']),
    reason: Text,
  }),
  'campaign.start': z.object({ id: Id, by: z.enum(['due', 'vendor', 'approver']), what: Short }),
  'campaign.finish': z.object({ campaign: Id, statement: Text }),
  'log.exported': z.object({ format: Short, entries: z.int(), head: Hash, covers: Covers }),
  'refused.count': z.object({}),
  /** Has the device's key sign the log as it stands; every export begins with that. */
  'log.checkpoint': z.object({}),
  /** Some entries of a backup of this log, oldest first. They are verified where they are stored. */
  'log.restore': z.object({ entries: z.array(z.unknown()).check(z.maxLength(1000)) }),
  /** Some entries of another admin's log, oldest first. */
  'log.merge': z.object({
    log: Id,
    apart: z.boolean(),
    mergedAt: z.nullable(z.iso.datetime()),
    entries: z.array(z.unknown()).check(z.maxLength(1000)),
  }),
  /** All of them were taken in. */
  'log.taken': z.object({ what: z.enum(['restored', 'merged']), log: Id, entries: z.int(), head: Hash }),
  /** Accounts of a list; the ids are made by the sender, so that sending twice takes them once. */
  'accounts.import': z.object({
    accounts: z
      .array(
        z.object({
          id: Id,
          account: z.strictObject({
            vendor: Short,
            ticket: Short,
            email: Short,
            role: Short,
            scope: z.array(Short),
            since: z.nullable(Short),
            accessEnds: z.nullable(Short),
            approvedBy: Short,
            reason: Text,
          }),
        }),
      )
      .check(z.maxLength(500)),
  }),
  /** Deletes what is known of a person; `dry` only counts it. */
  'person.forget': z.object({ email: Short, name: Short, dry: z.boolean() }),
  /** The admin has seen to a loss that was noticed. */
  'loss.settle': z.object({}),
} as const;

/** What our own pages are answered. */
export const pageOfOursReplies = {
  'identity.save': Saved,
  'grant.start': z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), grant: Id }),
    z.object({ ok: z.literal(false), errors: z.record(z.string(), z.string()) }),
  ]),
  'step.confirm': Done,
  'step.reopen': Done,
  'role.justify': Done,
  'role.describe': Done,
  'tab.page': z.nullable(VendorTab),
  'guide.choose': Done,
  'roster.read': z.discriminatedUnion('ok', [
    z.object({
      ok: z.literal(true),
      page: Recognition,
      url: z.string(),
      roster: Roster,
      entry: z.optional(z.nullable(z.int())),
    }),
    z.object({ ok: z.literal(false), message: z.string() }),
  ]),
  'landmark.show': Done,
  'landmark.pick': Done,
  'page.report': z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), report: z.string() }),
    z.object({ ok: z.literal(false), message: z.string() }),
  ]),
  'page.assume': Done,
  'keys.settle': Done,
  'key.record': Saved,
  'removal.start': Done,
  'removal.stop': Done,
  'invitation.resent': Done,
  'invitation.withdrawn': Done,
  'person.show': Done,
  'finding.settle': Done,
  'finding.removed': Done,
  'list.apply': Done,
  'review.decide': Done,
  'campaign.start': Done,
  'campaign.finish': Done,
  'log.exported': Done,
  'refused.count': z.object({ count: z.int() }),
  'log.checkpoint': Done,
  'log.restore': TakenIn,
  'log.merge': TakenIn,
  'log.taken': Done,
  'accounts.import': Done,
  'person.forget': z.discriminatedUnion('ok', [
    // `elsewhere`: what was kept of the person outside of the log.
    z.object({ ok: z.literal(true), values: z.int(), grants: z.int(), elsewhere: z.int() }),
    z.object({ ok: z.literal(false), message: z.string() }),
  ]),
  'loss.settle': Done,
} as const satisfies Record<keyof typeof pageOfOursRequests, z.ZodMiniType>;
