import { type ChecklistView, nextInForm, type StepView, viewChecklist } from '@/lib/domain/checklist';
import { circumstancesOf } from '@/lib/domain/circumstances';
import type { PageFacts } from '@/lib/domain/facts';
import type { Grant } from '@/lib/domain/grant';
import type { VendorSettings } from '@/lib/domain/settings';
import { type AdviceFacts, type Advising, adviceFor, onlySettings } from '@/lib/vendors/advising';
import { type Generation, generationFor, vendorOf } from '@/lib/vendors/registry';

/** Everything that follows from a grant and what the page shows: the checklist as it stands, the advice, where it is. */
export interface Guidance extends Advising {
  generation: Generation;
  view: ChecklistView;
  current: StepView | null;
  /** Vendor, and the name of its UI. */
  where: string;
}

/** Works out what to show for a grant; null where its vendor is not known to this version. `facts`: of a page being looked at. */
export function guidanceOf(
  grant: Grant,
  facts: Pick<PageFacts, 'form'> | null,
  settings: VendorSettings,
  about: AdviceFacts = onlySettings(settings),
): Guidance | null {
  const vendor = vendorOf(grant.vendor);
  const generation = generationFor(grant.vendor, grant.generation);
  if (!vendor || !generation) return null;
  const at = facts?.form ? nextInForm(facts.form, grant) : null;
  const checklist = grant.removal ? generation.removal : generation.grant;
  const view = viewChecklist(checklist, grant, circumstancesOf(grant, settings), at);
  const current = view.stages.flatMap(({ steps }) => steps).find(({ id }) => id === view.current?.step) ?? null;
  return {
    generation,
    view,
    current,
    ...adviceFor(grant, generation, about),
    where: grant.generation === null ? vendor.name : `${vendor.name} · ${generation.info.name}`,
  };
}

const roleSteps = ['role-field', 'member-role'];

/** Whether a step is about the role, so that what the role gives should be in view. */
export function isAboutRole(step: StepView | null): boolean {
  return step !== null && (step.id === 'settle-role' || (step.landmark !== null && roleSteps.includes(step.landmark)));
}
