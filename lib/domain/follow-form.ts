import type { PageFacts } from './facts';

/**
 * Facts of a page with what the steps before told: the later steps of an invite wizard show no address any more, so what the first
 * one held stands for as long as a button of the wizard shows. `before`: the facts told before on the same tab.
 */
export function followWizard(facts: PageFacts, before: PageFacts | null): PageFacts {
  const { wizard: _told, ...now } = facts;
  const left = before?.form ?? before?.wizard;
  const samePage = before?.recognition.page === now.recognition.page;
  const goesOn = now.landmarks['next-button'] === true || now.landmarks['send-button'] === true;
  return !now.form && left && samePage && goesOn ? { ...now, wizard: left } : now;
}
