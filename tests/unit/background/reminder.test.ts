import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { onReminderClicked, remind } from '@/lib/background/reminder';
import { db } from '@/lib/storage/db';
import { storedGrant } from '@/lib/storage/indexed-grant';
import { saveSettings } from '@/lib/storage/settings';
import { stored } from '@/lib/storage/stored-values';
import { allowNotifications, fakeBrowser, resetFakeBrowser } from '../../support/fake-browser';
import { aGrant, mark } from '../../support/grants';

vi.mock('@/lib/browser', async () => ({ browser: (await import('../../support/fake-browser')).fakeBrowser }));

const now = new Date(2026, 10, 21, 10);
const later = (days: number, hours = 0) => new Date(2026, 10, 21 + days, 10 + hours);
const overdue = aGrant({ accessEnds: '2026-11-20', milestones: { active: mark(3, '2026-10-01T09:00:00.000Z') } });

beforeEach(async () => {
  resetFakeBrowser();
  await db.grants.clear();
  await db.grants.put(storedGrant(overdue));
});

const shown = (notifications: ReturnType<typeof allowNotifications>) =>
  notifications.create.mock.calls.map(([id, { title, message }]) => ({ id, title, message }));

describe('remind', () => {
  test('says nothing until the admin wants it', async () => {
    const notifications = allowNotifications();

    await remind(now);

    expect(shown(notifications)).toEqual([]);
    expect(await stored.reminded.read()).toBeNull();
  });

  test('says nothing where the browser took the permission back, and asks for none', async () => {
    await saveSettings({ remind: true });

    await remind(now);

    expect(fakeBrowser.permissions.request).not.toHaveBeenCalled();
    expect(await stored.reminded.read()).toBeNull();
  });

  test('says nothing where nothing presses, and keeps the day’s reminder for what may come', async () => {
    const notifications = allowNotifications();
    await saveSettings({ remind: true });
    await db.grants.clear();

    await remind(now);
    await db.grants.put(storedGrant(overdue));
    await remind(later(0, 2));

    expect(shown(notifications)).toHaveLength(1);
  });

  test('shows one notification that names nobody', async () => {
    const notifications = allowNotifications();
    await saveSettings({ remind: true });

    await remind(now);

    expect(shown(notifications)).toEqual([
      { id: 'grantbook-reminder', title: '1 grant needs you today', message: '1 access is past its end.' },
    ]);
  });

  test('names people where the admin allowed it', async () => {
    const notifications = allowNotifications();
    await saveSettings({ remind: true, remindNames: true });

    await remind(now);

    expect(shown(notifications)[0]?.message).toContain(
      'kim.sato@northwind.example, RudderStack (IAM-1234): access ended on',
    );
  });

  test('shows it once a day, also when two wakes come at once', async () => {
    const notifications = allowNotifications();
    await saveSettings({ remind: true });

    await Promise.all([remind(now), remind(now)]);
    await remind(later(0, 5));
    await remind(later(1));

    expect(shown(notifications)).toHaveLength(2);
  });

  test('shows what the browser refused at the next wake', async () => {
    const notifications = allowNotifications();
    notifications.create.mockRejectedValueOnce(new Error('Unable to show the notification.'));
    await saveSettings({ remind: true });

    await remind(now);
    await remind(later(0, 1));

    expect(shown(notifications)).toHaveLength(2);
    expect(await stored.reminded.read()).toMatchObject({ at: later(0, 1).getTime() });
  });

  test('takes what is stored for something else as never reminded', async () => {
    const notifications = allowNotifications();
    await fakeBrowser.storage.local.set({ reminded: 'yesterday' });
    await saveSettings({ remind: true });

    await remind(now);

    expect(shown(notifications)).toHaveLength(1);
  });
});

describe('onReminderClicked', () => {
  test('opens the review for our notification alone, and takes it away', () => {
    const notifications = allowNotifications();
    const open = vi.fn();
    onReminderClicked(open);

    notifications.onClicked.fire('another');
    expect(open).not.toHaveBeenCalled();
    notifications.onClicked.fire('grantbook-reminder');

    expect(open).toHaveBeenCalledTimes(1);
    expect(notifications.clear).toHaveBeenCalledWith('grantbook-reminder');
  });

  test('listens from the moment on which notifications are allowed, once', () => {
    const open = vi.fn();
    onReminderClicked(open);

    const notifications = allowNotifications();
    fakeBrowser.permissions.onAdded.fire();
    fakeBrowser.permissions.onAdded.fire();
    notifications.onClicked.fire('grantbook-reminder');

    expect(open).toHaveBeenCalledTimes(1);
  });
});
