import { describe, expect, test } from 'vitest';
import { type Draft, Entry, entryTypes, personalFields } from '@/lib/domain/log/entry';
import { chainOf, laterKinds, story, uuid } from '../../exports/sample-log';

type Json = { [key: string]: Json } & { [key: number]: Json };

const told: Draft[] = [...story, ...laterKinds];
const entries = chainOf(told);
const byType = entryTypes.map((type) => [type, entries.find((entry) => entry.type === type)] as const);
const copy = (entry: unknown): Json => JSON.parse(JSON.stringify(entry));
/** Fields that came later: entries that were written before have none, and stay valid. */
const later = new Set(['log.exported.covers']);
const isEntry = (value: unknown) => Entry.safeParse(value).success;
const anEntry = (type: string) => copy(entries.find((entry) => entry.type === type));

describe('Entry', () => {
  test.each(byType)('parses %s, as stored and as exported', (_type, entry) => {
    expect(entry).toBeDefined();
    expect(Entry.parse(entry)).toEqual(entry);
    expect(Entry.parse(copy(entry))).toEqual(entry);
  });

  test.each(byType)('refuses %s with a field that it does not have', (_type, entry) => {
    expect(isEntry({ ...copy(entry), note: 'x' })).toBe(false);
    expect(isEntry({ ...copy(entry), data: { ...copy(entry).data, note: 'x' } })).toBe(false);
  });

  test.each(byType)('refuses %s without any one of its fields', (_type, entry) => {
    const whole = copy(entry);

    for (const field of Object.keys(whole)) {
      const { [field]: _left, ...rest } = whole;
      expect(isEntry(rest), field).toBe(false);
    }
    for (const field of Object.keys(whole.data ?? {})) {
      if (later.has(`${whole.type}.${field}`)) continue;
      const { [field]: _left, ...rest } = whole.data ?? {};
      expect(isEntry({ ...whole, data: rest }), `data.${field}`).toBe(false);
    }
  });

  test.each(byType)('refuses %s as another type', (type, entry) => {
    const others = entryTypes.filter((other) => other !== type);
    // These say the same of a row, of a list, or why; only the type tells them apart, and the hash covers it.
    const alike = [
      ['invitation.seen', 'acceptance.seen', 'invitation.expired'],
      ['invitation.gone', 'removal.seen'],
      ['removal.started', 'invitation.withdrawn'],
    ];

    for (const other of others) {
      if (alike.some((kinds) => kinds.includes(type) && kinds.includes(other))) continue;
      expect(isEntry({ ...copy(entry), type: other }), other).toBe(false);
    }
    expect(isEntry({ ...copy(entry), type: 'grant.forgotten' })).toBe(false);
  });

  test.each<[string, (entry: Json) => unknown]>([
    ['another version', (entry) => ({ ...entry, v: 2 })],
    ['the number 0', (entry) => ({ ...entry, seq: 0 })],
    ['a broken number', (entry) => ({ ...entry, seq: 1.5 })],
    ['a number as text', (entry) => ({ ...entry, seq: '2' })],
    ['an id that is no UUID', (entry) => ({ ...entry, id: '7' })],
    ['an id in capitals', (entry) => ({ ...entry, id: '5F0C9A1E-6A0B-4C53-9A41-0D9F3A6B7C01' })],
    ['a moment without milliseconds', (entry) => ({ ...entry, at: '2026-11-20T09:00:00Z' })],
    ['a moment in another zone', (entry) => ({ ...entry, at: '2026-11-20T09:00:00.000+01:00' })],
    ['no offset', (entry) => ({ ...entry, offset: 'Z' })],
    ['an actor in clear', (entry) => ({ ...entry, actor: { name: 'Ada', email: 'ada@example.com' } })],
    ['an actor with more', (entry) => ({ ...entry, actor: { ...entry.actor, phone: entry.actor?.name } })],
    ['a basis that there is not', (entry) => ({ ...entry, basis: 'guessed' })],
    ['a grant that is no UUID', (entry) => ({ ...entry, grant: 'g' })],
    ['a hash in capitals', (entry) => ({ ...entry, hash: 'A'.repeat(64) })],
    ['a short hash', (entry) => ({ ...entry, prev: '0' })],
    ['a personal value in clear', (entry) => ({ ...entry, data: { ...entry.data, email: 'grace@partner.example' } })],
    [
      'a commitment with the value in it',
      (entry) => ({
        ...entry,
        data: { ...entry.data, email: { ...entry.data?.email, value: 'grace@partner.example' } },
      }),
    ],
    ['a personal value without salt', (entry) => ({ ...entry, personal: { 'data.email': { value: 'x' } } })],
    ['a short salt', (entry) => ({ ...entry, personal: { 'data.email': { salt: '00', value: 'x' } } })],
    [
      'an end that is an instant',
      (entry) => ({ ...entry, data: { ...entry.data, accessEnds: '2027-06-30T00:00:00Z' } }),
    ],
  ])('refuses a started grant with %s', (_what, change) => {
    expect(isEntry(anEntry('grant.started'))).toBe(true);
    expect(isEntry(change(anEntry('grant.started')))).toBe(false);
  });

  test.each([
    ['page.seen', { recommended: { role: 'Member', scopeRole: 'Admin', why: 'x' } }],
    ['access.seen', { access: [{ name: 'Production', role: 'Admin', since: 'x' }] }],
    ['access.seen', { access: 'Production' }],
    ['step.confirmed', { reaches: 'draft' }],
    ['step.reopened', { corrects: '9' }],
    ['log.created', { previous: 'lost' }],
    ['log.exported', { head: '' }],
    ['role.justified', { excess: [1] }],
    ['keys.settled', { needed: 'yes' }],
    ['key.recorded', { expires: '30.06.2027' }],
    ['key.recorded', { rotateDays: 1.5 }],
    ['key.recorded', { secret: 'x' }],
    ['removal.started', { reason: 'The project has ended' }],
    ['removal.stopped', { corrects: null }],
  ])('refuses %s with %j', (type, data) => {
    const entry = anEntry(type);

    expect(isEntry(entry)).toBe(true);
    expect(isEntry({ ...entry, data: { ...entry.data, ...data } })).toBe(false);
  });

  test.each([null, undefined, 7, 'entry', [], {}, { type: 'grant.started' }, { type: 'constructor' }])(
    'refuses %j',
    (value) => {
      expect(isEntry(value)).toBe(false);
    },
  );
});

describe('personal fields', () => {
  const secret = 'Grace Hopper <grace@partner.example>';

  test.each(byType)('of %s never stand in what is chained', (type, entry) => {
    const fields: readonly string[] = type in personalFields ? personalFields[type as keyof typeof personalFields] : [];
    const draft = structuredClone(told.find((one) => one.type === type));
    if (!draft || !entry) throw new Error(`no sample of ${type}`);
    Object.assign(draft.data, Object.fromEntries(fields.map((field) => [field, secret])));

    const [sealed] = chainOf([draft]);

    const { personal, ...chained } = sealed ?? entry;
    expect(JSON.stringify(chained)).not.toContain('Grace');
    expect(JSON.stringify(chained)).not.toContain('Lovelace');
    expect(Object.keys(personal).sort()).toEqual(
      ['actor.email', 'actor.name', ...fields.map((field) => `data.${field}`)].sort(),
    );
  });

  test('are exactly the fields that hold a commitment', () => {
    for (const [type, entry] of byType) {
      const committed = Object.entries(entry?.data ?? {})
        .filter(([, value]) => typeof value === 'object' && value !== null && 'commitment' in value)
        .map(([field]) => field);

      expect(committed, type).toEqual(
        type in personalFields ? personalFields[type as keyof typeof personalFields] : [],
      );
    }
  });
});

test('samples name each type once or more, and belong to three grants', () => {
  expect([...new Set(entries.map(({ type }) => type))].sort()).toEqual([...entryTypes].sort());
  expect(new Set(entries.map(({ grant }) => grant))).toEqual(new Set([null, uuid(900), uuid(904), uuid(905)]));
});
