import { describe, expect, test } from 'vitest';
import { checkTicket, checkTicketPattern, ticketUrl } from '@/lib/domain/values/ticket';

describe('checkTicket with the pattern that comes with Grantbook', () => {
  test.each([
    ['GitHub, GitLab, Request Tracker', '#1234', '#1234'],
    ['Jira', 'IAM-1234', 'IAM-1234'],
    ['Jira, project key with digits', 'SEC2_OPS-7', 'SEC2_OPS-7'],
    ['ServiceNow', 'RITM0012345', 'RITM0012345'],
    ['ServiceNow change', 'CHG0040007', 'CHG0040007'],
    ['small letters', 'iam-1234', 'IAM-1234'],
    ['mixed case', 'Ritm0012345', 'RITM0012345'],
    ['white space around it', '\t IAM-1234 \n', 'IAM-1234'],
    ['a zero-width space from a web page', '\u200bIAM-\u200b1234', 'IAM-1234'],
    ['bidi marks', '\u2066IAM-1234\u2069', 'IAM-1234'],
  ])('takes %s', (_what, text, value) => {
    expect(checkTicket(text)).toEqual({ ok: true, value });
  });

  const wrong = (text: string) => `“${text}” is not a ticket number: it looks like #1234, IAM-1234 or RITM0012345.`;

  test.each([
    ['nothing', '', 'Enter the IAM ticket that approves this access.'],
    ['blanks', '   ', 'Enter the IAM ticket that approves this access.'],
    ['a bare number', '1234', wrong('1234')],
    ['a key without a number', 'IAM-', wrong('IAM-')],
    ['a number without a key', '-1234', wrong('-1234')],
    ['a sentence around it', 'see IAM-1234', wrong('see IAM-1234')],
    ['two tickets', 'IAM-1234 IAM-1235', wrong('IAM-1234 IAM-1235')],
    ['two tickets on two lines', 'IAM-1234\nIAM-1235', wrong('IAM-1234 IAM-1235')],
    ['an address', 'https://jira.example/browse/IAM-1234', wrong('https://jira.example/browse/IAM-1234')],
    ['digits of another script', 'IAM-١٢٣٤', wrong('IAM-١٢٣٤')],
    ['letters that look Latin', 'ІАМ-1234', wrong('ІАМ-1234')],
    ['markup', '<b>IAM-1</b>', wrong('<b>IAM-1</b>')],
  ])('refuses %s', (_what, text, message) => {
    expect(checkTicket(text)).toEqual({ ok: false, message });
  });
});

describe('checkTicket with the pattern of an organization', () => {
  test.each([
    ['REQ/\\d{6}', 'REQ/123456', 'REQ/123456'],
    ['REQ/\\d{6}', 'req/123456', 'REQ/123456'],
    ['A-\\d+|B-\\d+', 'B-1', 'B-1'],
    ['req-\\d+', 'req-1', 'req-1'],
  ])('%s takes %s', (pattern, text, value) => {
    expect(checkTicket(text, pattern)).toEqual({ ok: true, value });
  });

  test.each([
    ['A-\\d+|B-\\d+', 'A-1x'],
    ['A-\\d+|B-\\d+', 'xB-1'],
    ['REQ/\\d{6}', 'REQ/1234567'],
  ])('%s, matched whole, refuses %s and says the pattern', (pattern, text) => {
    expect(checkTicket(text, pattern)).toEqual({
      ok: false,
      message: `“${text}” does not match your organization’s ticket pattern ${pattern}.`,
    });
  });

  test.each([
    ['[', 'is not a regular expression'],
    ['', 'is empty'],
    ['  ', 'is blank'],
    ['IAM-\\d+)|(?:', 'closes a group that is not its own, and would match anything'],
  ])('says so instead of failing where the pattern %j %s', (pattern) => {
    expect(checkTicket('IAM-1234', pattern)).toEqual({
      ok: false,
      message: 'The ticket pattern in the options cannot be used: correct it there.',
    });
  });
});

describe('checkTicketPattern', () => {
  test.each(['REQ/\\d{6}', 'A-\\d+|B-\\d+', '(?:IAM|SEC)-\\d+', '#\\d+'])('takes %s', (pattern) => {
    expect(checkTicketPattern(pattern)).toEqual({ ok: true, value: pattern });
  });

  test.each([
    ['nothing', '', 'Enter a pattern, or use the one that comes with Grantbook.'],
    ['blanks', '  ', 'Enter a pattern, or use the one that comes with Grantbook.'],
    ['an open bracket', '[A-Z', expect.stringMatching(/^This is not a pattern: .*[Uu]nterminated.*\.$/)],
    ['an open group', '(IAM', expect.stringMatching(/^This is not a pattern: .+\.$/)],
    ['a bracket that closes our own group', 'IAM-\\d+)|(?:', expect.stringMatching(/^This is not a pattern: .+\.$/)],
  ])('refuses %s', (_what, pattern, message) => {
    expect(checkTicketPattern(pattern)).toEqual({ ok: false, message });
  });

  test('does not repeat the engine’s own heading', () => {
    const checked = checkTicketPattern('[');

    expect(!checked.ok && checked.message).not.toMatch(/Invalid regular expression/);
  });
});

describe('ticketUrl', () => {
  test.each([
    ['https://jira.example/browse/{ticket}', 'IAM-1234', 'https://jira.example/browse/IAM-1234'],
    ['https://git.example/issues/{ticket}', '#1234', 'https://git.example/issues/1234'],
    ['https://rt.example/?id={ticket}&view={ticket}', '#7', 'https://rt.example/?id=7&view=7'],
    ['http://intranet/{ticket}', 'IAM-1', 'http://intranet/IAM-1'],
    ['https://x.example/{ticket}', 'a/../../b?c=d#e&f', 'https://x.example/a%2F..%2F..%2Fb%3Fc%3Dd%23e%26f'],
    ['https://x.example/{ticket}', "$&$'$`$1", "https://x.example/%24%26%24'%24%60%241"],
    ['https://x.example/{ticket}', '"><script>', 'https://x.example/%22%3E%3Cscript%3E'],
    ['https://x.example/{ticket}', 'IAM-\ud800', 'https://x.example/IAM-%EF%BF%BD'],
  ])('%s with %s', (template, ticket, url) => {
    expect(ticketUrl(template, ticket)).toBe(url);
  });

  test.each([
    ['no template', ''],
    ['a template that names no ticket', 'https://jira.example/'],
    ['a script', 'javascript:alert({ticket})'],
    ['a script behind white space', ' javascript:alert("https://{ticket}")'],
    ['data', 'data:text/html,{ticket}'],
    ['a file', 'file:///etc/{ticket}'],
    ['an address without a scheme', '//jira.example/{ticket}'],
    ['an address that is none', 'https://{ticket} .example:port/'],
    ['a ticket in the place of the scheme', '{ticket}'],
  ])('makes no link of %s', (_what, template) => {
    expect(ticketUrl(template, 'javascript:alert(1)//https://')).toBeNull();
  });
});
