import { testGrants } from '../support/firefox-flow.ts';

testGrants({ share: 2, of: 2 });
