import { describe, expect, test } from 'vitest';
import { auditFile, fileVerdictWords } from '@/lib/domain/log/audit-file';
import { checker, gapWords } from '@/lib/domain/log/chain';
import { signatureChecker } from '@/lib/domain/log/checkpoint';
import type { AnyEntry, Draft } from '@/lib/domain/log/entry';
import { aSigner, extended, signed } from '../../support/signed-log';
import { verifyChain } from '../../support/verify-chain';
import { verifyLog } from '../../support/verify-log';
import { chainOf, story, uuid } from '../exports/sample-log';

const whole = chainOf(story.slice(0, 9));
const last = whole[8] as AnyEntry;

/** The log that went on where entries above `after` were gone, with a few entries of its own. */
function goesOn(after: number): AnyEntry[] {
  const lost = { log: uuid(1), after, upTo: last.seq };
  const created: Draft = {
    type: 'log.created',
    grant: null,
    basis: 'recorded',
    data: { log: uuid(2), reason: 'The log was gone.', previous: last.hash, lost },
  };
  return extended(extended([last], created), story[9] as Draft).slice(1);
}

const restored = (log: readonly AnyEntry[], entries: number) =>
  extended(log, { type: 'log.restored', grant: null, basis: 'recorded', data: { entries, head: last.hash } });

test('nothing is missed where every lost entry is back', () => {
  const after = goesOn(0);

  expect(verifyChain([...whole, ...after])).toEqual({ ok: true, count: 11, head: after.at(-1)?.hash });
});

test.each([
  ['all', 0, 0, [{ from: 1, to: 9 }], 'entries 1 to 9'],
  ['some', 4, 4, [{ from: 5, to: 9 }], 'entries 5 to 9'],
  ['one', 8, 8, [{ from: 9, to: 9 }], 'entry 9'],
  ['part, the rest is back', 2, 6, [{ from: 7, to: 9 }], 'entries 7 to 9'],
])('%s of what the log says is lost may be absent, and it is told', (_what, after, there, lost, words) => {
  const log = [...whole.slice(0, there), ...goesOn(after)];

  const verdict = verifyChain(log);

  expect(verdict).toEqual({ ok: true, count: there + 2, head: log.at(-1)?.hash, lost });
  expect(verdict.ok && verdict.lost && gapWords(verdict.lost)).toBe(words);
  expect(verifyLog(log.map((entry) => JSON.stringify(entry)).join('\n'))).toHaveLength(there + 2);
});

describe('what the log does not say is lost must be there', () => {
  const [created, after] = goesOn(4) as [AnyEntry, AnyEntry];
  test.each<[string, AnyEntry[], number, string]>([
    ['entries that were there when it went on', [...whole.slice(0, 3), created, after], 4, 'number'],
    ['all of those', [created, after], 1, 'number'],
    ['the entry that tells of the loss', [...whole.slice(0, 4), after], 5, 'number'],
    [
      'an entry after it',
      [...whole.slice(0, 4), created, ...extended([created, after], story[10] as Draft).slice(2)],
      11,
      'number',
    ],
    ['what was restored', restored([...whole.slice(0, 4), created], 9), 5, 'number'],
    ['what was restored in part', restored([...whole.slice(0, 4), created], 6), 5, 'number'],
    ['the hash of the lost entry', [...whole.slice(0, 4), { ...created, prev: whole[3]?.hash ?? '' }], 10, 'hash'],
  ])('%s', (_what, log, seq, fault) => {
    const verdict = verifyChain(log);

    expect(verdict).toMatchObject({ ok: false, seq, fault });
  });

  test('a restored entry above what the backup reached may stay absent', () => {
    expect(verifyChain(restored([...whole.slice(0, 6), created], 6))).toMatchObject({
      ok: true,
      lost: [{ from: 7, to: 9 }],
    });
  });

  test('two losses, one after the other', () => {
    const first = goesOn(4);
    const end = first.at(-1) as AnyEntry;
    const again: Draft = {
      type: 'log.created',
      grant: null,
      basis: 'recorded',
      data: {
        log: uuid(3),
        reason: 'Again.',
        previous: 'ab'.repeat(32),
        lost: { log: uuid(2), after: end.seq, upTo: end.seq + 5 },
      },
    };
    const second = extended([{ ...end, seq: end.seq + 5, hash: 'ab'.repeat(32) }], again).slice(1);

    const verdict = verifyChain([...whole.slice(0, 4), ...first, ...second]);

    expect(verdict).toMatchObject({
      ok: true,
      lost: [
        { from: 5, to: 9 },
        { from: 12, to: 16 },
      ],
    });
    expect(verdict.ok && verdict.lost && gapWords(verdict.lost)).toBe('entries 5 to 9, and 12 to 16');
  });
});

test('a checker that begins in the middle knows a gap, too', () => {
  const check = checker({ seq: 4, hash: whole[3]?.hash ?? '' });

  for (const entry of goesOn(4)) expect(check.next(entry)).toBeNull();
});

test('a saved proof of an entry that was lost says so', async () => {
  const file = await signed(goesOn(0), await aSigner());

  const verdict = await auditFile(
    file.map((entry) => JSON.stringify(entry)),
    {
      checkSignature: signatureChecker(crypto.subtle),
      savedProof: { log: '00000000', seq: 4, hash: whole[3]?.hash ?? '' },
    },
  );

  const words = 'it saw entry 4, which is one of those that were lost';
  expect(verdict).toMatchObject({ ok: true, savedProof: { ok: false, message: expect.stringContaining(words) } });
});

test('a file that was exported after a loss is good, and says what is lost', async () => {
  const file = await signed(goesOn(0), await aSigner());

  const verdict = await auditFile(
    file.map((entry) => JSON.stringify(entry)),
    {
      checkSignature: signatureChecker(crypto.subtle),
      savedProof: { log: '00000000', seq: 11, hash: file[1]?.hash ?? '' },
    },
  );

  expect(verdict).toMatchObject({ ok: true, count: 3, lost: [{ from: 1, to: 9 }], savedProof: { ok: true } });
  expect(fileVerdictWords(verdict, () => '')).toContain(
    'LOST, as the log itself says: entries 1 to 9. What is there holds.',
  );
});
