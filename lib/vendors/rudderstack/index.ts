import type { VendorInfo } from '../vendor';

export const vendor: VendorInfo = {
  id: 'rudderstack',
  name: 'RudderStack',
  hosts: ['app.rudderstack.com'],
  home: 'https://app.rudderstack.com/',
};
