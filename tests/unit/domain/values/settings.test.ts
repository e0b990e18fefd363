import { describe, expect, test } from 'vitest';
import { defaultSettings, Settings, vendorSettings } from '@/lib/domain/values/settings';

const robin = { name: 'Robin Vale', email: 'robin@example.com' };

describe('Settings', () => {
  test('are the defaults where nothing was saved', () => {
    expect(Settings.parse({})).toEqual(defaultSettings);
  });

  test('keep what was saved', () => {
    const saved: Settings = {
      ...defaultSettings,
      identity: robin,
      ticketPattern: 'REQ-\\d+',
      ticketLink: 'https://jira.example/browse/{ticket}',
      vendors: { logrocket: { plan: 'team', sso: true, scope: ['Production'] } },
    };

    expect(Settings.parse(saved)).toEqual(saved);
  });

  test.each([
    ['identity', 'Robin'],
    ['identity', { name: 'Robin' }],
    ['ticketPattern', 7],
    ['ticketLink', null],
    ['vendors', 'all'],
    ['message', 7],
  ])('take the default for an unreadable %s (%j), and keep the others', (field, garbage) => {
    const saved: Settings = {
      ...defaultSettings,
      identity: robin,
      ticketPattern: 'A-\\d+',
      ticketLink: 'https://x.example/{ticket}',
    };

    const settings = Settings.parse({ ...saved, [field]: garbage });

    expect(settings).toEqual({ ...saved, [field]: defaultSettings[field as keyof Settings] });
  });

  test('keep the other vendors where those of one cannot be read', () => {
    const logrocket = { plan: 'team', sso: true, scope: [] };

    const { vendors } = Settings.parse({ vendors: { logrocket, rudderstack: { sso: 'yes' }, other: 3 } });

    expect(vendors).toEqual({
      logrocket,
      rudderstack: { plan: '', sso: false, scope: [] },
      other: { plan: '', sso: false, scope: [] },
    });
  });

  test('leave out what they do not know', () => {
    expect(Settings.parse({ colour: 'green' })).toEqual(defaultSettings);
  });
});

describe('vendorSettings', () => {
  test('are those of the vendor, else the defaults', () => {
    const logrocket = { plan: 'team', sso: true, scope: ['Production'] };
    const settings: Settings = { ...defaultSettings, vendors: { logrocket } };

    expect(vendorSettings(settings, 'logrocket')).toEqual(logrocket);
    expect(vendorSettings(settings, 'rudderstack')).toEqual({ plan: '', sso: false, scope: [] });
  });

  test.each(['constructor', 'toString', '__proto__'])('of a vendor that is called %s are the defaults', (id) => {
    expect(vendorSettings(defaultSettings, id)).toEqual({ plan: '', sso: false, scope: [] });
  });
});
