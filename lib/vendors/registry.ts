import type { Checklist } from '@/lib/domain/grant/checklist';
import type { Grant } from '@/lib/domain/grant/grant';
import type { Listing } from '@/lib/domain/review/findings';
import { vendorInfos } from './hosts';
import type { ChecklistsPack, PagesPack, RegisteredPages, RolesPack, VendorAccess, VendorInfo } from './vendor';

/** One generation with everything that is known of it. */
export interface Generation extends RolesPack, ChecklistsPack {
  id: string;
  pages: RegisteredPages;
}

/** A vendor with its generations, oldest first. */
export interface Vendor extends VendorInfo, VendorAccess {
  generations: readonly Generation[];
}

const accesses = import.meta.glob<VendorAccess>('./*/access.ts', { eager: true, import: 'access' });
const pages = import.meta.glob<PagesPack>('./*/*/pages.ts', { eager: true, import: 'pages' });
const roles = import.meta.glob<RolesPack>('./*/*/roles.ts', { eager: true, import: 'roles' });
const checklists = import.meta.glob<ChecklistsPack>('./*/*/checklists.ts', { eager: true, import: 'checklists' });

/** Reads one generation; its folder's name is its id. */
function generationOf(folder: string, { cautions, limit }: VendorAccess): Generation {
  const [vendor = '', id = ''] = folder.split('/').slice(-2);
  const page = pages[`${folder}/pages.ts`];
  const pack = roles[`${folder}/roles.ts`];
  const lists = checklists[`${folder}/checklists.ts`];
  if (!page || !pack || !lists) throw new Error(`${folder} lacks pages.ts, roles.ts or checklists.ts`);
  const model = { ...pack.model, cautions: [...cautions, ...(pack.model.cautions ?? [])], ...(limit ? { limit } : {}) };
  return { id, pages: { ...page, vendor, generation: id }, info: pack.info, model, ...lists };
}

function vendorFrom(info: VendorInfo): Vendor {
  const access = accesses[`./${info.id}/access.ts`];
  if (!access) throw new Error(`./${info.id} lacks access.ts`);
  const files = [pages, roles, checklists].flatMap((packs) => Object.keys(packs));
  const folders = new Set(files.map((file) => file.replace(/\/[^/]+$/, '')));
  const generations = [...folders]
    .filter((folder) => folder.startsWith(`./${info.id}/`))
    .map((folder) => generationOf(folder, access))
    .sort((a, b) => a.info.number - b.info.number);
  return { ...info, ...access, generations };
}

/** Every vendor there is a folder for. */
export const vendors: readonly Vendor[] = vendorInfos.map(vendorFrom);

/** Lists every generation's pages, vendor by vendor, oldest generation first. */
export const registeredPages: readonly RegisteredPages[] = vendors.flatMap(({ generations }) =>
  generations.map((generation) => generation.pages),
);

/** Returns the pages of the vendor that lives at a host, for the content script that runs there. */
export function pagesAt(host: string): readonly RegisteredPages[] {
  const here = vendors.find(({ hosts }) => hosts.includes(host));
  return registeredPages.filter(({ vendor }) => vendor === here?.id);
}

/** Finds a vendor by its id; undefined for an id from a newer version. */
export function vendorOf(id: string): Vendor | undefined {
  return vendors.find((vendor) => vendor.id === id);
}

/** Returns the checklist that a grant is at: giving access, or taking it away. */
export function checklistFor(grant: Pick<Grant, 'vendor' | 'generation' | 'removal'>): Checklist | undefined {
  const generation = generationFor(grant.vendor, grant.generation);
  return grant.removal ? generation?.removal : generation?.grant;
}

/**
 * Tells whom the list on a page shows; null where it is not the organization's list of members (a group's, for
 * example).
 */
export function listingOf({
  vendor,
  generation,
  page,
}: {
  vendor: string;
  generation: string;
  page: string;
}): Listing | null {
  const pages = vendorOf(vendor)?.generations.find(({ id }) => id === generation)?.pages.pages ?? [];
  const at = pages.findIndex(({ id }) => id === page);
  const lists = pages[at]?.lists;
  if (lists) return lists === 'pending' ? 'invitations' : 'members';
  // A generation names the page first on which people are invited.
  return at === 0 ? 'everybody' : null;
}

/** Finds a generation by vendor and id; the vendor's newest where the grant has not met a page yet. */
export function generationFor(vendorId: string, generation: string | null): Generation | undefined {
  const known = vendorOf(vendorId)?.generations ?? [];
  return known.find(({ id }) => id === generation) ?? known.at(-1);
}

/** Reads the organization that a vendor's page belongs to, as its path names it; empty where it names none. */
export function organizationAt(vendorId: string, url: string): string {
  const path = vendorOf(vendorId)?.organization?.exec(new URL(url).pathname);
  return path?.[1] ?? '';
}
