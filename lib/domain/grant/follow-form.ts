import { checkEmail } from '@/lib/domain/values/email';
import type { InviteForm, PageFacts } from './page-facts';

/**
 * Completes the facts of a page with what the looks before told of its invite form. A form that takes addresses one by
 * one empties its field once one was added: the address stands until another is typed. The later steps of a wizard show
 * no address any more: what the first one held stands for as long as a button of the wizard shows; without a first step
 * there is no wizard. `before`: the facts told before on the same tab.
 */
export function followForm(facts: PageFacts, before: PageFacts | null): PageFacts {
  const { wizard: _told, ...now } = facts;
  const was = before?.recognition.page === now.recognition.page ? before : null;
  const left = was?.form ?? was?.wizard;
  const { landmarks } = now;
  const isLater = landmarks['email-field'] === false;
  if (!left) return isLater ? { ...now, form: null } : now;
  if (now.form && !isLater) return { ...now, form: withAdded(now.form, left, landmarks) };
  if (now.form && landmarks['role-field'] === true) return { ...now, form: { ...now.form, emails: left.emails } };
  const goesOn = landmarks['next-button'] === true || landmarks['send-button'] === true;
  return { ...now, form: null, ...(goesOn ? { wizard: left } : {}) };
}

function withAdded(form: InviteForm, left: InviteForm, landmarks: PageFacts['landmarks']): InviteForm {
  const wasAdded = form.emails.length === 0 && landmarks['add-email'] === true;
  return wasAdded && left.emails.every((one) => checkEmail(one).ok) ? { ...form, emails: left.emails } : form;
}
