import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { GuidePlace } from '@/lib/domain/grant/guidance';
import { readGuidePlace, saveGuidePlace } from '@/lib/storage/guide-position';
import { fakeBrowser, resetFakeBrowser } from '../../support/fake-browser';

vi.mock('@/lib/browser', async () => ({ browser: (await import('../../support/fake-browser')).fakeBrowser }));

const left: GuidePlace = { corner: 'bottom-left', height: 320 };
const right: GuidePlace = { corner: 'top-right', height: null };

beforeEach(resetFakeBrowser);

describe('the place of the guide', () => {
  test('is kept per vendor', async () => {
    await Promise.all([saveGuidePlace('rudderstack', left), saveGuidePlace('logrocket', right)]);

    expect(await readGuidePlace('rudderstack')).toEqual(left);
    expect(await readGuidePlace('logrocket')).toEqual(right);
  });

  test.each(['other', 'constructor', '__proto__'])(
    'is not known of a vendor %s where it was never moved',
    async (vendor) => {
      await saveGuidePlace('rudderstack', left);

      expect(await readGuidePlace(vendor)).toBeNull();
    },
  );

  test.each([undefined, 'left', { rudderstack: { corner: 'middle', height: 1 } }])(
    'is not known where %j stands there',
    async (garbage) => {
      await fakeBrowser.storage.local.set({ guidePlaces: garbage });

      expect(await readGuidePlace('rudderstack')).toBeNull();
    },
  );
});
