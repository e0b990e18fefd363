import { webcrypto } from 'node:crypto';
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { seal } from '@/lib/domain/log/chain';
import { signatureChecker } from '@/lib/domain/log/checkpoint';
import type { Draft, Entry } from '@/lib/domain/log/entry';
import type { ExportSource } from '@/lib/exports/export-format';
import { checkEvidence, type Parts, sha256Of } from '@/lib/exports/formats/evidence-pack/check';
import { findingsOf } from '@/lib/exports/formats/evidence-pack/findings';
import {
  type EvidenceRecord,
  type Manifest,
  type PartName,
  partTitles,
} from '@/lib/exports/formats/evidence-pack/manifest';
import { write as writeEvidencePack } from '@/lib/exports/formats/evidence-pack/write';
import { anyText } from '../../hostile-grants';
import { reviewedStory } from '../../reviewed-log';
import {
  ada,
  chainOf,
  grantsOf,
  logOfGrants,
  now,
  sampleScope,
  sourceOf,
  story,
  storyGrant,
  textOf,
  uuid,
} from '../../sample-log';

const check = signatureChecker(webcrypto.subtle as SubtleCrypto);
const hostile = { reason: '</script><script>alert(1)</script> “x” \u2028 \ud800' };
const log = () => logOfGrants([{}, hostile, { ticket: '<!-- #7' }]);

/** A pack as a browser would read it: its parts and its manifest. */
async function packOf(source: ExportSource): Promise<{ html: string; parts: Parts; manifest: Manifest }> {
  const html = await textOf(writeEvidencePack(source));
  const { document } = new JSDOM(html).window;
  const textOfPart = (name: string) =>
    [...document.querySelectorAll(`script[data-part="${name}"]`)].map(({ textContent }) => textContent).join('');
  const parts = Object.fromEntries(Object.keys(partTitles).map((name) => [name, textOfPart(name)])) as unknown as Parts;
  return { html, parts, manifest: JSON.parse(textOfPart('manifest')) };
}

/** A part replaced, with the manifest made to fit: what somebody would do who knows how the hashes are made. */
function forged(pack: { parts: Parts; manifest: Manifest }, name: PartName, text: string) {
  const parts = { ...pack.parts, [name]: text };
  const lines = text.split('\n').length - 1;
  const manifest = {
    ...pack.manifest,
    parts: pack.manifest.parts.map((part) => (part.name === name ? { ...part, lines, sha256: sha256Of(text) } : part)),
  };
  return { parts, manifest };
}

describe('evidence pack', () => {
  it('holds the log whole and checks itself', async () => {
    const { html, parts, manifest } = await packOf(sourceOf(log()));

    expect(await checkEvidence(manifest, parts, check)).toMatchObject({ ok: true });
    expect(manifest.parts.map(({ name, lines }) => [name, lines])).toEqual([
      ['records', 3],
      ['findings', 0],
      ['rosters', 0],
      ['reviews', 0],
      ['entries', 4],
    ]);
    expect(html).not.toContain('</script><script>alert');
    expect(html).toMatch(/default-src 'none'/);
    expect(html).not.toMatch(/(?:src|href)=/);
  });

  it('holds the lists, the reviews and what the last list contradicts', async () => {
    const { html, parts, manifest } = await packOf(sourceOf(chainOf(reviewedStory)));

    expect(await checkEvidence(manifest, parts, check)).toMatchObject({ ok: true });
    expect(manifest.parts.map(({ name, lines }) => [name, lines])).toEqual([
      ['records', 3],
      ['findings', 3],
      ['rosters', 1],
      ['reviews', 5],
      ['entries', 13],
    ]);
    expect(manifest.vendors).toEqual({ logrocket: 'LogRocket' });
    expect(html).not.toContain('</script><b>');
  });

  it('says which entries the log itself calls lost', async () => {
    const gone = chainOf(reviewedStory).at(-1) as Entry;
    const lost = { log: uuid(1), after: 0, upTo: gone.seq };
    const begun: Draft = {
      type: 'log.created',
      grant: null,
      basis: 'recorded',
      data: { log: uuid(2), reason: 'The log was gone.', previous: gone.hash, lost },
    };
    const salt = () => new Uint8Array(16);
    const entry = seal(begun, { last: gone, now, actor: ada, uuid: () => uuid(7), salt });

    const { parts, manifest } = await packOf(sourceOf([entry]));

    expect(await checkEvidence(manifest, parts, check)).toEqual({
      ok: true,
      message:
        'Verified: 1 entry, unbroken but for what the log itself says was lost: entries 1 to 13. Every part matches the manifest.',
    });
  });

  it('brings any text through a page that a browser reads, and still verifies', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, anyText, anyText, async (ticket, reason, app) => {
        const { parts, manifest } = await packOf(sourceOf(logOfGrants([{ ticket, reason, scope: [app] }])));

        expect(await checkEvidence(manifest, parts, check)).toMatchObject({ ok: true });
        const [line = ''] = parts.records.split('\n');
        expect((JSON.parse(line) as EvidenceRecord).grant).toMatchObject({
          ticket,
          reason: reason.toWellFormed(),
          scope: [app],
        });
      }),
      { numRuns: 30 },
    );
  });

  it('leaves out the lists of everybody where a part of the log is asked for', async () => {
    const entries = chainOf(reviewedStory);
    const own = entries.filter(({ grant }) => grant === uuid(901));
    const source = { ...sourceOf(own, grantsOf(own)), head: sourceOf(entries).head };

    const { html, parts, manifest } = await packOf({ ...source, selection: { what: 'grant', grant: uuid(901) } });

    expect(await checkEvidence(manifest, parts, check)).toMatchObject({ ok: true });
    expect(parts.rosters).toBe('');
    expect(html).not.toContain('eve@evil.example');
  });

  it('names in its policy the one script that it carries', async () => {
    const { html } = await packOf(sourceOf(log()));
    const script = /<script>([\s\S]*)<\/script>\n<\/body>/.exec(html)?.[1] ?? '';

    const digest = Buffer.from(sha256Of(script), 'hex').toString('base64');
    expect(html).toContain(`script-src 'sha256-${digest}'`);
  });

  it.each<[string, Partial<ExportSource>, (entries: Entry[]) => Entry[]]>([
    [
      'one grant',
      { selection: { what: 'grant', grant: storyGrant } },
      (entries) => entries.filter(({ grant }) => grant === storyGrant),
    ],
    [
      'some days',
      { selection: { what: 'dates', from: '2026-11-20', to: '2026-11-20' } },
      (entries) => entries.slice(3, 9),
    ],
  ])('checks the entries of %s, each by itself', async (_case, change, part) => {
    const entries = chainOf(story.slice(0, 16));
    const source = { ...sourceOf(part(entries), grantsOf(entries)), head: sourceOf(entries).head, ...change };

    const { parts, manifest } = await packOf(source);

    expect(await checkEvidence(manifest, parts, check)).toMatchObject({ ok: true });
  });

  it.each<[string, (pack: { parts: Parts; manifest: Manifest }) => { parts: Parts; manifest: Manifest }, RegExp]>([
    [
      'a part was changed',
      (pack) => ({ ...pack, parts: { ...pack.parts, findings: '{}\n' } }),
      /“Findings” was changed/,
    ],
    [
      'an entry was changed',
      (pack) => forged(pack, 'entries', pack.parts.entries.replace('logrocket', 'rudderstack')),
      /Entry 2 was changed/,
    ],
    [
      'a value was changed',
      (pack) => forged(pack, 'entries', pack.parts.entries.replace('Katherine Johnson', 'Ada Lovelace')),
      /Entry 2 was changed: the value/,
    ],
    [
      'an entry was left out',
      (pack) => forged(pack, 'entries', pack.parts.entries.split('\n').toSpliced(1, 1).join('\n')),
      /Entry 2 is missing/,
    ],
    [
      'the end was cut off',
      (pack) => forged(pack, 'entries', pack.parts.entries.split('\n').toSpliced(12, 1).join('\n')),
      /ends at entry 12/,
    ],
    [
      'a record was changed',
      (pack) => forged(pack, 'records', pack.parts.records.replace('"ticket":"IAM-1234"', '"ticket":"IAM-9"')),
      /is not what its entries say/,
    ],
    [
      'a record was left out',
      (pack) => forged(pack, 'records', pack.parts.records.split('\n').slice(1).join('\n')),
      /2 records, its entries make 3/,
    ],
    [
      'a list was changed',
      (pack) => forged(pack, 'rosters', pack.parts.rosters.replace('eve@', 'ada@')),
      /“Member lists as read” does not say what entry 8 says/,
    ],
    [
      'a review was changed',
      (pack) => forged(pack, 'reviews', pack.parts.reviews.replace('"own":true', '"own":false')),
      /“Reviews” does not say what entry 11 says/,
    ],
    [
      'a list was invented',
      (pack) => forged(pack, 'rosters', pack.parts.rosters.repeat(2)),
      /“Member lists as read” says more than its entries/,
    ],
    [
      'a part is not named in the manifest',
      ({ parts, manifest }) => ({
        parts: { ...parts, findings: '' },
        manifest: { ...manifest, parts: manifest.parts.filter(({ name }) => name !== 'findings') },
      }),
      /manifest does not name the part “Findings”/,
    ],
  ])('says so when %s', async (_case, forge, message) => {
    const { parts, manifest } = forge(await packOf(sourceOf(chainOf(reviewedStory))));

    const verdict = await checkEvidence(manifest, parts, check);

    expect(verdict).toMatchObject({ ok: false, message: expect.stringMatching(message) });
  });
});

describe('findingsOf', () => {
  const mark = { seq: 2, at: '2026-01-01T09:00:00.000Z', basis: 'observed' } as const;
  const [sample] = grantsOf(logOfGrants([{ accessEnds: null }]));

  it.each([
    ['nothing in order', { milestones: { active: { ...mark, at: now.toISOString() } } }, []],
    ['overdue', { accessEnds: '2026-11-20', milestones: { active: mark } }, ['overdue']],
    ['a lapsed invitation', { milestones: { invited: mark } }, ['expired invitation']],
    ['a late review', { milestones: { active: mark } }, ['review due']],
    ['its own approver', { approvedBy: ' ada lovelace ' }, ['same approver']],
    [
      'an exception',
      {
        role: 'Admin',
        recommended: { role: 'Member', scopeRole: null },
        exceptions: [{ seq: 3, chosen: 'Admin', recommended: 'Member', justification: null }],
      },
      ['exception'],
    ],
    [
      'another role without a word',
      { role: 'Admin', recommended: { role: 'Member', scopeRole: null } },
      ['unjustified role'],
    ],
    [
      'access on the admin’s word',
      { milestones: { active: { ...mark, at: now.toISOString(), basis: 'confirmed' } } },
      ['unproven'],
    ],
    ['a role that nobody agreed to', { role: 'Owner', drift: { ...mark, was: 'Member' } }, ['drift']],
    ['a second grant', { sameAs: storyGrant }, ['second grant']],
  ])('finds %s', (_case, change, expected) => {
    const found = findingsOf({ ...sample, ...change } as never, { ...sampleScope, invitationDays: () => 3 });

    expect(found.map(({ kind }) => kind)).toEqual(expected);
    for (const { text } of found) expect(text).toMatch(/^\S.{10,}/);
  });
});
