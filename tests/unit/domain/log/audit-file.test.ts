import { beforeAll, describe, expect, test } from 'vitest';
import { auditFile, type FileOptions, fileVerdictWords } from '@/lib/domain/log/audit-file';
import { addedLines, headerLine } from '@/lib/domain/log/backup-file';
import { fingerprint, signatureChecker } from '@/lib/domain/log/checkpoint';
import type { AnyEntry, Draft } from '@/lib/domain/log/entry';
import { parseSavedProof, savedProofLine } from '@/lib/domain/log/saved-proof';
import { aSigner, exported, extended, rechained, type Signer, signed } from '../../../support/signed-log';
import { story, uuid } from '../../exports/sample-log';

const checkSignature = signatureChecker(crypto.subtle);
let signer: Signer;
let stranger: Signer;
let log: AnyEntry[];

beforeAll(async () => {
  signer = await aSigner();
  stranger = await aSigner();
  log = await exported(signer);
});

const toLines = (entries: readonly unknown[]) => entries.map((entry) => JSON.stringify(entry));
const audit = (lines: readonly string[], options: Partial<FileOptions> = {}) =>
  auditFile(lines, { checkSignature, ...options });
const at = (seq: number) => log[seq - 1] as AnyEntry;
const changed = (entry: AnyEntry): AnyEntry => ({ ...entry, at: '2026-01-01T00:00:00.000Z' });
const without = (seq: number) => log.toSpliced(seq - 1, 1);

const withReason = (reason: string) =>
  signed(extended(log, { type: 'removal.started', grant: uuid(900), basis: 'confirmed', data: { reason } }), signer);
const halved = (entries: readonly AnyEntry[]) => toLines(entries).map((line) => line.replace('\ufffd', '\\ud83d'));
/** A last entry of a kind that a newer Grantbook wrote, and that holds what no JSON of ours does. */
const later = (holds: string) => {
  const { hash, ...entry } = extended(log, story[5] as Draft).at(-1) as AnyEntry;
  const line = JSON.stringify({ ...entry, v: 2, type: 'later', data: { holds: 0 }, hash });
  return [...toLines(log), line.replace('"holds":0', `"holds":${holds}`)];
};

test('what stands after the last checkpoint is said to be added or to have lost its end', async () => {
  const verdict = await audit(toLines(extended(log, story[5] as Draft)));

  expect(fileVerdictWords(verdict, fingerprint)[1]).toMatch(/cut off, or what stands after entry 14 was added\.$/);
});

describe('a backup is refused with', () => {
  const settings = headerLine({ backup: 'settings', values: {} });
  const end = (lines: readonly string[]) => {
    const added = addedLines();
    for (const line of lines) added.add(line);
    return headerLine({ backup: 'end', ...added.sum() });
  };
  test.each([
    ['something after its last line', () => [settings, end([settings]), 'more'], 17],
    ['entries that belong to no part', () => [settings, ...toLines(log), end([settings, ...toLines(log)])], 16],
  ])('%s', async (_what, parts, line) => {
    expect(await audit([...toLines(log), settings, end([settings])])).toMatchObject({ ok: true });
    expect(await audit([...toLines(log), ...parts()])).toMatchObject({ ok: false, tampering: 'changed', line });
  });
});

test('a good file is good, and says who signed how much', async () => {
  const verdict = await audit(toLines(log));

  expect(verdict).toEqual({
    ok: true,
    count: 14,
    head: at(14).hash,
    logs: [uuid(1)],
    signed: 13,
    key: signer.key,
    sealed: true,
    savedProof: null,
  });
  expect(fileVerdictWords(verdict, fingerprint).join('\n')).toContain(fingerprint(signer.key));
});

test('empty lines, and line ends of another system, do not matter', async () => {
  const lines = toLines(log).flatMap((line) => [`${line}\r`, '']);

  expect(await audit(lines)).toMatchObject({ ok: true, count: 14 });
});

test('other white space and other escapes of the same text do not matter', async () => {
  const escaped = (line: string) => line.replace('grace@', '\\u0067race@').replaceAll('":"', '" : "');
  const lines = toLines(log).with(1, escaped(JSON.stringify(at(2))));

  expect(lines[1]).toContain('\\u0067race@');
  expect(await audit(lines)).toMatchObject({ ok: true, count: 14 });
});

describe('a forged file is refused by its first bad entry:', () => {
  type Forgery = () => readonly string[] | Promise<readonly string[]>;
  test.each<[string, Forgery, number, string]>([
    ['an entry changed', () => toLines(log.with(4, changed(at(5)))), 5, 'changed'],
    ['a value changed', () => toLines(log).with(1, JSON.stringify(at(2)).replace('grace@', 'eve@')), 2, 'changed'],
    [
      'a salt changed',
      () => toLines(log).with(1, JSON.stringify(at(2)).replace(/"salt":"../, '"salt":"ff')),
      2,
      'changed',
    ],
    [
      'a false member before the true one of the same name',
      () => toLines(log).with(1, JSON.stringify(at(2)).replace('"data":{', '"data":{"ticket":"IAM-666",')),
      2,
      'changed',
    ],
    [
      'a whole object before the true one',
      () => toLines(log).with(4, JSON.stringify(at(5)).replace('"data":', '"data":{"step":"no"} , "data" :')),
      5,
      'changed',
    ],
    ['a field added', () => toLines(log.with(4, { ...at(5), note: 'x' } as unknown as AnyEntry)), 5, 'changed'],
    ['an entry made unreadable', () => toLines(log).with(4, '{"v":1,'), 5, 'changed'],
    ['something else in place of an entry', () => toLines(log).with(4, 'null'), 5, 'changed'],
    [
      'an entry changed and hashed anew',
      () => toLines(log.with(4, rechained(log.with(4, changed(at(5))))[4] as AnyEntry)),
      6,
      'changed',
    ],
    ['an entry missing', () => toLines(without(5)), 5, 'missing'],
    ['the first missing', () => toLines(without(1)), 1, 'missing'],
    ['two neighbours swapped', () => toLines(log.with(4, at(6)).with(5, at(5))), 5, 'reordered'],
    ['the last moved to the front', () => toLines([at(14), ...log.slice(0, -1)]), 1, 'reordered'],
    ['an entry twice', () => toLines(log.toSpliced(5, 0, at(5))), 5, 'inserted'],
    ['another entry of the same number', () => toLines(log.toSpliced(5, 0, changed(at(5)))), 5, 'inserted'],
    ['the end cut off between lines', () => toLines(log.slice(0, 12)), 13, 'truncated'],
    [
      'the end cut off within a line',
      () => [...toLines(log.slice(0, 12)), JSON.stringify(at(13)).slice(0, 80)],
      13,
      'truncated',
    ],
    ['nothing left', () => [], 1, 'truncated'],
    ['an entry added after the last checkpoint', () => toLines(extended(log, story[5] as Draft)), 16, 'truncated'],
    [
      'half a character in place of one that cannot be shown',
      async () => halved(await withReason('a\ufffdb')),
      15,
      'changed',
    ],
    ['a number beyond all', () => later('1e400'), 15, 'changed'],
    ['brackets without end', () => later('['.repeat(20_000) + ']'.repeat(20_000)), 15, 'changed'],
    ['an entry changed, all chained anew', () => toLines(rechained(log.with(4, changed(at(5))))), 10, 're-signed'],
    ['an entry left out, all chained anew', () => toLines(rechained(without(5))), 9, 're-signed'],
    ['an entry put in, all chained anew', () => toLines(rechained(log.toSpliced(4, 0, at(4)))), 11, 're-signed'],
    [
      'all after the first checkpoint chained anew and signed by another key',
      async () => toLines(await signed(rechained(log.slice(0, 13).with(11, changed(at(12)))), stranger)),
      14,
      're-signed',
    ],
    [
      'a signature of another text',
      async () => toLines(await signed(log.slice(0, 13), signer, { signature: await signer.sign('something else') })),
      14,
      're-signed',
    ],
    [
      'a signature by a key other than the one it names',
      async () => toLines(await signed(log.slice(0, 13), signer, { key: stranger.key })),
      14,
      're-signed',
    ],
    [
      'a key that is no key',
      async () => toLines(await signed(log.slice(0, 13), signer, { key: 'A'.repeat(87) })),
      14,
      're-signed',
    ],
    [
      'a checkpoint of another log',
      async () => toLines(await signed(log.slice(0, 13), signer, { log: uuid(77) })),
      14,
      're-signed',
    ],
  ])('%s', async (_what, forge, seq, tampering) => {
    const verdict = await audit(await forge());

    expect(verdict).toMatchObject({ ok: false, seq, tampering });
    expect(fileVerdictWords(verdict, fingerprint)[0]).toBe(`NOT GOOD (${tampering}), first bad entry: ${seq}`);
  });

  test('what was made anew from the first entry on, by whoever asks for the key or keeps a saved proof', async () => {
    let forged: AnyEntry[] = [];
    for (const draft of story.slice(0, 5)) forged = extended(forged, draft);
    const lines = toLines(await signed(forged, stranger));
    const noted = { log: uuid(1), seq: 5, hash: at(5).hash };

    expect(await audit(lines)).toMatchObject({ ok: true });
    expect(await audit(lines, { fingerprint: fingerprint(signer.key) })).toMatchObject({
      ok: false,
      tampering: 're-signed',
    });
    expect(await audit(lines, { savedProof: { ...noted, hash: '0'.repeat(64) } })).toMatchObject({
      savedProof: { ok: false },
    });
  });
});

test('a log that went on with another key after it began anew is good', async () => {
  const again = extended(log, {
    type: 'log.created',
    grant: null,
    basis: 'recorded',
    data: { log: uuid(2), reason: 'Another device.', previous: at(14).hash },
  });

  const verdict = await audit(toLines(await signed(again, stranger)));

  expect(verdict).toMatchObject({ ok: true, logs: [uuid(1), uuid(2)], key: stranger.key, earlier: [signer.key] });
  expect(fileVerdictWords(verdict, fingerprint).join('\n')).toContain(
    `Before that by key ${fingerprint(signer.key)}: the log went on with a new key`,
  );
});

test('a person who was forgotten is not missed', async () => {
  const lines = toLines(log.map((entry) => ({ ...entry, personal: {} })));

  expect(await audit(lines)).toMatchObject({ ok: true, count: 14 });
});

test.each<[string, () => { seq: number; hash: string }, boolean, RegExp]>([
  ['of an entry', () => ({ seq: 7, hash: at(7).hash }), true, /part of this log: entry 7/],
  ['of the head', () => ({ seq: 14, hash: at(14).hash }), true, /part of this log: entry 14/],
  ['of another hash', () => ({ seq: 7, hash: at(8).hash }), false, /entry 7 said something else/],
  [
    'of an entry that was cut off',
    () => ({ seq: 40, hash: at(8).hash }),
    false,
    /saw entry 40, and the log ends at 14/,
  ],
])('a saved proof %s is answered', async (_what, noted, ok, words) => {
  const line = savedProofLine({ log: uuid(1), ...noted() });

  const verdict = await audit(toLines(log), { savedProof: parseSavedProof(`> copied note: ${line}.`) });

  expect(verdict).toMatchObject({ ok: true, savedProof: { ok, message: expect.stringMatching(words) } });
});

test('a saved proof of another log does not say that this one was changed', async () => {
  const verdict = await audit(toLines(log), { savedProof: { log: '5f0c9a1e', seq: 7, hash: at(8).hash } });

  const words = 'it is about log 5f0c9a1e, and this is log 00000000';
  expect(verdict).toMatchObject({ savedProof: { ok: false, message: expect.stringContaining(words) } });
});

test('a part of a log is not taken for one that lost its beginning without a word', async () => {
  const verdict = await audit(toLines(log.slice(4, 9)));

  expect(verdict).toMatchObject({ ok: false, seq: 1, tampering: 'missing' });
  expect(fileVerdictWords(verdict, fingerprint)[1]).toMatch(
    /cannot be verified by itself: ask for an export of everything/,
  );
});

test('a part that a newer Grantbook may have added to a backup is refused with both reasons', async () => {
  const verdict = await audit([...toLines(log), '{"backup":"attachments","lines":2}']);

  expect(verdict).toMatchObject({ ok: false, tampering: 'changed', line: 15 });
  expect(fileVerdictWords(verdict, fingerprint)[1]).toMatch(/was changed, or a newer Grantbook made it\.$/);
});

test('a check can be stopped', async () => {
  const run = new AbortController();
  const many = function* () {
    for (let count = 0; count < 10_000; count += 1) {
      if (count === 600) run.abort();
      yield '';
    }
  };

  await expect(auditFile(many(), { checkSignature, signal: run.signal })).rejects.toMatchObject({ name: 'AbortError' });
});

describe('a log that was rescued', () => {
  const mark = (entries: readonly AnyEntry[]) => {
    const last = entries.at(-1) as AnyEntry;
    return headerLine({ backup: 'rescued', entries: last.seq, head: last.hash });
  };
  const rescued = (entries: readonly AnyEntry[]) => [...toLines(entries), mark(entries)];

  test('holds without a last checkpoint, and says what is not signed', async () => {
    const verdict = await audit(rescued(log.slice(0, 12)));

    expect(verdict).toMatchObject({ ok: true, count: 12, signed: 9, rescued: true });
    const words = fileVerdictWords(verdict, fingerprint).join('\n');
    expect(words).toMatch(/^GOOD AS FAR AS IT IS SIGNED: 12 entries hold/);
    expect(words).toContain('Nothing signs what stands after entry 9');
  });

  test('is signed nowhere where it never was', async () => {
    const verdict = await audit(rescued(log.slice(0, 5)));

    expect(fileVerdictWords(verdict, fingerprint).join('\n')).toContain('No entry is signed');
  });

  test.each([
    ['a changed entry', () => [...toLines(log.slice(0, 12).with(3, changed(at(4)))), mark(log.slice(0, 12))], 4],
    ['a missing entry', () => [...toLines(without(4).slice(0, 11)), mark(log.slice(0, 12))], 4],
    ['its last entry cut off', () => [...toLines(log.slice(0, 11)), mark(log.slice(0, 12))], 11],
    ['its last line cut off', () => toLines(log.slice(0, 12)), 13],
    ['something after it', () => [...rescued(log.slice(0, 12)), headerLine({ backup: 'settings', values: {} })], 12],
    [
      'parts of a backup before it',
      () => {
        const settings = headerLine({ backup: 'settings', values: {} });
        return [...toLines(log.slice(0, 12)), settings, mark(log.slice(0, 12))];
      },
      13,
    ],
    ['an entry after it', () => [...rescued(log.slice(0, 12)), JSON.stringify(at(13))], 12],
  ])('is refused with %s', async (_what, lines, seq) => {
    expect(await audit(lines())).toMatchObject({ ok: false, seq });
  });
});
