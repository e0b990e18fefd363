import { type ChecklistView, placeOn, type StepView, viewChecklist } from '@/lib/domain/grant/checklist';
import { conditionsOf } from '@/lib/domain/grant/conditions';
import type { Grant } from '@/lib/domain/grant/grant';
import type { PageFacts } from '@/lib/domain/grant/page-facts';
import type { VendorSettings } from '@/lib/domain/values/settings';
import { type AdviceFacts, type Advising, adviceFor, onlySettings } from './advising';
import { type Generation, generationFor, vendorOf } from './registry';

/**
 * Everything that follows from a grant and what the page shows: the checklist as it stands, the advice, where it is.
 */
export interface Guide extends Advising {
  generation: Generation;
  view: ChecklistView;
  current: StepView | null;
  /** Names what to point at on the page; null where nothing is. */
  landmark: string | null;
  /** Vendor, and the name of its UI. */
  where: string;
}

type Looked = Pick<PageFacts, 'form' | 'wizard' | 'landmarks' | 'recognition' | 'rows' | 'readAt'>;

/**
 * Works out what to show for a grant; null where its vendor is not known to this version. `facts`: of a page being
 * looked at.
 */
export function guideFor(
  grant: Grant,
  facts: Looked | null,
  settings: VendorSettings,
  about: AdviceFacts = onlySettings(settings),
): Guide | null {
  const vendor = vendorOf(grant.vendor);
  const generation = generationFor(grant.vendor, grant.generation);
  if (!vendor || !generation) return null;
  const place = facts && placeOn(facts, grant, openedOn(facts, generation));
  const checklist = grant.removal ? generation.removal : generation.grant;
  const view = viewChecklist(checklist, grant, conditionsOf(grant, settings, vendor.limit), place?.at, facts);
  const current = view.stages.flatMap(({ steps }) => steps).find(({ id }) => id === view.current?.step) ?? null;
  const own = current?.landmark ?? null;
  return {
    generation,
    view,
    current,
    landmark: own !== null && place?.at.includes(own) ? (place.next ?? own) : own,
    ...adviceFor(grant, generation, about),
    where: grant.generation === null ? vendor.name : `${vendor.name} · ${generation.info.name}`,
  };
}

/** Landmarks that show because something was opened on the page. */
function openedOn({ landmarks, recognition }: Looked, generation: Generation): string[] {
  const declared = generation.pages.pages.find(({ id }) => id === recognition.page)?.landmarks ?? {};
  return Object.entries(declared).flatMap(([id, landmark]) =>
    landmark.find === 'control' && landmark.shows === 'opened' && landmarks[id] ? [id] : [],
  );
}

const roleSteps = ['role-field', 'member-role'];

/** Tells whether a step is about the role, so that what the role gives should be in view. */
export function isAboutRole(step: StepView | null): boolean {
  return step !== null && (step.id === 'settle-role' || (step.landmark !== null && roleSteps.includes(step.landmark)));
}
