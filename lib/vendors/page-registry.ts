import type { PagesPack, VendorInfo } from './vendor';

/** One generation's pages, with the vendor and generation that its folder names. */
export interface RegisteredPages extends PagesPack {
  vendor: string;
  generation: string;
}

const packs = import.meta.glob<PagesPack>('./*/*/pages.ts', { eager: true, import: 'pages' });

/** Every vendor's description of itself, by its folder's `index.ts`. */
export const vendorInfos: readonly VendorInfo[] = Object.values(
  import.meta.glob<VendorInfo>('./*/index.ts', { eager: true, import: 'vendor' }),
);

/** Every generation's pages, vendor by vendor, oldest generation first: what the content script carries. */
export const registeredPages: readonly RegisteredPages[] = vendorInfos.flatMap(({ id: vendor, generations }) =>
  generations.flatMap((generation) => {
    const pack = packs[`./${vendor}/${generation}/pages.ts`];
    return pack ? [{ ...pack, vendor, generation }] : [];
  }),
);

/** The pages of the vendor that lives at a host. */
export function pagesAt(host: string): readonly RegisteredPages[] {
  const here = vendorInfos.find(({ hosts }) => hosts.includes(host));
  return registeredPages.filter(({ vendor }) => vendor === here?.id);
}

/** Match patterns of every vendor's hosts. */
export const vendorMatches: string[] = vendorInfos.flatMap(({ hosts }) => hosts.map((host) => `https://${host}/*`));
