import type { VendorHead, VendorInfo } from './vendor';

const heads = import.meta.glob<VendorHead>('./*/index.ts', { eager: true, import: 'vendor' });

/** Collects every vendor's description of itself, by its folder's `index.ts`: light enough for the content script. */
export const vendorInfos: readonly VendorInfo[] = Object.entries(heads).map(([path, head]) => ({
  id: path.split('/')[1] ?? '',
  ...head,
}));

/** Host names of every vendor. */
export const vendorHosts: readonly string[] = vendorInfos.flatMap(({ hosts }) => hosts);

/** Match patterns of every vendor's hosts. */
export const vendorMatches: string[] = vendorHosts.map((host) => `https://${host}/*`);
