import { checkEmail } from './email';
import type { InviteForm, PageFacts } from './facts';

/**
 * Facts of a page with what the looks before told of its invite form. A form that takes addresses one by one empties its field once
 * one was added: the address stands until another is typed. The later steps of a wizard show no address any more: what the first one
 * held stands for as long as a button of the wizard shows. `before`: the facts told before on the same tab.
 */
export function followForm(facts: PageFacts, before: PageFacts | null): PageFacts {
  const { wizard: _told, ...now } = facts;
  const was = before?.recognition.page === now.recognition.page ? before : null;
  const left = was?.form ?? was?.wizard;
  if (!left) return now;
  if (now.form) return { ...now, form: withAdded(now.form, left, now.landmarks) };
  const goesOn = now.landmarks['next-button'] === true || now.landmarks['send-button'] === true;
  return goesOn ? { ...now, wizard: left } : now;
}

function withAdded(form: InviteForm, left: InviteForm, landmarks: PageFacts['landmarks']): InviteForm {
  const wasAdded = form.emails.length === 0 && landmarks['add-email'] === true;
  return wasAdded && left.emails.every((one) => checkEmail(one).ok) ? { ...form, emails: left.emails } : form;
}
