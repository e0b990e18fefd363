import type { CheckSignature } from '@/lib/domain/log/checkpoint';
import { quantity } from '@/lib/domain/values/quantity';
import { checkEvidence } from './check';
import { formerFault } from './former-pack';
import { type Rebuilt, rebuild } from './rebuild';

/** Tells whether a file is a pack and no log: it begins as a page does. */
export const isPack = (beginning: string) => /^\s*<!doctype html>/i.test(beginning);

/** Joins the text of all elements that hold a part, as a browser would read them. */
function textOf(html: string, part: string): string {
  const elements = html.matchAll(/<script type="[\w/]+" data-part="(\w+)">([^<]*)<\/script>/g);
  return [...elements].flatMap(([, name, text]) => (name === part ? [text] : [])).join('');
}

/**
 * Checks an evidence pack from outside, without the code that it brings, and says in plain sentences, one per line, what
 * its entries prove. Never throws: a file that cannot be read is not good.
 */
export async function packVerdict(
  html: string,
  checkSignature: CheckSignature,
): Promise<{ ok: boolean; words: string[] }> {
  const bad = (why: string) => ({
    ok: false,
    words: ['NOT GOOD: the pack does not show what its entries prove.', why],
  });
  try {
    const texts = {
      manifest: textOf(html, 'manifest'),
      signature: textOf(html, 'signature'),
      entries: textOf(html, 'entries'),
    };
    const verdict = await checkEvidence(texts, checkSignature);
    if (!verdict.ok) return bad(verdict.message);
    const rebuilt = rebuild(verdict.manifest, verdict.entries);
    const isFormer = /"pack":1\b/.test(texts.manifest);
    const fault = isFormer
      ? formerFault(rebuilt, { records: textOf(html, 'records'), findings: textOf(html, 'findings') })
      : null;
    if (fault !== null) return bad(fault);
    const { exportedAt, savedProof } = verdict.manifest;
    return {
      ok: true,
      words: [
        `GOOD: ${verdict.message}`,
        ...(isFormer
          ? ['An older Grantbook made this pack: it does not say by what rules its review dates were set.']
          : []),
        `Made at ${exportedAt}. ${savedProof}`,
        ...summary(rebuilt),
      ],
    };
  } catch {
    return bad('It cannot be read: it was changed, or a newer Grantbook made it.');
  }
}

/** Says what the entries give, so that it can be held against what the pack's own page shows. */
function summary({ grants, recordOf, findings }: Rebuilt): string[] {
  const records = grants.map(
    (grant) => `  ${recordOf(grant).title}: ${grant.role ?? 'no role seen'}, ${recordOf(grant).status}`,
  );
  return [
    `${quantity(grants.length, 'access record')}:`,
    ...records.slice(0, 50),
    ...(records.length > 50 ? [`  and ${(records.length - 50).toLocaleString('en')} more`] : []),
    `${quantity(findings.length, 'finding')}${findings.length > 0 ? ':' : '.'}`,
    ...findings.map(({ kind, text }) => `  ${kind}: ${text}`),
  ];
}
