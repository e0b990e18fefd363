import type { VendorHead } from '../vendor';

export const vendor: VendorHead = {
  name: 'RudderStack',
  hosts: ['app.rudderstack.com'],
  home: 'https://app.rudderstack.com/',
};
