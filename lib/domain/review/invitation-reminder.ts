import { dateOf } from '@/lib/domain/values/calendar';
import { dayText } from '@/lib/domain/values/time-text';
import type { PendingInvitation } from './review';

/**
 * Drafts a reminder to somebody who has not accepted their invitation, for the admin to send. `vendor`: as people call
 * it.
 */
export function reminderText({ grant, sent, expires, state }: PendingInvitation, vendor: string): string {
  const day = dayText(dateOf(new Date(sent)));
  const lines = [
    'Hello,',
    '',
    `on ${day} an invitation to ${vendor} was sent to ${grant.email ?? 'you'} under ${grant.ticket}, and it was not accepted yet.`,
    state === 'lapsed'
      ? 'It has expired. Do you still need the access? Then I send it again.'
      : state === 'gone'
        ? 'It is not open any more. Do you still need the access? Then I invite you again.'
        : expires
          ? `It expires on ${dayText(dateOf(expires))}: please accept it before then, or tell me that you do not need the access any more.`
          : 'Please accept it, or tell me that you do not need the access any more.',
    '',
    'If you cannot find it, look in the spam folder first, then write to me.',
    grant.grantedBy.name ?? '',
  ];
  return lines.join('\n').trimEnd();
}
