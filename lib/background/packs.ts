import { stored } from '@/lib/storage/stored-values';
import { pagesAt } from '@/lib/vendors/registry';
import type { PagePacks } from '@/lib/vendors/vendor';

/**
 * Reads what there is to recognise at a host: the vendor's packs with this browser's corrections in them, and the pages
 * that the admin named.
 */
export async function packsAt(host: string): Promise<PagePacks> {
  const [corrections, assumed] = await Promise.all([stored.corrections.read(), stored.assumedPages.read()]);
  const packs = pagesAt(host).map((pack) => ({
    ...pack,
    pages: pack.pages.map((page) => {
      const here = corrections.filter(
        (one) => one.vendor === pack.vendor && one.generation === pack.generation && one.page === page.id,
      );
      const corrected = here.map(
        ({ landmark, role, name, nth }) => [landmark, { find: 'control', role, words: [name], nth }] as const,
      );
      return { ...page, landmarks: { ...page.landmarks, ...Object.fromEntries(corrected) } };
    }),
  }));
  const paths = Object.entries(assumed).filter(([place]) => place.startsWith(`${host}/`));
  return { packs, assumed: Object.fromEntries(paths.map(([place, page]) => [place.slice(host.length), page])) };
}
