import { cleanup } from '@testing-library/react';
import { afterEach, beforeAll } from 'vitest';
import { fillInBrowser } from './jsdom-browser.ts';

export { expectNoAxeViolations } from './axe.ts';

declare global {
  var IS_REACT_ACT_ENVIRONMENT: boolean;
}

fillInBrowser();

beforeAll(() => {
  // Testing Library does both by itself only where the test functions are globals.
  globalThis.IS_REACT_ACT_ENVIRONMENT = true;
});

afterEach(cleanup);
