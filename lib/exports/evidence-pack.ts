import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { AnyEntry } from '@/lib/domain/entry';
import { witness } from '@/lib/domain/witness';
import { accessRecord } from './access-record';
import { batches } from './batches';
import { plainData } from './entry-terms';
import { findingsOf } from './evidence/findings';
import type { Manifest, PackFinding, PackNote, PackRecord, PartName } from './evidence/pack';
import type { ExportFormat, ExportSource } from './export-format';
import { escapeHtml } from './html';

/** Grants or entries written as one chunk. */
const perChunk = 200;

const style = `
body { max-width: 960px; margin: 24px auto; padding: 0 16px; color: #14181d; background: #fff; font: 14px/1.5 system-ui, sans-serif; }
h1 { font-size: 22px; } h2 { margin-top: 32px; font-size: 17px; } h4 { margin: 8px 0 0; }
dl { display: grid; grid-template-columns: minmax(120px, 28%) 1fr; gap: 2px 12px; margin: 4px 0; } dd { margin: 0; }
dt, dd, p, summary { overflow-wrap: anywhere; }
table { border-collapse: collapse; } td, th { padding: 2px 12px 2px 0; text-align: start; vertical-align: top; overflow-wrap: anywhere; }
td:last-child, pre, code { font: 12px/1.4 ui-monospace, monospace; } pre { overflow: auto; }
details { padding: 4px 0; border-bottom: 1px solid #d8dee4; }
#verdict { padding: 8px 12px; border: 2px solid #57606a; border-radius: 6px; font-weight: 600; }
#verdict.good { border-color: #1a7f37; } #verdict.bad { border-color: #cf222e; }
@media (prefers-color-scheme: dark) { body { color: #e6edf3; background: #0d1117; } details { border-color: #30363d; } }
`;

/** One JSON value as a line that can stand in a script element: no `<` that could end it. */
const line = (value: object) => `${JSON.stringify(value).replaceAll('<', '\\u003c')}\n`;

/** The parts being written: their text goes out in chunks, their hashes and line counts stay. */
function partWriter() {
  const parts = new Map<PartName, { lines: number; hash: ReturnType<typeof sha256.create> }>();
  for (const name of ['records', 'findings', 'rosters', 'reviews', 'entries'] as const) {
    parts.set(name, { lines: 0, hash: sha256.create() });
  }
  return {
    /** Some lines of a part as an element; empty for none. */
    chunk(name: PartName, values: readonly object[]): string {
      const part = parts.get(name);
      if (!part || values.length === 0) return '';
      const text = values.map(line).join('');
      part.lines += values.length;
      part.hash.update(utf8ToBytes(text));
      return `<script type="application/jsonl" data-part="${name}">${text}</script>\n`;
    },
    manifest: (): Manifest['parts'] =>
      [...parts].map(([name, { lines, hash }]) => ({ name, lines, sha256: bytesToHex(hash.digest()) })),
  };
}

/** Which part tells of an entry besides `entries`: what was read of a member list, and what a review found or decided. */
function partOf({ type }: AnyEntry): 'rosters' | 'reviews' | null {
  if (type.startsWith('roster.')) return 'rosters';
  return type.startsWith('review.') || type.startsWith('finding.') ? 'reviews' : null;
}

const noteOf = (entry: AnyEntry): PackNote => ({
  seq: entry.seq,
  at: entry.at,
  type: entry.type,
  data: plainData(entry),
});

const words = ({ selection }: ExportSource) =>
  ({
    everything: 'the whole log',
    view: 'the grants of a filtered view',
    grant: 'one grant',
    dates: selection.what === 'dates' ? `what happened from ${selection.from} to ${selection.to}` : '',
  })[selection.what];

function head(source: ExportSource, verifier: string): string {
  const digest = btoa(String.fromCharCode(...sha256(utf8ToBytes(verifier))));
  const line = witness({ log: source.log, ...source.head });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width">
<title>Access evidence</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>Access evidence</h1>
<p id="verdict" role="status">Checking…</p>
<noscript><p>This file checks itself with the script that it carries. Allow it to run; it uses no network.</p></noscript>
<p>Grantbook ${escapeHtml(source.version)} wrote this file on ${source.now.toISOString()} (UTC): ${words(source)}${source.personal ? '' : ', without personal data'}.</p>
<p>Compare this line with one that somebody else kept, such as a note in the ticket: <code>${escapeHtml(line)}</code></p>
<h2>Manifest</h2>
<table><thead><tr><th scope="col">Part</th><th scope="col">Lines</th><th scope="col">SHA-256</th></tr></thead><tbody id="manifest"></tbody></table>
<div id="parts"></div>
</main>
`;
}

async function* write(source: ExportSource): AsyncGenerator<string> {
  const { code: verifier } = await import('./evidence/viewer?inline-script');
  const parts = partWriter();
  yield head(source, verifier);
  for await (const grants of batches(source.grants(), perChunk)) {
    const records = grants.map((grant): PackRecord => ({ grant, record: accessRecord(grant, source) }));
    const findings = grants.flatMap((grant) =>
      findingsOf(grant, source.now, source.invitationDays(grant)).map(
        (finding): PackFinding => ({
          grant: grant.id,
          ticket: grant.ticket,
          vendor: grant.vendor,
          email: grant.email,
          ...finding,
        }),
      ),
    );
    yield parts.chunk('records', records) + parts.chunk('findings', findings);
  }
  for await (const entries of batches(source.entries(), perChunk)) {
    const notes = (name: 'rosters' | 'reviews') =>
      parts.chunk(name, entries.filter((entry) => partOf(entry) === name).map(noteOf));
    yield parts.chunk('entries', entries) + notes('rosters') + notes('reviews');
  }
  const manifest: Manifest = {
    pack: 1,
    product: `Grantbook ${source.version}`,
    log: source.log,
    head: source.head,
    witness: witness({ log: source.log, ...source.head }),
    exportedAt: source.now.toISOString(),
    selection: source.selection,
    personal: source.personal,
    parts: parts.manifest(),
    verifier: bytesToHex(sha256(utf8ToBytes(verifier))),
  };
  yield `<script type="application/json" data-part="manifest">${line(manifest)}</script>\n<script>${verifier}</script>\n</body>\n</html>\n`;
}

export const evidencePack: ExportFormat = {
  id: 'evidence-pack',
  label: 'Evidence pack',
  hint: 'One page for the auditor: records, findings, member lists and entries, with a manifest and a verifier that needs no network.',
  extension: 'evidence.html',
  mime: 'text/html;charset=utf-8',
  holds: 'entries',
  write,
};
