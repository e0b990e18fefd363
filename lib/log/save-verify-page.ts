import { browser } from '@/lib/browser';
import type { Outcome } from '@/lib/domain/log/outcome';
import { saveFrom } from './save-file';

const name = 'grantbook-verify.html';

/** Saves the page that checks an exported file or an evidence pack from a disk: it is part of the extension, in one file. */
export async function saveVerifyPage(): Promise<Outcome> {
  // By a link, since our pages may connect to nothing.
  saveFrom(browser.runtime.getURL('/verify.html'), name);
  return { ok: true, message: `Saved as ${name}. Open it in any browser and choose the file to check.` };
}
