import { browser } from '@/lib/browser';
import type { Outcome } from '@/lib/domain/log/outcome';
import { saveFile } from './save-file';

const name = 'grantbook-verify.html';

/** Saves the page that checks an exported file from a disk: it is part of the extension, in one file. */
export async function saveVerifyPage(): Promise<Outcome> {
  const answer = await fetch(browser.runtime.getURL('/verify.html'));
  saveFile(await answer.blob(), name);
  return { ok: true, message: `Saved as ${name}. Open it in any browser and choose the file to check.` };
}
