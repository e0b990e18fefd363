import { list, type Refinement } from '../domain/advice';
import { vendorOf } from './registry';

/** Names a permission as the newest generation that has it does; its id where none does. */
function permissionLabel(vendor: string, id: string): string {
  const all = vendorOf(vendor)?.generations.flatMap(({ model }) => model.permissions) ?? [];
  return all.findLast((one) => one.id === id)?.label ?? id;
}

/**
 * Says what a grant is for, in the words of the form, with the permissions that were ticked and unticked one by one.
 */
export function purposeText(vendor: string, purpose: string, refine: Refinement | null | undefined = null): string {
  const label = vendorOf(vendor)?.purposes.find(({ id }) => id === purpose)?.label ?? purpose;
  const named = (word: string, ids: readonly string[]) =>
    ids.length > 0 ? [`${word} ${list(ids.map((id) => permissionLabel(vendor, id)))}`] : [];
  const refined = refine ? [...named('also', refine.add), ...named('not', refine.drop)] : [];
  return refined.length > 0 ? `${label} (${refined.join('; ')})` : label;
}
