import { expect, test } from 'vitest';
import { parseSavedProof, savedProofLine } from '@/lib/domain/log/saved-proof';

const hash = '0123456789abcdef'.repeat(4);
const noted = { log: '5f0c9a1e', seq: 42, hash };
const line = `Grantbook log 5f0c9a1e · entry 42 · sha256 ${hash}`;

test('is one line that names the log, the entry and its hash', () => {
  expect(savedProofLine({ ...noted, log: '5f0c9a1e-6a0b-4c53-9a41-0d9f3a6b7c01' })).toBe(line);
});

test.each([
  ['as written', line],
  ['in a note', `Access was given.\n\n${line}\nRegards`],
  ['with separators of a tracker', line.replaceAll('·', '-')],
  ['in capitals', line.toUpperCase()],
  ['broken over lines', line.replaceAll(' · ', '\n')],
])('is found %s', (_how, text) => {
  expect(parseSavedProof(text)).toEqual(noted);
});

test.each([
  ['nothing', ''],
  ['a hash that is too short', line.slice(0, -1)],
  ['a hash that is too long', `${line}0`],
  ['entry 0', line.replace('42', '0')],
  ['no log', line.replace('5f0c9a1e', '')],
  ['other words', line.replace('Grantbook', 'Logbook')],
])('is not found in %s', (_what, text) => {
  expect(parseSavedProof(text)).toBeNull();
});
