import { stored } from './stored-values';

/** One-time keys that let guide frames in. */
export const frameKeys = {
  /** Makes a key for the guide of a grant in a tab. */
  async make(tab: number, grant: string): Promise<string> {
    const key = crypto.randomUUID();
    await stored.frameKeys.at(key).write({ tab, grant, nonce: null });
    return key;
  },
  /** Lets the first frame that shows a key have it, and that frame again; null for every other, and in another tab. */
  async claim(key: string, tab: number, nonce: string): Promise<{ grant: string } | null> {
    const claimed = await stored.frameKeys
      .at(key)
      .change((known) => (known?.tab === tab && known.nonce === null ? { ...known, nonce } : known));
    return claimed?.tab === tab && claimed.nonce === nonce ? { grant: claimed.grant } : null;
  },
};
