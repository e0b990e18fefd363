import * as z from 'zod/mini';
import { signatureChecker } from '@/lib/domain/log/checkpoint';
import { checkEvidence, type Parts } from './check';
import { type EvidenceRecord, type Manifest, type PartName, partTitles } from './manifest';
import { type Context, element, views } from './views';

// The page's own policy forbids evaluated code.
z.config({ jitless: true });

/** Rows shown at once; more on demand. */
const rowsPerStep = 200;

const textOf = (part: string) =>
  [...document.querySelectorAll(`script[data-part="${part}"]`)].map(({ textContent }) => textContent ?? '').join('');

const linesOf = (text: string) => text.split('\n').filter((line) => line !== '');

/** Says whom the grants of the records are about, by id. */
function peopleIn(records: string): Map<string, string> {
  const grants = linesOf(records).map((line) => (JSON.parse(line) as EvidenceRecord).grant);
  return new Map(grants.map(({ id, email, ticket }) => [id, `${email ?? 'a person who was forgotten'}, ${ticket}`]));
}

function partView(name: PartName, text: string, context: Context): HTMLElement {
  const lines = linesOf(text);
  const section = element('section', '', element('h2', `${partTitles[name]} (${lines.length.toLocaleString('en')})`));
  section.id = name;
  if (lines.length === 0) {
    section.append(element('p', 'None.'));
    return section;
  }
  const more = element('button', '');
  let shown = 0;
  const step = () => {
    for (const line of lines.slice(shown, shown + rowsPerStep)) {
      more.before(views[name](JSON.parse(line) as never, context));
    }
    shown += rowsPerStep;
    more.hidden = shown >= lines.length;
    more.textContent = `Show more (${(lines.length - shown).toLocaleString('en')} left)`;
  };
  more.addEventListener('click', step);
  section.append(more);
  step();
  return section;
}

async function main(): Promise<void> {
  const status = document.getElementById('verdict') as HTMLElement;
  const names = Object.keys(partTitles) as PartName[];
  const parts = Object.fromEntries(names.map((name) => [name, textOf(name)])) as unknown as Parts;
  try {
    const manifest: Manifest = JSON.parse(textOf('manifest'));
    const verdict = await checkEvidence(manifest, parts, signatureChecker(crypto.subtle));
    status.textContent = verdict.ok ? verdict.message : `Not verified. ${verdict.message}`;
    status.className = verdict.ok ? 'good' : 'bad';
    const context = { vendors: manifest.vendors, grants: peopleIn(parts.records) };
    const rows = manifest.parts.map(({ name, lines, sha256 }) =>
      element(
        'tr',
        '',
        element('td', partTitles[name]),
        element('td', lines.toLocaleString('en')),
        element('td', sha256),
      ),
    );
    document.getElementById('manifest')?.append(...rows);
    document.getElementById('parts')?.append(...names.map((name) => partView(name, parts[name], context)));
  } catch (error) {
    status.textContent = `Not verified. The pack cannot be read: ${(error as Error).message}`;
    status.className = 'bad';
  }
}

void main();
