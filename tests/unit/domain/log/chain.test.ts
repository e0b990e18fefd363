import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { actorOf, checker, commit, genesis, hashOf, reveal, seal, short } from '@/lib/domain/log/chain';
import type { Entry } from '@/lib/domain/log/entry';
import { verifyChain } from '../../../support/verify-chain';
import { canonical } from '../../../support/verify-log';
import { ada, chainOf, started, story, storyGrant, uuid } from '../../exports/sample-log';
import { anyDrafts } from '../any-log';

const entries = chainOf(story.slice(0, 12));
const at = (seq: number): Entry => {
  const entry = entries[seq - 1];
  if (!entry) throw new Error(`no entry ${seq}`);
  return entry;
};
const head = { seq: entries.length, hash: at(entries.length).hash };

/** SHA-256 by Node, over JSON made canonical by the test's own few lines: shares no code with the chain. */
const sha256 = (...parts: (string | Buffer)[]) =>
  createHash('sha256')
    .update(Buffer.concat(parts.map((part) => Buffer.from(part as string))))
    .digest('hex');
function independentHash({ hash: _hash, personal: _personal, ...chained }: Entry): string {
  return sha256(canonical(JSON.parse(JSON.stringify(chained))));
}

/** The same entry with its hash made to fit, as somebody would who can write to the database. */
const rehashed = (entry: Entry): Entry => ({ ...entry, hash: independentHash(entry) });
const replaced = (seq: number, entry: Entry) => entries.map((one) => (one.seq === seq ? entry : one));
/** All entries from one on, hashed and linked anew. */
function relinked(log: readonly Entry[]): Entry[] {
  const done: Entry[] = [];
  for (const entry of log) done.push(rehashed({ ...entry, seq: done.length + 1, prev: done.at(-1)?.hash ?? genesis }));
  return done;
}
const forgetting = (entry: Entry, ...paths: string[]): Entry => ({
  ...entry,
  personal: Object.fromEntries(Object.entries(entry.personal).filter(([path]) => !paths.includes(path))),
});

describe('seal', () => {
  const entry = seal(story[1] as (typeof story)[1] & object, {
    last: { seq: 41, hash: 'ab'.repeat(32) },
    now: new Date('2026-11-20T09:00:00.123Z'),
    actor: ada,
    uuid: () => uuid(5),
    salt: () => Uint8Array.from({ length: 16 }, (_, byte) => byte),
  });

  test('numbers, stamps, names and links', () => {
    expect(entry).toMatchObject({
      v: 1,
      seq: 42,
      id: uuid(5),
      at: '2026-11-20T09:00:00.123Z',
      basis: 'recorded',
      grant: storyGrant,
      type: 'grant.started',
      prev: 'ab'.repeat(32),
    });
    expect(actorOf(entry)).toEqual(ada);
    expect(reveal(entry)).toEqual(started);
  });

  test('commits to personal values by SHA-256 of salt and value, salt in front', () => {
    const salt = '000102030405060708090a0b0c0d0e0f';

    expect(entry.personal['data.email']).toEqual({ salt, value: 'grace@partner.example' });
    expect(entry.data).toMatchObject({
      email: { commitment: sha256(Buffer.from(salt, 'hex'), 'grace@partner.example') },
    });
    expect(commit(salt, 'Größe 😀')).toBe(sha256(Buffer.from(salt, 'hex'), 'Größe 😀'));
  });

  test('takes new salt for each value, so that equal values cannot be told to be equal', () => {
    let byte = 0;
    const place = { last: null, now: new Date(), actor: { name: 'x', email: 'x' }, uuid: () => uuid(1) };
    const sealed = seal(story[0] as (typeof story)[0] & object, {
      ...place,
      salt: () => new Uint8Array(16).fill(byte++),
    });

    expect(sealed.actor.name.commitment).not.toBe(sealed.actor.email.commitment);
    expect(byte).toBe(2);
  });

  test('begins with a link to nothing', () => {
    expect(at(1).prev).toBe('0'.repeat(64));
    expect(at(1).seq).toBe(1);
  });

  test('hashes as an independent implementation does', () => {
    for (const one of entries) {
      expect(hashOf(one)).toBe(independentHash(one));
      expect(one.hash).toBe(independentHash(one));
    }
  });

  test('makes any text into entries that hold, before and after export as JSON', () => {
    fc.assert(
      fc.property(anyDrafts(6), (drafts) => {
        const log = chainOf(drafts);
        const exported: Entry[] = JSON.parse(Buffer.from(JSON.stringify(log), 'utf8').toString('utf8'));

        expect(verifyChain(log)).toEqual({ ok: true, count: log.length, head: log.at(-1)?.hash ?? null });
        expect(verifyChain(exported)).toEqual(verifyChain(log));
        expect(exported.map(independentHash)).toEqual(log.map(({ hash }) => hash));
        expect(log.flatMap(({ personal }) => Object.values(personal)).every(({ value }) => value.isWellFormed())).toBe(
          true,
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe('verifyChain', () => {
  test('holds for the whole chain, with and without a remembered head', () => {
    expect(verifyChain(entries)).toEqual({ ok: true, count: entries.length, head: head.hash });
    expect(verifyChain(entries, head)).toEqual({ ok: true, count: entries.length, head: head.hash });
  });

  test('holds for an empty log, and for one that grew since its head was remembered', () => {
    expect(verifyChain([])).toEqual({ ok: true, count: 0, head: null });
    expect(verifyChain(entries, { seq: 3, hash: at(3).hash }).ok).toBe(true);
  });

  const imposter = rehashed({ ...at(6), id: uuid(777) });

  test.each<[string, unknown[], number, string, RegExp]>([
    ['a value changed', replaced(5, { ...at(5), at: '2026-11-20T09:04:00.001Z' }), 5, 'hash', /Entry 5 was changed/],
    [
      'a role changed in the data',
      replaced(7, { ...at(7), data: { ...at(7).data, role: 'Owner' } } as Entry),
      7,
      'hash',
      /Entry 7 was changed/,
    ],
    ['the basis changed', replaced(9, { ...at(9), basis: 'observed' } as Entry), 9, 'shape', /Entry 9 .*“basis”/],
    ['a commitment changed', replaced(2, { ...at(2), actor: at(3).actor }), 2, 'hash', /Entry 2 was changed/],
    ['the hash itself changed', replaced(4, { ...at(4), hash: 'f'.repeat(64) }), 4, 'hash', /Entry 4 was changed/],
    [
      'an entry changed and hashed anew',
      replaced(4, rehashed({ ...at(4), id: uuid(8) })),
      5,
      'link',
      /Entry 5 does not/,
    ],
    ['the first entry changed and hashed anew', replaced(1, rehashed({ ...at(1), id: uuid(8) })), 2, 'link', /Entry 2/],
    ['an entry linked elsewhere', replaced(4, rehashed({ ...at(4), prev: genesis })), 4, 'link', /Entry 4 does not/],
    ['an entry missing', entries.filter(({ seq }) => seq !== 6), 6, 'number', /Entry 6 is missing .* entry 7 stands/],
    ['the first entry missing', entries.slice(1), 1, 'number', /Entry 1 is missing/],
    [
      'two entries swapped',
      [...entries.slice(0, 4), at(6), at(5), ...entries.slice(6)],
      5,
      'number',
      /Entry 5 .* entry 6/,
    ],
    ['an entry twice', [...entries.slice(0, 6), at(6), ...entries.slice(6)], 7, 'number', /Entry 7 .* entry 6 stands/],
    ['an entry inserted', [...entries.slice(0, 5), imposter, ...entries.slice(5)], 7, 'number', /Entry 7/],
    [
      'an entry inserted and the next ones numbered anew',
      [...entries.slice(0, 6), ...entries.slice(5).map((entry) => ({ ...entry, seq: entry.seq + 1 }))],
      7,
      'hash',
      /Entry 7 was changed/,
    ],
    [
      'the end of another log',
      [...entries.slice(0, 6), ...relinked([...entries.slice(0, 5), imposter, ...entries.slice(6)]).slice(6)],
      7,
      'link',
      /Entry 7 does not follow/,
    ],
    [
      'a personal value changed',
      replaced(2, {
        ...at(2),
        personal: { ...at(2).personal, 'data.email': { salt: '00'.repeat(16), value: 'eve@x' } },
      }),
      2,
      'value',
      /Entry 2 was changed: the value of “data\.email”/,
    ],
    [
      'two personal values swapped',
      replaced(2, {
        ...at(2),
        personal: {
          ...at(2).personal,
          'actor.name': at(2).personal['actor.email'] ?? { salt: '', value: '' },
          'actor.email': at(2).personal['actor.name'] ?? { salt: '', value: '' },
        },
      }),
      2,
      'value',
      /“actor\.name”/,
    ],
    ...['data.note', 'data', 'hash', 'actor.name.again', 'else.email', '__proto__.email', 'data.__proto__', ''].map(
      (path): [string, unknown[], number, string, RegExp] => [
        `a personal value put in at “${path}”`,
        replaced(2, { ...at(2), personal: { ...at(2).personal, [path]: at(2).personal['actor.name'] } } as Entry),
        2,
        'value',
        /Entry 2 was changed: the value of/,
      ],
    ),
    ['a field added', replaced(3, { ...at(3), note: 'x' } as unknown as Entry), 3, 'shape', /Entry 3 is not an entry/],
    ['something else in the place of an entry', replaced(3, null as unknown as Entry), 3, 'shape', /Entry 3 is not/],
    [
      'another version made of it',
      replaced(1, { ...at(1), v: 2 } as unknown as Entry),
      1,
      'hash',
      /Entry 1 was changed/,
    ],
    ['no version', replaced(1, { ...at(1), v: 0 } as unknown as Entry), 1, 'shape', /Entry 1 is not an entry/],
    [
      'a newer kind made of it',
      replaced(2, { ...at(2), type: 'grant.paused' } as unknown as Entry),
      2,
      'hash',
      /Entry 2 was changed/,
    ],
  ])('finds %s', (_what, log, seq, fault, message) => {
    const verdict = verifyChain(log);

    expect(verdict).toMatchObject({ ok: false, seq, fault, count: seq - 1 });
    expect(!verdict.ok && verdict.message).toMatch(message);
  });

  test.each<[string, Entry[], number, RegExp]>([
    ['cut short at its end', entries.slice(0, 9), 10, /Entry 10 is missing: .* reach entry 12, and ends at 9/],
    ['cut short by one', entries.slice(0, -1), 12, /Entry 12 is missing: .* ends at 11/],
    ['empty', [], 1, /Entry 1 is missing: .* reach entry 12, and ends at 0/],
    [
      'written anew throughout',
      relinked(replaced(3, { ...at(3), id: uuid(8) })),
      12,
      /Entry 12 .* the log was replaced/,
    ],
    [
      'written anew and longer',
      relinked([...entries.slice(0, 11), at(11), at(12)]),
      12,
      /Entry 12 is not the one that was seen there before/,
    ],
  ])('finds by the remembered head a log that is %s', (_what, log, seq, message) => {
    expect(verifyChain(log).ok).toBe(true);

    const verdict = verifyChain(log, head);

    expect(verdict).toMatchObject({ ok: false, seq, fault: 'short', count: log.length });
    expect(!verdict.ok && verdict.message).toMatch(message);
  });

  test('still holds when persons were forgotten', () => {
    const paths = ['actor.name', 'actor.email', 'data.email', 'data.approvedBy', 'data.reason', 'data.text'];
    const forgotten = entries.map((entry) => forgetting(entry, ...paths));

    expect(verifyChain(forgotten, head)).toEqual({ ok: true, count: entries.length, head: head.hash });
    expect(forgotten[1] && reveal(forgotten[1])).toMatchObject({ email: null, approvedBy: null, ticket: 'IAM-1234' });
    expect(forgotten[1] && actorOf(forgotten[1])).toEqual({ name: null, email: null });
  });

  test('finds any single change to any entry', () => {
    const changes: ((entry: Entry, digit: string) => Entry)[] = [
      (entry, digit) => ({ ...entry, hash: entry.hash.slice(1) + digit }),
      (entry, digit) => ({ ...entry, prev: entry.prev.slice(1) + digit }),
      (entry, digit) => ({ ...entry, id: `${digit}${entry.id.slice(1)}` }),
      (entry, digit) => ({ ...entry, at: entry.at.replace('2026', `203${/\d/.test(digit) ? digit : 9}`) }),
      (entry) => ({ ...entry, offset: entry.offset === '+13:00' ? '+12:00' : '+13:00' }),
      (entry) => ({ ...entry, seq: entry.seq + 1 }),
      (entry, digit) => ({
        ...entry,
        personal: Object.fromEntries(
          Object.entries(entry.personal).map(([path, { salt, value }]) => [path, { salt, value: value + digit }]),
        ),
      }),
      (entry, digit) => ({
        ...entry,
        actor: { ...entry.actor, name: { commitment: entry.actor.name.commitment.slice(1) + digit } },
      }),
    ];

    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: entries.length }),
        fc.constantFrom(...changes),
        fc.constantFrom(...'123456789abcdef'),
        (seq, change, digit) => {
          const changed = change(at(seq), digit);
          fc.pre(JSON.stringify(changed) !== JSON.stringify(at(seq)));

          const verdict = verifyChain(replaced(seq, changed), head);

          return !verdict.ok && verdict.seq === seq;
        },
      ),
    );
  });

  test('finds that any entries were left out, repeated or put elsewhere', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...entries], { minLength: 0 }), (log) => {
        fc.pre(log.some((entry, index) => entry.seq !== index + 1) || log.length < entries.length);

        return !verifyChain(log, head).ok;
      }),
    );
  });
});

describe('checker', () => {
  test('answers entry by entry, and counts what holds', () => {
    const check = checker();

    expect(entries.slice(0, 3).map((entry) => check.next(entry))).toEqual([null, null, null]);
    expect(check.end()).toEqual({ ok: true, count: 3, head: at(3).hash });
    expect(check.next(at(5))).toMatchObject({ seq: 4, fault: 'number', count: 3 });
    expect(check.next(at(4))).toBeNull();
  });
});

describe('short', () => {
  test.each([
    [0, 5, 1, /Entry 1 is missing: .* reach entry 5, and ends at 0/],
    [4, 5, 5, /Entry 5 is missing: .* reach entry 5, and ends at 4/],
    [5, 5, 5, /Entry 5 is not the one that was seen there before/],
    [9, 5, 5, /Entry 5 is not the one that was seen there before/],
  ])('of %i entries where %i are remembered', (count, expected, seq, message) => {
    const verdict = short(count, expected);

    expect(verdict).toMatchObject({ ok: false, count, seq, fault: 'short' });
    expect(verdict.message).toMatch(message);
  });
});
