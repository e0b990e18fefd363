import { beforeEach, describe, expect, test, vi } from 'vitest';
import { assumePage, placeOf, readAssumedPages } from '@/lib/storage/assumed-pages';
import { fakeBrowser, resetFakeBrowser } from '../../support/fake-browser';

vi.mock('@/lib/browser', async () => ({ browser: (await import('../../support/fake-browser')).fakeBrowser }));

const url = 'https://app.rudderstack.com/people';
const members = { generation: 'members', page: 'members' };

beforeEach(resetFakeBrowser);

describe('assumed pages', () => {
  test.each([
    [url, 'app.rudderstack.com/people'],
    [`${url}?search=kim@northwind.example#row`, 'app.rudderstack.com/people'],
    ['https://app.rudderstack.com', 'app.rudderstack.com/'],
  ])('go by host and path: %s', (address, place) => {
    expect(placeOf(address)).toBe(place);
  });

  test('are remembered for an address, replaced and forgotten', async () => {
    await assumePage(`${url}?tab=1`, members);
    await assumePage('https://app.logrocket.com/team', { generation: 'organization-team', page: 'team' });
    await assumePage(url, { generation: 'teammates', page: 'teammates' });

    expect(await readAssumedPages()).toEqual({
      'app.rudderstack.com/people': { generation: 'teammates', page: 'teammates' },
      'app.logrocket.com/team': { generation: 'organization-team', page: 'team' },
    });

    await assumePage(url, null);

    expect(Object.keys(await readAssumedPages())).toEqual(['app.logrocket.com/team']);
  });

  test('lose none where two are named at once', async () => {
    await Promise.all([assumePage(url, members), assumePage(`${url}/all`, members)]);

    expect(Object.keys(await readAssumedPages())).toHaveLength(2);
  });

  test.each([undefined, null, 'x', [], { 'app.rudderstack.com/people': 'members' }])(
    'are none where %j stands there',
    async (garbage) => {
      await fakeBrowser.storage.local.set({ assumed: garbage });

      expect(await readAssumedPages()).toEqual({});
    },
  );
});
