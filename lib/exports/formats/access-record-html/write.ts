import { type AccessRecord, accessRecord } from '@/lib/exports/access-record';
import type { ExportSource } from '@/lib/exports/export-format';
import { escapeHtml } from '@/lib/exports/html';

/**
 * System fonts and black on white: it is read on paper. A simple grant fits on one page, and each begins on its own.
 */
const style = `
@page { size: A4; margin: 16mm; }
body { max-width: 180mm; margin: 24px auto; padding: 0 16px; color: #111; background: #fff; font: 13px/1.45 system-ui, sans-serif; }
article + article { break-before: page; margin-top: 48px; }
h1 { margin: 0 0 4px; font-size: 20px; line-height: 1.25; overflow-wrap: anywhere; }
h2 { margin: 16px 0 4px; padding-bottom: 2px; border-bottom: 1px solid #bbb; font-size: 14px; break-after: avoid; }
p { margin: 4px 0; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: minmax(110px, 30%) 1fr; gap: 2px 12px; margin: 0; }
dl div { display: contents; }
dt { color: #444; overflow-wrap: anywhere; }
dd { margin: 0; overflow-wrap: anywhere; }
footer { margin-top: 20px; padding-top: 6px; border-top: 1px solid #bbb; font: 10px/1.4 ui-monospace, monospace; overflow-wrap: anywhere; }
@media print { body { margin: 0; padding: 0; max-width: none; font-size: 11px; } h1 { font-size: 17px; } h2 { font-size: 12px; } }
`;

const isolated = (text: string) => `<bdi>${escapeHtml(text)}</bdi>`;

/** Writes a record as one article. */
export function recordAsHtml({ title, status, scenario, sections, savedProof }: AccessRecord): string {
  const body = sections.map(
    ({ title: heading, lines }) =>
      `<h2>${escapeHtml(heading)}</h2>\n<dl>\n${lines
        .map(({ name, value }) => `<div><dt>${isolated(name)}</dt><dd>${isolated(value)}</dd></div>\n`)
        .join('')}</dl>\n`,
  );
  return `<article>
<h1>${isolated(title)}</h1>
<p>Status: ${escapeHtml(status)}</p>
<p>Scenario: ${isolated(scenario)}</p>
${body.join('')}<footer>${escapeHtml(savedProof)}</footer>
</article>
`;
}

export async function* write(source: ExportSource): AsyncGenerator<string> {
  yield `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>Access record</title>
<style>${style}</style>
</head>
<body>
`;
  for await (const grants of source.grants()) {
    yield grants.map((grant) => recordAsHtml(accessRecord(grant, source))).join('');
  }
  yield '</body>\n</html>\n';
}
