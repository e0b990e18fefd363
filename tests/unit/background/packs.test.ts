import { beforeEach, describe, expect, test, vi } from 'vitest';
import { packsAt } from '@/lib/background/packs';
import type { Correction } from '@/lib/domain/grant/correction';
import { assumePage, saveCorrection } from '@/lib/storage/corrections';
import { pagesAt } from '@/lib/vendors/registry';
import { resetFakeBrowser } from '../../support/fake-browser';

vi.mock('@/lib/browser', async () => ({ browser: (await import('../../support/fake-browser')).fakeBrowser }));

const host = 'app.rudderstack.com';

/** A generation with several pages, and one of them. */
const pack = pagesAt(host).find(({ pages }) => pages.length > 1);
const page = pack?.pages[0];
const correction: Correction = {
  vendor: 'rudderstack',
  generation: pack?.generation ?? '',
  page: page?.id ?? '',
  landmark: 'invite-button',
  role: 'link',
  name: 'Add people',
  at: '2026-11-21T12:00:00.000Z',
};

beforeEach(resetFakeBrowser);

describe('packsAt', () => {
  test('gives the packs of the host’s vendor as they are', async () => {
    expect(await packsAt(host)).toEqual({ packs: pagesAt(host), assumed: {} });
  });

  test('gives none at a host of nobody', async () => {
    expect(await packsAt('evil.example')).toEqual({ packs: [], assumed: {} });
  });

  test('puts a correction into its page, and into no other', async () => {
    await saveCorrection(correction);
    await saveCorrection({ ...correction, vendor: 'logrocket', landmark: 'email-field' });

    const { packs } = await packsAt(host);

    const corrected = packs.flatMap(({ generation, pages }) =>
      pages.flatMap(({ id, landmarks }) =>
        Object.entries(landmarks).flatMap(([landmark, { find, ...rest }]) =>
          find === 'control' && 'words' in rest && rest.words[0] === 'Add people'
            ? [[generation, id, landmark, rest]]
            : [],
        ),
      ),
    );
    expect(corrected).toEqual([[pack?.generation, page?.id, 'invite-button', { role: 'link', words: ['Add people'] }]]);
    expect(pack).toBeDefined();
  });

  test('leaves the packs of the registry as they are', async () => {
    const before = structuredClone(pagesAt(host));
    await saveCorrection(correction);

    await packsAt(host);

    expect(pagesAt(host)).toEqual(before);
  });

  test('names the pages that the admin named at this host, by path', async () => {
    const page = { generation: 'members', page: 'members' };
    await assumePage(`https://${host}/people/all?x=1`, page);
    await assumePage('https://app.logrocket.com/team', { generation: 'organization-team', page: 'team' });
    await assumePage(`https://${host}.evil.example/people`, page);

    expect((await packsAt(host)).assumed).toEqual({ '/people/all': page });
  });
});
