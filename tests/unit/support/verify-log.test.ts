import { describe, expect, it } from 'vitest';
import { seal } from '@/lib/domain/log/chain';
import type { Entry } from '@/lib/domain/log/entry';
import { canonical, verifyLog } from '../../support/verify-log.ts';

/** A log of two entries, written by the extension's own code. */
function log(): Entry[] {
  const actor = { name: 'Zoë “Z” Ørsted', email: 'zoe@acme.example' };
  const place = {
    now: new Date('2026-11-21T10:00:00Z'),
    actor,
    uuid: () => '6f0e2a3c-5d4b-4c1a-9e8f-7a6b5c4d3e2f',
    salt: () => new Uint8Array(16).fill(7),
  };
  const first = seal(
    {
      type: 'log.created',
      grant: null,
      basis: 'recorded',
      data: { log: '6f0e2a3c-5d4b-4c1a-9e8f-7a6b5c4d3e2f', reason: 'first run', previous: null },
    },
    { ...place, last: null },
  );
  const second = seal(
    {
      type: 'role.justified',
      grant: '6f0e2a3c-5d4b-4c1a-9e8f-7a6b5c4d3e2f',
      basis: 'confirmed',
      data: {
        generation: 'members',
        recommended: 'Read-Only',
        chosen: 'Admin',
        excess: ['é'],
        justification: '\u2028',
      },
    },
    { ...place, last: first },
  );
  return [first, second];
}

const lines = (entries: readonly unknown[]) => entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');

describe('verifyLog', () => {
  it('accepts what the extension writes', () => {
    expect(verifyLog(lines(log())).map(({ seq }) => seq)).toEqual([1, 2]);
  });

  it('accepts a log that forgot a personal value', () => {
    const [first, second] = log();

    expect(verifyLog(lines([first, { ...second, personal: {} }]))).toHaveLength(2);
  });

  it.each<{ what: string; change: (entries: Entry[]) => unknown[] }>([
    { what: 'a changed fact', change: ([a, b]) => [a, { ...b, data: { ...b?.data, chosen: 'Owner' } }] },
    {
      what: 'a changed personal value',
      change: ([a, b]) => [a, { ...b, personal: { 'data.justification': { salt: '07'.repeat(16), value: 'x' } } }],
    },
    { what: 'a missing entry', change: ([, b]) => [b] },
    { what: 'entries in another order', change: ([a, b]) => [b, a] },
    {
      what: 'a value that nothing commits to',
      change: ([a, b]) => [{ ...a, personal: { 'data.reason': { salt: '00', value: 'x' } } }, b],
    },
  ])('refuses $what', ({ change }) => {
    expect(() => verifyLog(lines(change(log())))).toThrow(/^Entry \d/);
  });
});

describe('canonical', () => {
  it.each([
    { value: { b: 1, a: [true, null, 'é'] }, text: '{"a":[true,null,"é"],"b":1}' },
    {
      value: { '\u20ac': 1, '\r': 2, '1': 3, '\ufb33': 4, '\u{1f600}': 5 },
      text: '{"\\r":2,"1":3,"€":1,"😀":5,"\ufb33":4}',
    },
    { value: 1e21, text: '1e+21' },
  ])('writes $text', ({ value, text }) => {
    expect(canonical(value)).toBe(text);
  });
});
