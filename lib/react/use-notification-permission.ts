import { useEffect, useState } from 'react';
import { browser } from '@/lib/browser';

const notifications = { permissions: ['notifications' as const] };

/**
 * Returns the browser's permission to notify, as it stands: the person may take it back in the browser's own settings
 * at any time.
 */
export function useNotificationPermission() {
  const [allowed, setAllowed] = useState(false);

  useEffect(() => {
    const look = () => void browser.permissions.contains(notifications).then(setAllowed, () => setAllowed(false));
    look();
    browser.permissions.onAdded.addListener(look);
    browser.permissions.onRemoved.addListener(look);
    return () => {
      browser.permissions.onAdded.removeListener(look);
      browser.permissions.onRemoved.removeListener(look);
    };
  }, []);

  return {
    allowed,
    async ask() {
      const given = await browser.permissions.request(notifications).catch(() => false);
      setAllowed(given);
      return given;
    },
    release: () => void browser.permissions.remove(notifications).catch(() => false),
  };
}
