import type { VendorInfo } from '../vendor';

export const vendor: VendorInfo = {
  id: 'logrocket',
  name: 'LogRocket',
  hosts: ['app.logrocket.com'],
  home: 'https://app.logrocket.com/r/settings/setup',
};
