import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { adviceFacts } from '@/lib/background/advice-facts';
import type { Description } from '@/lib/domain/advice';
import { saveSettings } from '@/lib/storage/settings';
import { stored } from '@/lib/storage/stored-values';
import { fakeBrowser } from '../../support/fake-browser';
import { facts } from '../messaging/samples';
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
const role: Description = { kind: 'role', name: 'Campaign manager', gives: ['view', 'no-such-permission'] };

let stage: Stage;

/** The commands, as the guide in a tab sends them, or the popup where no page is at hand (null). */
const origin = (grant: string, from: number | null) =>
  from === null ? popup : ({ from: 'guide', tab: from, grant } as const);
const describeRole = (grant: string, from: number | null, said: Description) =>
  stage.handlers['role.describe']({ grant, ...said }, origin(grant, from));
const justify = (grant: string, chosen: string, justification: string, from: number | null) =>
  stage.handlers['role.justify']({ grant, chosen, justification }, origin(grant, from));

beforeEach(async () => {
  stage = await aStage();
  await startGrant(stage, kim);
  showPage();
  await arrive(stage);
  await tellFacts(stage, kim);
});

describe('role.justify', () => {
  const reason = 'Invites the rest of the agency';

  test('logs the exception with what it gives too much, once', async () => {
    expect(await justify(kim, 'admin', reason, tab)).toEqual({ ok: true });
    await justify(kim, 'Admin', reason, tab);

    const entries = (await log()).filter(({ type }) => type === 'role.justified');
    expect(entries).toHaveLength(1);
    expect(entries[0]?.data).toMatchObject({
      generation: 'members',
      recommended: 'Read-Only',
      chosen: 'Admin',
      excess: expect.arrayContaining([expect.any(String)]),
    });
  });

  test('logs a role that nobody knows under its own name', async () => {
    expect(await justify(kim, 'Wizard', reason, null)).toEqual({ ok: true });

    expect((await log()).at(-1)).toMatchObject({ type: 'role.justified', data: { chosen: 'Wizard' } });
  });

  test.each<[string, string, string, string | RegExp]>([
    ['the recommended role', 'Read-Only', reason, 'This is the recommended role: no exception is needed.'],
    ['a reason that is none', 'Admin', 'Because', /^Say in a sentence/],
    ['a reason that holds a key', 'Admin', `ghp_${'a1B2c3D4e5'.repeat(4)}`, /looks like an API key/],
  ])('refuses %s', async (_what, chosen, justification, message) => {
    const reply = await justify(kim, chosen, justification, tab);

    expect(reply).toMatchObject({ ok: false, message: expect.stringMatching(message) });
    expect(await types()).not.toContain('role.justified');
  });

  test('refuses where there is no grant to make an exception for', async () => {
    expect(await justify(uuid(999), 'Admin', reason, null)).toMatchObject({ ok: false });
  });
});

describe('role.describe', () => {
  test('keeps what a role gives, for the generation that the grant is at, and only what that generation knows', async () => {
    expect(await describeRole(kim, tab, role)).toEqual({ ok: true });

    expect(await stored.described.read()).toMatchObject([
      { vendor: 'rudderstack', generation: 'members', kind: 'role', name: 'Campaign manager', gives: ['view'] },
    ]);
  });

  test.each<[string, string, object, RegExp]>([
    ['a grant that is not in the log', uuid(999), role, /not in the log any more/],
    ['a role without a name', kim, { ...role, name: ' \u200b ' }, /has no name/],
    ['a key as its name', kim, { ...role, name: `ghp_${'a1B2c3D4e5'.repeat(4)}` }, /looks like an API key/],
    ['a role that gives nothing', kim, { ...role, gives: [] }, /Tick at least one/],
    ['a role that gives what nobody knows', kim, { ...role, gives: ['constructor'] }, /Tick at least one/],
    ['a group where the vendor has none', kim, { ...role, kind: 'group' }, /no group to describe/],
  ])('refuses %s', async (_what, grant, said, message) => {
    const reply = await describeRole(grant, tab, said as typeof role);

    expect(reply).toMatchObject({ ok: false, message: expect.stringMatching(message) });
    expect(await stored.described.read()).toEqual([]);
  });
});

test('role.describe of a page of ours keeps it also where no page is at hand', async () => {
  fakeBrowser.tabs.query.mockResolvedValue([{ id: tab }]);
  expect(await describeRole(kim, null, role)).toEqual({ ok: true });
  fakeBrowser.tabs.query.mockResolvedValue([{ id: 99 }]);
  expect(await describeRole(kim, null, { ...role, name: 'Analyst' })).toEqual({ ok: true });

  expect((await stored.described.read()).map(({ name }) => name)).toEqual(['Campaign manager', 'Analyst']);
});

describe('adviceFacts', () => {
  test('are the settings of the vendor, who the admin is, what was described, and how many members the page counts', async () => {
    await saveSettings({ vendors: { rudderstack: { plan: 'free', sso: true, scope: [] } } });
    await describeRole(kim, tab, role);
    const members = { active: 9, pending: 1 };
    showPage({ 'page.look': { facts: facts({ members }) } });
    await tellFacts(stage, kim, facts({ members }));

    expect(await adviceFacts('rudderstack', tab)).toMatchObject({
      settings: { plan: 'free', sso: true },
      admin: robin.email,
      described: [{ name: 'Campaign manager' }],
      members,
    });
  });

  test('hold nothing of a page where none is at hand, or it is another vendor’s', async () => {
    expect(await adviceFacts('rudderstack', null)).toMatchObject({ organization: '', members: null });
    expect(await adviceFacts('logrocket', tab)).toMatchObject({ organization: '' });
  });
});
