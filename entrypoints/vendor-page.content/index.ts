import { defineContentScript } from 'wxt/utils/define-content-script';

export default defineContentScript({
  matches: ['https://app.rudderstack.com/*', 'https://app.logrocket.com/*'],
  runAt: 'document_idle',
  main() {},
});
