import type { VendorHead } from '../vendor';

export const vendor: VendorHead = {
  name: 'LogRocket',
  hosts: ['app.logrocket.com'],
  home: 'https://app.logrocket.com/r/settings/setup',
};
