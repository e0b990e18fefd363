import type { Checked } from '@/lib/domain/values/email';
import { ticketUrl } from '@/lib/domain/values/ticket';

/** Reads the template of a ticket's address. Empty is good: tickets are then no links. */
export function checkTicketLink(text: string): Checked<string> {
  const value = text.trim();
  if (value === '') return { ok: true, value };
  if (!/^https?:\/\//i.test(value)) return { ok: false, message: 'Enter an address that begins with https://' };
  if (!value.includes('{ticket}')) {
    return { ok: false, message: 'Write {ticket} where the ticket number goes in the address.' };
  }
  return ticketUrl(value, 'IAM-1234')
    ? { ok: true, value }
    : { ok: false, message: 'This is not an address that a browser can open: check it.' };
}
