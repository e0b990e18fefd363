import * as z from 'zod/mini';
import { signatureChecker } from '@/lib/domain/checkpoint';
import { checkPack, type Parts } from './check';
import { type Manifest, type PackFinding, type PackNote, type PackRecord, type PartName, partTitles } from './pack';

// The page's own policy forbids evaluated code.
z.config({ jitless: true });

/** Rows shown at once; more on demand. */
const rowsPerStep = 200;

const textOf = (part: string) =>
  [...document.querySelectorAll(`script[data-part="${part}"]`)].map(({ textContent }) => textContent ?? '').join('');
const linesOf = <T>(text: string): T[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

function element(name: string, text = '', ...children: Node[]): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  made.append(...children);
  return made;
}

/** Text from the log: isolated, so that its direction changes nothing around it. */
const said = (name: string, text: string) => element(name, '', element('bdi', text));

function recordView({ record }: PackRecord): HTMLElement {
  const summary = element('summary', '', said('strong', record.title), document.createTextNode(` · ${record.status}`));
  const sections = record.sections.flatMap(({ title, lines }) => [
    element('h4', title),
    element('dl', '', ...lines.flatMap(({ name, value }) => [said('dt', name), said('dd', value)])),
  ]);
  return element('details', '', summary, said('p', record.scenario), ...sections, said('p', record.witness));
}

const findingView = ({ kind, text, ticket, email }: PackFinding) =>
  element(
    'p',
    '',
    element('strong', `${kind}: `),
    said('span', text),
    said('small', ` ${ticket}, ${email ?? 'forgotten'}`),
  );

const noteView = ({ seq, at, type, data }: PackNote) =>
  element(
    'details',
    '',
    element('summary', `${at} · ${type} · entry ${seq}`),
    element('pre', JSON.stringify(data, null, 2)),
  );

const entryView = (entry: { seq: number; at: string; type: string }) =>
  element(
    'details',
    '',
    element('summary', `${entry.seq} · ${entry.at} · ${entry.type}`),
    element('pre', JSON.stringify(entry, null, 2)),
  );

const views: Record<PartName, (line: never) => HTMLElement> = {
  records: recordView,
  findings: findingView,
  rosters: noteView,
  reviews: noteView,
  entries: entryView,
};

function partView(name: PartName, text: string): HTMLElement {
  const lines = linesOf<never>(text);
  const section = element('section', '', element('h2', `${partTitles[name]} (${lines.length})`));
  section.id = name;
  const more = element('button', 'Show more');
  let shown = 0;
  const step = () => {
    for (const line of lines.slice(shown, shown + rowsPerStep)) more.before(views[name](line));
    shown += rowsPerStep;
    more.hidden = shown >= lines.length;
  };
  more.addEventListener('click', step);
  section.append(more);
  step();
  if (lines.length === 0) section.append(element('p', 'None.'));
  return section;
}

async function main(): Promise<void> {
  const status = document.getElementById('verdict') as HTMLElement;
  const names = Object.keys(partTitles) as PartName[];
  const parts = Object.fromEntries(names.map((name) => [name, textOf(name)])) as unknown as Parts;
  try {
    const manifest: Manifest = JSON.parse(textOf('manifest'));
    const verdict = await checkPack(manifest, parts, signatureChecker(crypto.subtle));
    status.textContent = verdict.ok ? verdict.message : `Not verified. ${verdict.message}`;
    status.className = verdict.ok ? 'good' : 'bad';
    const rows = manifest.parts.map(({ name, lines, sha256 }) =>
      element('tr', '', element('td', partTitles[name]), element('td', String(lines)), element('td', sha256)),
    );
    document.getElementById('manifest')?.append(...rows);
    document.getElementById('parts')?.append(...names.map((name) => partView(name, parts[name])));
  } catch (error) {
    status.textContent = `Not verified. The pack cannot be read: ${(error as Error).message}`;
    status.className = 'bad';
  }
}

void main();
