import type { NamedPage } from '@/lib/domain/grant/page-facts';
import { vendorInfos } from './hosts';
import type { PagesPack } from './vendor';

/** One generation's pages, with the vendor and generation that its folder names. */
export interface RegisteredPages extends PagesPack {
  vendor: string;
  generation: string;
}

/** What a content script recognises pages by: the packs of its host, and the pages that the admin named, by path. */
export interface PagePacks {
  packs: readonly RegisteredPages[];
  assumed: Readonly<Record<string, NamedPage>>;
}

const packs = import.meta.glob<PagesPack>('./*/*/pages.ts', { eager: true, import: 'pages' });

/** Every generation's pages, vendor by vendor, oldest generation first. */
export const registeredPages: readonly RegisteredPages[] = vendorInfos.flatMap(({ id: vendor, generations }) =>
  generations.flatMap((generation) => {
    const pack = packs[`./${vendor}/${generation}/pages.ts`];
    return pack ? [{ ...pack, vendor, generation }] : [];
  }),
);

/** The pages of the vendor that lives at a host, for the content script that runs there. */
export function pagesAt(host: string): readonly RegisteredPages[] {
  const here = vendorInfos.find(({ hosts }) => hosts.includes(host));
  return registeredPages.filter(({ vendor }) => vendor === here?.id);
}
