import * as z from 'zod/mini';
import { Description, warnableFields } from '@/lib/domain/advice';
import { Picked } from '@/lib/domain/grant/correction';
import { Guidance, GuidePlace } from '@/lib/domain/grant/guidance';
import { KeyForm } from '@/lib/domain/grant/key-record';
import { GrantForm } from '@/lib/domain/grant/new-grant';
import { NamedPage, PageFacts, Recognition, Roster, TabPage, VendorTab } from '@/lib/domain/grant/page-facts';
import { Account } from '@/lib/domain/log/account-list';
import { CampaignBy, Covers, Hash, ReviewVerdict, SettledHow } from '@/lib/domain/log/entry';
import { findingKinds } from '@/lib/domain/review/findings';
import { Id, Short, Text } from '@/lib/domain/values/bounded';
import type { PagePacks } from '@/lib/vendors/vendor';

/** The sender of a command, as the background knows it: never by what the message says of itself. */
export type Origin =
  /** The content script in the top frame of a vendor's page at `host`. */
  | { from: 'page'; tab: number; host: string }
  /** A page of the extension; `tab` is the tab that it is open in, null for the popup and the side panel. */
  | { from: 'ours'; tab: number | null }
  /** The guide's frame in a vendor's tab, which acts on the one grant that it was opened for. */
  | { from: 'guide'; tab: number; grant: string };

interface Command {
  from: readonly Origin['from'][];
  payload: z.ZodMiniObject;
  reply: z.ZodMiniType;
}

const page = ['page'] as const;
const ours = ['ours'] as const;
const guide = ['guide'] as const;
const oursAndGuide = ['ours', 'guide'] as const;

const refusal = z.object({ ok: z.literal(false), message: z.string() });
const wrongFields = z.object({ ok: z.literal(false), errors: z.record(z.string(), z.string()) });

/** Says that a command was carried out, or why not, in words for the admin. */
const Done = z.discriminatedUnion('ok', [z.object({ ok: z.literal(true) }), refusal]);
export type Done = z.infer<typeof Done>;
/** Says that a form was saved, or gives a sentence for each field that is not right. */
const Saved = z.discriminatedUnion('ok', [z.object({ ok: z.literal(true) }), wrongFields]);
/** Counts the entries of a file that were new, and the values that were left out. */
const Added = z.discriminatedUnion('ok', [z.object({ ok: z.literal(true), added: z.int(), left: z.int() }), refusal]);
/** The packs are made by the background and used by a script that has no room for their schema. */
const Packs = z.custom<PagePacks>((value) => typeof value === 'object' && value !== null);

const nothing = z.object({});
const ofGrant = z.object({ grant: Id });
const withReason = z.extend(ofGrant, { reason: Text });
const ofStep = z.extend(ofGrant, { step: Short });
const ofLandmark = z.object({ landmark: Short });
const ofList = z.extend(ofGrant, { roster: z.int() });
const entries = z.array(z.unknown()).check(z.maxLength(1000));

/**
 * Every command that the background carries out: who may send it, what it says, what is replied. In commands that the guide may send,
 * `grant` is the one that they are about: the background fills it in for the guide, whatever the frame wrote there.
 */
export const commands = {
  /** Answers with what there is to recognise at the sender's host: all generations would not fit into the script. */
  'page.packs': { from: page, payload: nothing, reply: Packs },
  /** The page was recognised, left, or found not to be ours. The reply names the guide to open, if any. */
  'page.changed': { from: page, payload: z.object({ page: TabPage }), reply: z.nullable(Guidance) },
  /** Something about the person in question changed on the page. */
  'page.facts': { from: page, payload: z.extend(ofGrant, { facts: PageFacts }), reply: Done },
  /** The admin pointed at the right element for a landmark that was lost. */
  'landmark.picked': { from: page, payload: Picked, reply: Packs },
  /** More of a member list was seen while the admin moved through its pages. */
  'roster.seen': {
    from: page,
    payload: z.object({ page: Recognition, url: z.url(), roster: Roster }),
    reply: Done,
  },
  /** The admin moved the guide, or made it higher. */
  'guide.placed': { from: page, payload: GuidePlace, reply: Done },

  /** Points at a landmark until another one is pointed at; marks the fields that hold what the grant does not say. */
  'guide.point': {
    from: guide,
    payload: z.object({ landmark: z.nullable(Short), warned: z.array(z.enum(warnableFields)) }),
    reply: Done,
  },
  /** Fits the frame to what it shows; `height` in CSS pixels. */
  'guide.size': { from: guide, payload: z.object({ height: z.int(), collapsed: z.boolean() }), reply: Done },

  /** `reason`: why the step is done although the page shows something against it. */
  'step.confirm': { from: oursAndGuide, payload: z.extend(ofStep, { reason: z.optional(Text) }), reply: Done },
  'step.reopen': { from: oursAndGuide, payload: ofStep, reply: Done },
  'role.justify': {
    from: oursAndGuide,
    payload: z.extend(ofGrant, { chosen: Short, justification: Text }),
    reply: Done,
  },
  'role.describe': { from: oursAndGuide, payload: z.extend(Description, { grant: Id }), reply: Done },
  'keys.settle': { from: oursAndGuide, payload: z.extend(ofGrant, { needed: z.boolean() }), reply: Done },
  'key.record': { from: oursAndGuide, payload: z.extend(ofStep, { form: KeyForm }), reply: Saved },
  /** Says where a key is documented that has no record here. */
  'key.document': { from: oursAndGuide, payload: z.extend(ofStep, { where: Text }), reply: Done },
  'removal.start': { from: oursAndGuide, payload: withReason, reply: Done },
  'removal.stop': { from: oursAndGuide, payload: ofGrant, reply: Done },
  /** Turns the tabs of a vendor to another grant. */
  'guide.choose': { from: oursAndGuide, payload: z.object({ chosen: Id }), reply: Done },
  'landmark.show': { from: oursAndGuide, payload: ofLandmark, reply: Done },
  /** Lets the admin point at the right element for a landmark, in the vendor's tab. */
  'landmark.pick': { from: oursAndGuide, payload: ofLandmark, reply: Done },
  /** Outlines the vendor tab's page: roles and names of controls, nobody's data. */
  'page.report': {
    from: oursAndGuide,
    payload: nothing,
    reply: z.discriminatedUnion('ok', [z.object({ ok: z.literal(true), report: z.string() }), refusal]),
  },

  'identity.save': { from: ours, payload: z.object({ name: Text, email: Text }), reply: Saved },
  'grant.start': {
    from: ours,
    payload: z.object({ id: Id, form: GrantForm }),
    reply: z.discriminatedUnion('ok', [z.object({ ok: z.literal(true), grant: Id }), wrongFields]),
  },
  /** Answers with what the active tab of the window shows; null where it is no vendor's page. */
  'tab.page': { from: ours, payload: nothing, reply: z.nullable(VendorTab) },
  /** Reads the whole member list of the active tab. */
  'roster.read': {
    from: ours,
    payload: nothing,
    reply: z.discriminatedUnion('ok', [
      z.object({
        ok: z.literal(true),
        page: Recognition,
        url: z.string(),
        roster: Roster,
        entry: z.optional(z.nullable(z.int())),
      }),
      refusal,
    ]),
  },
  /** The admin says that a list is whole whose page names no total; `roster` is the number of its entry. */
  'roster.confirm': { from: ours, payload: z.object({ roster: z.int() }), reply: Done },
  /** The admin says which page the vendor tab shows; null takes it back. */
  'page.assume': { from: ours, payload: z.object({ page: z.nullable(NamedPage) }), reply: Done },

  'invitation.resent': { from: ours, payload: ofGrant, reply: Done },
  'invitation.withdrawn': { from: ours, payload: withReason, reply: Done },
  /** Shows a person's row on the vendor's page. */
  'person.show': { from: ours, payload: ofGrant, reply: Done },
  /** Says why a finding is none any more; `roster` is the number of the entry with the list that shows it. */
  'finding.settle': {
    from: ours,
    payload: z.object({
      vendor: Short,
      kind: z.enum(findingKinds),
      how: SettledHow,
      email: Short,
      shown: Text,
      grant: z.nullable(Id),
      ticket: z.nullable(Text),
      until: Short,
      reason: Text,
      roster: z.int(),
    }),
    reply: Done,
  },
  /** Somebody whom a complete list does not show was removed. */
  'finding.removed': { from: ours, payload: ofList, reply: Done },
  /** Takes over what a list that was logged says of a grant that was started since. */
  'list.apply': { from: ours, payload: ofList, reply: Done },
  'review.decide': {
    from: ours,
    payload: z.extend(withReason, { campaign: z.nullable(Id), decision: ReviewVerdict }),
    reply: Done,
  },
  'campaign.start': {
    from: ours,
    payload: z.object({ id: Id, by: CampaignBy, what: Short }),
    reply: Done,
  },
  'campaign.finish': { from: ours, payload: z.object({ campaign: Id, statement: Text }), reply: Done },

  'log.exported': {
    from: ours,
    payload: z.object({ format: Short, entries: z.int(), head: Hash, covers: Covers }),
    reply: Done,
  },
  /** Has the device's key sign the log as it stands; every export begins with that. */
  'log.checkpoint': { from: ours, payload: nothing, reply: Done },
  /** Puts back some entries of a backup of this log, oldest first. They are verified where they are stored. */
  'log.restore': { from: ours, payload: z.object({ entries }), reply: Added },
  /** Adds some entries of another admin's log, oldest first. */
  'log.merge': {
    from: ours,
    payload: z.object({ log: Id, apart: z.boolean(), mergedAt: z.nullable(z.iso.datetime()), entries }),
    reply: Added,
  },
  /** Every entry of a file was restored or merged. */
  'log.taken': {
    from: ours,
    payload: z.object({ what: z.enum(['restored', 'merged']), log: Id, entries: z.int(), head: Hash }),
    reply: Done,
  },
  /** Starts a grant for each account of a list; the ids are made by the sender, so that sending twice takes them once. */
  'accounts.import': {
    from: ours,
    payload: z.object({ accounts: z.array(z.object({ id: Id, account: Account })).check(z.maxLength(500)) }),
    reply: Done,
  },
  /** Deletes what is known of a person; `dry` only counts it. `elsewhere`: what was kept of them outside of the log. */
  'person.forget': {
    from: ours,
    payload: z.object({ email: Short, name: Short, dry: z.boolean() }),
    reply: z.discriminatedUnion('ok', [
      z.object({ ok: z.literal(true), values: z.int(), grants: z.int(), elsewhere: z.int() }),
      refusal,
    ]),
  },
  /** The admin has seen to a loss that was noticed. */
  'loss.acknowledge': { from: ours, payload: nothing, reply: Done },
  /** Answers how many messages were refused since the background started. */
  'refused.count': { from: ours, payload: nothing, reply: z.object({ count: z.int() }) },
} as const satisfies Record<string, Command>;

export type CommandName = keyof typeof commands;
export type Payload<N extends CommandName> = z.infer<(typeof commands)[N]['payload']>;
export type Reply<N extends CommandName> = z.infer<(typeof commands)[N]['reply']>;
/** Says who may send a command. */
export type OriginOf<N extends CommandName> = Extract<Origin, { from: (typeof commands)[N]['from'][number] }>;
/** The commands that a kind of sender may send. */
export type CommandOf<F extends Origin['from']> = {
  [N in CommandName]: F extends (typeof commands)[N]['from'][number] ? N : never;
}[CommandName];

/** Tells whether a command is about one grant, which its payload names. */
export const isAboutGrant = (command: CommandName): boolean => 'grant' in commands[command].payload.shape;

/** A command on the wire. */
export const Envelope = z.object({ command: z.string(), payload: z.unknown() });
