import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { readCampaigns } from '@/lib/background/review-handlers';
import type { Roster, RosterRow } from '@/lib/domain/grant/page-facts';
import { reveal } from '@/lib/domain/log/chain';
import type { Entry } from '@/lib/domain/log/entry';
import { compareRoster } from '@/lib/domain/review/findings';
import { addDays, dateOf } from '@/lib/domain/values/calendar';
import type { Payload } from '@/lib/messaging/commands';
import { db } from '@/lib/storage/db';
import { saveSettings } from '@/lib/storage/settings';
import { fakeBrowser } from '../../support/fake-browser';
import { verifyChain } from '../../support/verify-chain';
import { aRoster, aRow, facts, membersUrl } from '../messaging/samples';
import {
  arrive,
  aStage,
  log,
  popup,
  robin,
  type Stage,
  showPage,
  startGrant,
  tab,
  tellFacts,
  types,
  uuid,
} from './stage';

vi.mock('@/lib/browser', async () => ({ browser: (await import('../../support/fake-browser')).fakeBrowser }));

const kim = uuid(900);
const { email } = aRow();
const noList = { ok: false, message: 'The list that showed this is not in the log any more: read the page again.' };
const active = (change: Partial<RosterRow> = {}) => aRow({ status: 'active', words: 'Active', ...change });
const stranger = aRow({ email: 'eve@x.example', name: 'Eve', roles: ['Admin'], status: 'active', words: 'Active' });

let stage: Stage;

/** A member whom the page showed, accepted and all. */
beforeEach(async () => {
  stage = await aStage();
  await startGrant(stage, kim);
  showPage();
  await arrive(stage);
  await tellFacts(stage, kim);
});

async function accept(): Promise<void> {
  const shown = facts({ rows: [active()] });
  showPage({ 'page.look': { facts: shown } });
  await tellFacts(stage, kim, shown);
  await stage.handlers['step.confirm']({ grant: kim, step: 'confirm-access' }, popup);
}

/** The admin presses `Read this page`; answers the entry of the list. */
async function read(roster: Roster): Promise<number> {
  fakeBrowser.tabs.query.mockResolvedValue([{ id: tab }]);
  showPage({ 'roster.read': { page: facts().recognition, url: membersUrl, roster } });
  const reply = await stage.handlers['roster.read']({}, popup);
  if (!reply.ok) throw new Error(reply.message);
  return reply.entry ?? 0;
}

const last = async () => (await log()).at(-1) as Entry;
const grant = async () => {
  const found = await db.grants.get(kim);
  if (!found) throw new Error('no grant');
  return found;
};

describe('invitation.resent and invitation.withdrawn', () => {
  test('are logged on the admin’s word, once', async () => {
    const resend = () => stage.handlers['invitation.resent']({ grant: kim }, popup);
    expect(await Promise.all([resend(), resend()])).toEqual([{ ok: true }, { ok: true }]);

    expect((await types()).filter((type) => type === 'invitation.resent')).toHaveLength(1);
    expect(await stage.handlers['invitation.withdrawn']({ grant: kim, reason: 'Put off' }, popup)).toEqual({
      ok: true,
    });
    expect(await last()).toMatchObject({ type: 'invitation.withdrawn', basis: 'confirmed' });
  });

  test('are refused once the invitation was accepted, in words', async () => {
    await accept();

    expect(await stage.handlers['invitation.resent']({ grant: kim }, popup)).toMatchObject({ ok: false });
    expect(await stage.handlers['invitation.withdrawn']({ grant: kim, reason: 'x' }, popup)).toMatchObject({
      ok: false,
      message: expect.stringContaining('remove the access instead'),
    });
  });
});

describe('person.show', () => {
  test('has the page point at the person’s row', async () => {
    fakeBrowser.tabs.query.mockResolvedValue([{ id: tab }]);
    const sent = showPage({ 'landmark.show': { found: true } });

    expect(await stage.handlers['person.show']({ grant: kim }, popup)).toEqual({ ok: true });
    expect(sent.at(-1)).toMatchObject({ command: 'landmark.show' });
  });

  test('says so where the row is not to be seen, and where no page of the vendor is open', async () => {
    fakeBrowser.tabs.query.mockResolvedValue([{ id: tab }]);
    showPage({ 'landmark.show': { found: false } });
    expect(await stage.handlers['person.show']({ grant: kim }, popup)).toMatchObject({
      message: /another page of the list/,
    });

    fakeBrowser.tabs.query.mockResolvedValue([{ id: 99 }]);
    expect(await stage.handlers['person.show']({ grant: kim }, popup)).toMatchObject({
      message: /Open the vendor’s page/,
    });
  });
});

describe('finding.settle', () => {
  const settle = (roster: number, change: Partial<Payload<'finding.settle'>> = {}) =>
    stage.handlers['finding.settle'](
      {
        vendor: 'rudderstack',
        kind: 'shadow',
        how: 'accepted',
        email: stranger.email,
        shown: 'Admin',
        grant: null,
        ticket: null,
        until: addDays(dateOf(new Date()), 30),
        reason: 'Leaves next month',
        roster,
        ...change,
      },
      popup,
    );

  test('is logged with the list that showed it, and nobody’s address in the chain', async () => {
    const roster = await read(aRoster([aRow(), stranger]));

    expect(await settle(roster)).toEqual({ ok: true });

    const entry = await last();
    expect(entry).toMatchObject({ type: 'finding.settled', basis: 'confirmed', data: { roster, kind: 'shadow' } });
    expect(JSON.stringify({ ...entry, personal: {} })).not.toContain('eve@');
    expect(entry.type === 'finding.settled' && reveal(entry)).toMatchObject({ email: stranger.email });
  });

  test.each<[string, Partial<Payload<'finding.settle'>>, object]>([
    ['a list that is no list', { roster: 1 }, noList],
    ['a list of another vendor', { vendor: 'logrocket' }, noList],
    ['a ticket that is none', { how: 'ticket', ticket: 'soon' }, { ok: false }],
    ['no reason', { reason: '' }, { ok: false }],
  ])('is refused for %s', async (_what, change, reply) => {
    const roster = await read(aRoster([aRow(), stranger]));
    const before = (await log()).length;

    expect(await settle(roster, change)).toMatchObject(reply);
    expect(await log()).toHaveLength(before);
  });

  test('another role that a ticket allows is the logged one from then on', async () => {
    await accept();
    const shown = active({ roles: ['Admin'] });
    const roster = await read(aRoster([shown]));
    const findings = async () =>
      compareRoster({ vendor: 'rudderstack', roster: aRoster([shown]) }, [await grant()], new Date());
    expect((await findings()).map(({ kind }) => kind)).toEqual(['drift']);

    const drift = { kind: 'drift', how: 'ticket', ticket: 'IAM-88', email, grant: kim } as const;
    expect(await settle(roster, drift)).toEqual({ ok: true });

    expect(await findings()).toEqual([]);
    expect(await grant()).toMatchObject({ role: 'Admin', agreed: 'Admin' });
    expect(verifyChain(await log())).toMatchObject({ ok: true });
  });

  test('a role that changed while the guide watched is found, until a ticket allows it', async () => {
    await accept();
    const shown = active({ roles: ['Admin'] });
    const page = facts({ rows: [shown] });
    showPage({ 'page.look': { facts: page } });
    await tellFacts(stage, kim, page);
    expect((await types()).at(-1)).toBe('role.seen');

    const roster = await read(aRoster([shown]));
    const findings = async () =>
      compareRoster({ vendor: 'rudderstack', roster: aRoster([shown]) }, [await grant()], new Date());
    expect(await findings()).toMatchObject([{ kind: 'drift', logged: 'Read-Only', shown: 'Admin' }]);
    await settle(roster, { kind: 'drift', how: 'ticket', ticket: 'IAM-88', email, grant: kim });

    expect(await findings()).toEqual([]);
  });
});

describe('finding.removed and list.apply', () => {
  test('a complete list without the person proves the removal, once', async () => {
    await accept();
    const roster = await read(aRoster([stranger]));
    const mark = () => stage.handlers['finding.removed']({ grant: kim, roster }, popup);

    expect(await mark()).toEqual({ ok: true });
    expect(await mark()).toEqual({ ok: true });

    expect((await types()).filter((type) => type === 'removal.seen')).toHaveLength(1);
    expect((await grant()).milestones.removed).toMatchObject({ basis: 'observed' });
  });

  test.each<[string, () => Roster, string]>([
    ['the list still shows', () => aRoster([active()]), 'The list still shows this person.'],
    ['a half-read list may hide', () => ({ ...aRoster([stranger]), claimed: 9, complete: false }), noList.message],
  ])('nobody is removed whom %s', async (_what, list, message) => {
    await accept();
    const roster = await read(list());

    expect(await stage.handlers['finding.removed']({ grant: kim, roster }, popup)).toEqual({ ok: false, message });
  });

  test('a grant that is made for somebody on the list takes over what the list shows', async () => {
    const roster = await read(aRoster([aRow(), stranger]));
    const eve = uuid(901);
    await startGrant(stage, eve, { email: stranger.email, ticket: 'IAM-77' });

    expect(await stage.handlers['list.apply']({ grant: eve, roster }, popup)).toEqual({ ok: true });
    expect(await db.grants.get(eve)).toMatchObject({ role: 'Admin', milestones: { accepted: { basis: 'observed' } } });
    expect(await stage.handlers['list.apply']({ grant: eve, roster: 1 }, popup)).toEqual(noList);
  });
});

describe('review.decide', () => {
  const decide = (decision: 'keep' | 'modify' | 'remove', reason = 'Looked at') =>
    stage.handlers['review.decide']({ grant: kim, campaign: null, decision, reason }, popup);

  test('says which role stood, and that the reviewer had granted it', async () => {
    await accept();

    expect(await decide('keep')).toEqual({ ok: true });
    expect(await last()).toMatchObject({
      type: 'review.decided',
      data: { role: 'Read-Only', own: true, decision: 'keep' },
    });

    await saveSettings({ identity: { ...robin, email: 'dana@example.com' } });
    await decide('keep');
    expect(await last()).toMatchObject({ data: { own: false } });
  });

  test('a removal begins, and is guided', async () => {
    await accept();
    const sent = showPage();

    expect(await decide('remove', 'Left the project')).toEqual({ ok: true });

    expect((await types()).slice(-2)).toEqual(['review.decided', 'removal.started']);
    expect((await grant()).removal).not.toBeNull();
    expect(sent.map(({ command }) => command)).toContain('guide.show');
  });

  test('needs a reason', async () => {
    await accept();

    expect(await decide('keep', ' ')).toMatchObject({ ok: false });
  });
});

describe('campaigns', () => {
  const id = uuid(970);
  const start = (by: 'due' | 'vendor' | 'approver', what = '', campaign = id) =>
    stage.handlers['campaign.start']({ id: campaign, by, what }, popup);
  const finish = (statement = 'Looked through') =>
    stage.handlers['campaign.finish']({ campaign: id, statement }, popup);

  test.each<['vendor' | 'approver', string]>([
    ['vendor', 'rudderstack'],
    ['approver', 'Dana Whitfield'],
  ])('begin by %s over live access, once', async (by, what) => {
    expect(await Promise.all([start(by, what), start(by, what)])).toEqual([{ ok: true }, { ok: true }]);
    await start(by, what);

    expect(await readCampaigns()).toMatchObject([{ id, by, what, grants: [kim] }]);
  });

  test('begin over what is due by the policy of the options', async () => {
    await accept();
    expect(await start('due')).toMatchObject({ ok: false, message: 'There is no live access to review here.' });

    const days = (count: number) => ({ count, unit: 'days' as const });
    await saveSettings({ cadence: { preset: 'own', privileged: days(1), others: days(20) } });

    expect(await start('due')).toEqual({ ok: true });
  });

  test('are left, taken up again and signed off once everything is decided', async () => {
    await start('vendor', 'rudderstack');
    expect(await finish()).toMatchObject({ message: '1 of 1 are not decided yet.' });
    stage.restart();

    await stage.handlers['review.decide']({ grant: kim, campaign: id, decision: 'keep', reason: 'Needed' }, popup);
    expect(await finish(' ')).toMatchObject({ message: expect.stringContaining('Say in a sentence') });
    expect(await finish()).toEqual({ ok: true });
    await finish();

    expect((await types()).filter((type) => type === 'campaign.finished')).toHaveLength(1);
    expect(await last()).toMatchObject({ data: { kept: 1, modified: 0, removed: 0 } });
  });

  test('are not held up by access that was removed meanwhile', async () => {
    await start('vendor', 'rudderstack');
    await stage.handlers['invitation.withdrawn']({ grant: kim, reason: 'Put off' }, popup);

    expect(await finish()).toEqual({ ok: true });
  });

  test('that nobody began cannot be signed off', async () => {
    expect(await finish()).toMatchObject({ ok: false });
  });
});
