import { webcrypto } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { seal } from '@/lib/domain/log/chain';
import { fingerprint, signatureChecker } from '@/lib/domain/log/checkpoint';
import type { Draft, Entry } from '@/lib/domain/log/entry';
import type { ExportSource } from '@/lib/exports/export-format';
import { checkEvidence, type PackTexts, sha256Of } from '@/lib/exports/formats/evidence-pack/check';
import { findingsOf } from '@/lib/exports/formats/evidence-pack/findings';
import type { Manifest } from '@/lib/exports/formats/evidence-pack/manifest';
import { isPack, packVerdict } from '@/lib/exports/formats/evidence-pack/pack-file';
import { rebuild } from '@/lib/exports/formats/evidence-pack/rebuild';
import { write as writeEvidencePack } from '@/lib/exports/formats/evidence-pack/write';
import { rulesFrom } from '@/lib/exports/rules';
import { aSigner, exported } from '../../../../support/signed-log';
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

/** A pack as a browser would read it. */
async function packOf(source: ExportSource): Promise<{ html: string; texts: PackTexts; manifest: Manifest }> {
  const html = await textOf(writeEvidencePack(source));
  const { document } = new JSDOM(html).window;
  const text = (name: string) =>
    [...document.querySelectorAll(`script[data-part="${name}"]`)].map(({ textContent }) => textContent).join('');
  const texts = { manifest: text('manifest'), signature: text('signature'), entries: text('entries') };
  return { html, texts, manifest: JSON.parse(texts.manifest) };
}

/** Other entries, with the manifest made to fit: what somebody would do who knows how the hashes are made. */
function forged({ texts, manifest }: { texts: PackTexts; manifest: Manifest }, entries: string): PackTexts {
  const sum = { lines: entries.split('\n').length - 1, sha256: sha256Of(entries) };
  return { ...texts, entries, manifest: JSON.stringify({ ...manifest, entries: sum }) };
}

/** What a pack shows, part by part. */
async function shownOf(texts: PackTexts) {
  const verdict = await checkEvidence(texts, check);
  if (!verdict.ok) throw new Error(verdict.message);
  const { grants, recordOf, findings, rosters, reviews } = rebuild(verdict.manifest, verdict.entries);
  return { records: grants.map(recordOf), findings, rosters, reviews, entries: verdict.entries };
}

describe('evidence pack', () => {
  it('holds the log whole and checks itself', async () => {
    const { html, texts } = await packOf(sourceOf(log()));

    const { records, findings, entries } = await shownOf(texts);
    expect([records.length, findings.length, entries.length]).toEqual([3, 0, 4]);
    expect(html).not.toContain('</script><script>alert');
    expect(html).toMatch(/default-src 'none'/);
    expect(html).not.toMatch(/(?:src|href)=/);
  });

  it('shows nothing but what its entries give: records, findings, lists and reviews are not in the file', async () => {
    const { html, texts } = await packOf(sourceOf(chainOf(reviewedStory)));

    const { records, findings, rosters, reviews } = await shownOf(texts);
    expect(records.map(({ title }) => title)).toEqual([
      'LogRocket access for grace@partner.example',
      'LogRocket access for sam@partner.example',
      'LogRocket access for kim@partner.example',
    ]);
    expect(findings.map(({ kind }) => kind)).toEqual(['shadow', 'drift', 'ghost']);
    expect([rosters.length, reviews.length]).toEqual([1, 5]);
    expect(html.match(/data-part="\w+"/g)).toEqual([
      'data-part="entries"',
      'data-part="manifest"',
      'data-part="signature"',
    ]);
    expect(html).not.toContain('</script><b>');
  });

  it('goes by the organization’s own rules, which the manifest names', async () => {
    const monthly = {
      preset: '',
      privileged: { count: 1, unit: 'months' },
      others: { count: 1, unit: 'months' },
    } as const;
    const source = sourceOf(chainOf([...reviewedStory.map(forever), activated]));

    const { texts } = await packOf({ ...source, ...rulesFrom({ ...source.told, cadence: monthly }) });

    const lines = (await shownOf(texts)).records.flatMap(({ sections }) => sections.flatMap((one) => one.lines));
    expect(lines.find(({ name }) => name === 'Access review date')?.value).toMatch(/ \(every month\)$/);
  });

  it('says by which key it and its log are signed, and before that by which others', async () => {
    const signer = await aSigner();
    const { texts } = await packOf({ ...sourceOf((await exported(signer)) as Entry[]), signer });

    const verdict = await checkEvidence(texts, check);

    const key = fingerprint(signer.key);
    expect(verdict.ok && verdict.message).toContain(`by key ${key}. The manifest is signed by key ${key}.`);
  });

  it('says so where another key signed the manifest than the log, and where its signature is none', async () => {
    const [signer, stranger] = [await aSigner(), await aSigner()];
    const entries = (await exported(signer)) as Entry[];
    const { texts } = await packOf({ ...sourceOf(entries), signer: stranger });

    const other = await checkEvidence(texts, check);
    const changed = { ...texts, manifest: texts.manifest.replace('"personal":true', '"personal":false') };

    expect(other.ok && other.message).toMatch(/which is not the one that signed the log last\.$/);
    expect(await checkEvidence(changed, check)).toMatchObject({ ok: false, message: /^The manifest was changed/ });
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

    const { texts } = await packOf(sourceOf([entry]));

    expect(await checkEvidence(texts, check)).toMatchObject({
      ok: true,
      message:
        'Verified: 1 entry, unbroken but for what the log itself says was lost: entries 1 to 13. No checkpoint signs the log. Nobody signed the manifest.',
    });
  });

  it('brings any text through a page that a browser reads, and still verifies', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, anyText, anyText, async (ticket, reason, app) => {
        const { texts } = await packOf(sourceOf(logOfGrants([{ ticket, reason, scope: [app] }])));

        const verdict = await checkEvidence(texts, check);
        expect(verdict).toMatchObject({ ok: true });
        if (!verdict.ok) return;
        const [grant] = rebuild(verdict.manifest, verdict.entries).grants;
        expect(grant).toMatchObject({ ticket, reason: reason.toWellFormed(), scope: [app] });
      }),
      { numRuns: 30 },
    );
  });

  it('leaves out the lists of everybody where a part of the log is asked for', async () => {
    const entries = chainOf(reviewedStory);
    const own = entries.filter(({ grant }) => grant === uuid(901));
    const source = { ...sourceOf(own, grantsOf(own)), head: sourceOf(entries).head };

    const { html, texts } = await packOf({ ...source, selection: { what: 'grant', grant: uuid(901) } });

    expect((await shownOf(texts)).rosters).toEqual([]);
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

    const { texts } = await packOf(source);

    expect(await checkEvidence(texts, check)).toMatchObject({ ok: true });
  });

  it.each<[string, (pack: { texts: PackTexts; manifest: Manifest }) => PackTexts, RegExp]>([
    ['the entries were changed', ({ texts }) => ({ ...texts, entries: '{}\n' }), /^The entries were changed/],
    [
      'an entry was changed',
      (pack) => forged(pack, pack.texts.entries.replace('logrocket', 'rudderstack')),
      /Entry 2 was changed/,
    ],
    [
      'a value was changed',
      (pack) => forged(pack, pack.texts.entries.replace('Katherine Johnson', 'Ada Lovelace')),
      /Entry 2 was changed: the value/,
    ],
    [
      'an entry was left out',
      (pack) => forged(pack, pack.texts.entries.split('\n').toSpliced(1, 1).join('\n')),
      /Entry 2 is missing/,
    ],
    [
      'the end was cut off',
      (pack) => forged(pack, pack.texts.entries.split('\n').toSpliced(12, 1).join('\n')),
      /ends at entry 12/,
    ],
    ['the manifest is none', ({ texts }) => ({ ...texts, manifest: '{}' }), /^The manifest cannot be read/],
    ['it is empty', () => ({ manifest: '', signature: '', entries: '' }), /^The manifest cannot be read/],
  ])('says so when %s', async (_case, forge, message) => {
    const texts = forge(await packOf(sourceOf(chainOf(reviewedStory))));

    const verdict = await checkEvidence(texts, check);

    expect(verdict).toMatchObject({ ok: false, message: expect.stringMatching(message) });
  });
});

const activated: Draft = {
  type: 'step.confirmed',
  grant: uuid(901),
  basis: 'confirmed',
  data: { generation: 'organization-team', step: 'confirm-access', text: 'Confirm the access.', reaches: 'active' },
};

/** The same draft for an access without an end. */
const forever = (draft: Draft): Draft =>
  draft.type === 'grant.started' ? { ...draft, data: { ...draft.data, accessEnds: null } } : draft;

describe('packVerdict', () => {
  const former = (name: string) => readFileSync(new URL(`./former/${name}.html`, import.meta.url), 'utf8');

  it('lists what the entries of a file give, whatever its own page shows', async () => {
    const { html } = await packOf(sourceOf(chainOf(reviewedStory)));

    const { ok, words } = await packVerdict(html, check);

    expect(isPack(html)).toBe(true);
    expect(ok).toBe(true);
    expect(words.join('\n')).toMatch(
      /^GOOD: Verified: 13 entries[\s\S]*grace@partner.example: Member, Accepted[\s\S]*ghost: /,
    );
  });

  it.each([
    ['pack-good', true, /An older Grantbook made this pack/],
    ['pack-records-forged', false, /^NOT GOOD.*\nThe record “FORGED/],
    ['pack-findings-dropped', false, /^NOT GOOD.*\nThe findings lack one that the entries give: shadow/],
  ])('judges %s of the first version', async (name, ok, words) => {
    const verdict = await packVerdict(former(name), check);

    expect(verdict.ok).toBe(ok);
    expect(verdict.words.join('\n')).toMatch(words);
  });

  it('answers in words, whatever a file was cut or changed to', async () => {
    const { html } = await packOf(sourceOf(chainOf(reviewedStory)));
    const data = html.slice(html.indexOf('data-part="entries"'), html.lastIndexOf('<script>'));
    await fc.assert(
      fc.asyncProperty(fc.nat(data.length), fc.nat(40), fc.string(), async (at, length, text) => {
        const changed = data.slice(0, at) + text + data.slice(at + length);

        const { ok, words } = await packVerdict(`<!doctype html><script type="application/jsonl" ${changed}`, check);

        expect(words.join('')).toMatch(/GOOD/);
        if (changed !== data) expect(ok && !words.join('').includes('Nobody signed')).toBe(false);
      }),
      { numRuns: 300 },
    );
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
