import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { AnyEntry } from '@/lib/domain/log/entry';
import { savedProofLine } from '@/lib/domain/log/saved-proof';
import type { ExportSource } from '@/lib/exports/export-format';
import { escapeHtml } from '@/lib/exports/html';
import { type Manifest, manifestText } from './manifest';

const style = `
:root { color-scheme: light dark; --text: #1f2328; --quiet: #59636e; --line: #d1d9e0; --page: #fff; --good: #1a7f37; --bad: #cf222e; }
@media (prefers-color-scheme: dark) { :root { --text: #e6edf3; --quiet: #9198a1; --line: #30363d; --page: #0d1117; --good: #3fb950; --bad: #f85149; } }
body { max-width: 960px; margin: 24px auto 64px; padding: 0 16px; color: var(--text); background: var(--page); font: 14px/1.5 system-ui, sans-serif; }
h1 { margin: 0 0 12px; font-size: 22px; } h2 { margin: 32px 0 8px; font-size: 17px; } h3 { margin: 12px 0 0; font-size: 14px; }
p, dt, dd, summary, footer { overflow-wrap: anywhere; }
small, footer, summary span, dt { color: var(--quiet); } footer { margin: 12px 0 4px; font: 12px/1.4 ui-monospace, monospace; }
dl { display: grid; grid-template-columns: minmax(120px, 28%) 1fr; gap: 2px 12px; margin: 4px 0 8px; } dd { margin: 0; }
.wide { overflow-x: auto; } table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
td, th { padding: 4px 16px 4px 0; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; }
.wide td:first-child { white-space: nowrap; }
pre, code { font: 12px/1.4 ui-monospace, monospace; } code { overflow-wrap: anywhere; } pre { overflow: auto; }
details { padding: 6px 0; border-bottom: 1px solid var(--line); } details > :not(summary) { margin-inline-start: 16px; }
summary { cursor: pointer; } summary span { margin-inline-start: 8px; }
.finding { padding: 8px 0; border-bottom: 1px solid var(--line); } .finding p { margin: 0; } .finding strong::first-letter { text-transform: uppercase; } .finding strong { display: inline-block; }
#verdict { padding: 8px 12px; border: 2px solid var(--quiet); border-radius: 6px; font-weight: 600; }
#verdict.good { border-color: var(--good); } #verdict.good::before { content: '✓ '; color: var(--good); }
#verdict.bad { border-color: var(--bad); } #verdict.bad::before { content: '✕ '; color: var(--bad); }
button { margin: 8px 0; padding: 4px 12px; font: inherit; }
@media print { body { margin: 0; max-width: none; } button { display: none; } }
`;

/** Writes one JSON value as a line that can stand in a script element: no `<` that could end it. */
const line = (value: object) => `${JSON.stringify(value).replaceAll('<', '\\u003c')}\n`;

/** Writes entries: their text goes out in chunks, its hash and line count stay. */
function entryWriter() {
  const hash = sha256.create();
  let lines = 0;
  return {
    chunk(entries: readonly AnyEntry[]): string {
      const text = entries.map(line).join('');
      lines += entries.length;
      hash.update(utf8ToBytes(text));
      return `<script type="application/jsonl" data-part="entries">${text}</script>\n`;
    },
    sum: (): Manifest['entries'] => ({ lines, sha256: bytesToHex(hash.digest()) }),
  };
}

const words = ({ selection }: ExportSource) =>
  ({
    everything: 'the whole log',
    view: 'the grants of a filtered view',
    grant: 'one grant',
    dates: selection.what === 'dates' ? `what happened from ${selection.from} to ${selection.to}` : '',
  })[selection.what];

function head(source: ExportSource, verifier: string): string {
  const digest = btoa(String.fromCharCode(...sha256(utf8ToBytes(verifier))));
  const line = savedProofLine({ log: source.log, ...source.head });
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
<p>All below is made of the entries as they were verified when you opened the file. A file that brings its own check cannot vouch for itself: whoever changed it could change that, too. Have it checked by <code>verify.html</code>, which comes with Grantbook, or by <code>npm run verify-log</code>.</p>
<div id="parts"></div>
</main>
`;
}

/** Writes the entries with all that it takes to make records, findings, lists and reviews of them when it is opened. */
export async function* write(source: ExportSource): AsyncGenerator<string> {
  const { code: verifier } = await import('./viewer?inline-script');
  const writer = entryWriter();
  yield head(source, verifier);
  for await (const entries of source.entries()) yield writer.chunk(entries);
  const { log, version, now, selection, personal, told, signer } = source;
  const manifest: Manifest = {
    pack: 2,
    product: `Grantbook ${version}`,
    log,
    head: source.head,
    savedProof: savedProofLine({ log, ...source.head }),
    exportedAt: now.toISOString(),
    selection: {
      ...selection,
      ...('grants' in selection ? { grants: [...selection.grants] } : {}),
    } as Manifest['selection'],
    personal,
    told,
    entries: writer.sum(),
    verifier: bytesToHex(sha256(utf8ToBytes(verifier))),
    key: signer?.key ?? null,
  };
  const signature = signer ? await signer.sign(manifestText(manifest)) : '';
  yield `<script type="application/json" data-part="manifest">${line(manifest)}</script>\n`;
  yield `<script type="text/plain" data-part="signature">${signature}</script>\n`;
  yield `<script>${verifier}</script>\n</body>\n</html>\n`;
}
