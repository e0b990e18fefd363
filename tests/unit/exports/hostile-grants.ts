import fc from 'fast-check';
import type { Grant } from '@/lib/domain/grant/grant';
import { grantsOf, logOfGrants } from './sample-log';

/** Text as it can be typed or read from a page: quotes, line breaks, separators, formulas, markup, bidi, emoji, lone surrogates, much of it. */
export const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({
    unit: fc.constantFrom(
      ...'=+-@"\',\r\n;\t \0<>&`*_[]#|\\\u2028\u202e\u2066\ud800',
      '🙂',
      'é',
      '\ufeff',
      '</script>',
    ),
    maxLength: 30,
  }),
  fc.constant('ü"🙂,'.repeat(2500)),
);

const [sample] = grantsOf(logOfGrants([{}]));
const mark = { seq: 3, at: '2026-11-20T09:02:00.000Z', basis: 'observed' } as const;

/** An active grant whose every text is hostile. */
export const anyGrant: fc.Arbitrary<Grant> = fc
  .record({
    ticket: anyText,
    email: anyText,
    role: anyText,
    reason: anyText,
    name: anyText,
    scope: fc.array(anyText, { maxLength: 2 }),
  })
  .map(({ ticket, email, role, reason, name, scope }) => ({
    ...(sample as Grant),
    ticket,
    email,
    role,
    reason,
    scope,
    approvedBy: name,
    accessEnds: null,
    grantedBy: { name, email },
    exceptions: [{ seq: 4, recommended: role, chosen: name, justification: reason }],
    keys: [
      { seq: 5, name, owner: email, purpose: reason, scope: role, permissions: 'Read', expires: null, rotateDays: 90 },
    ],
    review: { ...mark, seq: 6, decision: 'keep', by: { name, email }, reason, own: false },
    milestones: { invited: mark, accepted: mark, active: mark },
    access: scope.map((one) => ({ name: one, role })),
  }));
