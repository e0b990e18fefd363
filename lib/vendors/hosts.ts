import type { VendorInfo } from './vendor';

/** Every vendor's description of itself, by its folder's `index.ts`: light enough for the content script. */
export const vendorInfos: readonly VendorInfo[] = Object.values(
  import.meta.glob<VendorInfo>('./*/index.ts', { eager: true, import: 'vendor' }),
);

/** Host names of every vendor. */
export const vendorHosts: readonly string[] = vendorInfos.flatMap(({ hosts }) => hosts);

/** Match patterns of every vendor's hosts. */
export const vendorMatches: string[] = vendorHosts.map((host) => `https://${host}/*`);
