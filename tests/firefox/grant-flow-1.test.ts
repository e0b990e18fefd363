import { testGrants } from '../support/firefox-flow.ts';

testGrants({ share: 1, of: 2 });
