import type { Checked } from './email';
import { longestMatched, patternFault } from './pattern';
import { plainText } from './text';

/** Out of the box: `#1234` (GitHub, GitLab, RT), `IAM-1234` (Jira), `RITM0012345` (ServiceNow). */
export const defaultTicketPattern = '#\\d+|[A-Z][A-Z0-9_]*-\\d+|[A-Z]{2,}\\d{4,}';

const whole = (pattern: string) => new RegExp(`^(?:${pattern})$`);

/** Checks whether a pattern that an admin typed can be used; the message is the engine's reason. */
export function checkTicketPattern(pattern: string): Checked<string> {
  if (pattern.trim() === '') {
    return { ok: false, message: 'Enter a pattern, or use the one that comes with Grantbook.' };
  }
  try {
    // By itself too: `a)|(?:b` is no pattern, but closes the group that it is put into and would match anything.
    new RegExp(pattern);
    whole(pattern);
  } catch (error) {
    const reason = (error as Error).message.replace(/^Invalid regular expression: /, '');
    return { ok: false, message: `This is not a pattern: ${reason}.` };
  }
  const fault = patternFault(pattern);
  if (fault !== null) return { ok: false, message: `This pattern could take too long to match: ${fault}.` };
  return { ok: true, value: pattern };
}

/** Reads a ticket number against the pattern of the organization (a regular expression source, matched whole). */
export function checkTicket(text: string, pattern: string = defaultTicketPattern): Checked<string> {
  const value = plainText(text);
  if (value === '') return { ok: false, message: 'Enter the IAM ticket that approves this access.' };
  if (value.length > longestMatched)
    return { ok: false, message: `A ticket number has at most ${longestMatched} characters.` };
  if (!checkTicketPattern(pattern).ok) {
    return { ok: false, message: 'The ticket pattern in the options cannot be used: correct it there.' };
  }
  const written = whole(pattern);
  if (written.test(value)) return { ok: true, value };
  if (written.test(value.toUpperCase())) return { ok: true, value: value.toUpperCase() };
  return {
    ok: false,
    message:
      pattern === defaultTicketPattern
        ? `“${value}” is not a ticket number: it looks like #1234, IAM-1234 or RITM0012345.`
        : `“${value}” does not match your organization’s ticket pattern ${pattern}.`,
  };
}

/**
 * Returns the address of a ticket from a template with `{ticket}`; null where no template is set or it is not an
 * http(s) address.
 */
export function ticketUrl(template: string, ticket: string): string | null {
  if (!template.includes('{ticket}')) return null;
  const url = template.replaceAll('{ticket}', encodeURIComponent(ticket.toWellFormed().replace(/^#/, '')));
  return /^https?:\/\//.test(url) && URL.canParse(url) ? url : null;
}
