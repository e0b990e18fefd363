import type { VendorInfo } from '../vendor';

export const vendor: VendorInfo = {
  id: 'logrocket',
  name: 'LogRocket',
  hosts: ['app.logrocket.com'],
  home: 'https://app.logrocket.com/r/settings/setup',
  // The vendor's own pages describe the second, a third party's older procedure the first.
  generations: ['organization-team', 'team-members'],
};
