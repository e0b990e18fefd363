import type { PagesPack } from './vendor';

/** One generation's pages, with the vendor and generation that its folder names. */
export interface RegisteredPages extends PagesPack {
  vendor: string;
  generation: string;
}

const packs = import.meta.glob<PagesPack>('./*/*/pages.ts', { eager: true, import: 'pages' });

/** Every generation's pages: what the content script carries. The folder names are the ids. */
export const registeredPages: readonly RegisteredPages[] = Object.entries(packs).map(([path, pack]) => {
  const [, vendor = '', generation = ''] = path.split('/');
  return { ...pack, vendor, generation };
});
