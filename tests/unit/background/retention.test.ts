import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { applyRetention, readRetentionMonths } from '@/lib/background/retention';
import { db } from '@/lib/storage/db';
import { saveSettings } from '@/lib/storage/settings';
import { fakeBrowser } from '../../support/fake-browser';
import { verifyChain } from '../../support/verify-chain';
import { listRead, row } from '../exports/reviewed-log';
import { aStage, log, type Stage, startGrant, uuid } from './stage';

vi.mock('@/lib/browser', async () => ({ browser: (await import('../../support/fake-browser')).fakeBrowser }));

const [gone, staying] = [uuid(510), uuid(511)] as const;
let stage: Stage;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2025-11-21T12:00:00.000Z') });
  stage = await aStage();
  await db.chains.clear();
  await startGrant(stage, gone, { email: 'gone@partner.example' });
  await startGrant(stage, staying, { email: 'staying@partner.example', ticket: 'IAM-2' });
  await stage.ledger.change(gone, null, () => ({
    ok: true,
    drafts: [
      {
        type: 'step.confirmed',
        grant: gone,
        basis: 'confirmed',
        data: { generation: 'members', step: 'removed', text: 'It is gone.', reaches: 'removed' },
      },
    ],
  }));
  await stage.ledger.append([listRead([row('listed@partner.example', 'Member')])]);
  vi.useRealTimers();
});

const emails = async () => (await db.grants.bulkGet([gone, staying])).map((grant) => grant?.email);
const at = (now: string, months: number | null) => applyRetention(db, stage.ledger, months, new Date(now));

describe('applyRetention', () => {
  test.each([
    ['no months are set', null, '2036-01-01T00:00:00.000Z'],
    ['the months are not over', 12, '2026-11-21T11:59:00.000Z'],
  ])('keeps everything where %s', async (_what, months, now) => {
    await at(now, months);

    expect(await emails()).toEqual(['gone@partner.example', 'staying@partner.example']);
    expect(JSON.stringify(await log())).toContain('listed@partner.example');
  });

  test('forgets the values of what was removed so long ago, says so once, and the log verifies', async () => {
    await at('2026-11-21T12:00:10.000Z', 12);
    await at('2026-11-21T12:30:00.000Z', 12);

    const entries = await log();
    expect(await emails()).toEqual([null, 'staying@partner.example']);
    expect(entries.filter(({ type }) => type === 'person.forgotten')).toMatchObject([
      { data: { because: 'retention', grants: 1 } },
    ]);
    expect(JSON.stringify(entries)).not.toContain('gone@partner.example');
    expect(JSON.stringify(entries)).not.toContain('listed@partner.example');
    expect(verifyChain(entries)).toMatchObject({ ok: true });
  });

  test('forgets a member list that was read so long ago also where no grant is due', async () => {
    await db.grants.delete(gone);
    await at('2026-11-21T12:00:10.000Z', 12);

    const entries = await log();
    expect(entries.at(-1)).toMatchObject({ type: 'person.forgotten', data: { because: 'retention', grants: 0 } });
    expect(JSON.stringify(entries)).not.toContain('listed@partner.example');
    expect(verifyChain(entries)).toMatchObject({ ok: true });
  });
});

describe('readRetentionMonths', () => {
  test.each([
    [24, 6, 24],
    [undefined, 6, 6],
    [24, null, 24],
    [undefined, null, null],
  ])('of policy %s and setting %s is %s', async (policy, setting, expected) => {
    await fakeBrowser.storage.managed.set({ retentionMonths: policy });
    await saveSettings({ retentionMonths: setting });

    expect(await readRetentionMonths()).toBe(expected);
  });
});
