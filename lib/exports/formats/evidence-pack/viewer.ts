import * as z from 'zod/mini';
import { signatureChecker } from '@/lib/domain/log/checkpoint';
import { checkEvidence } from './check';
import { rebuild } from './rebuild';
import { element, type Part, partsOf } from './views';

// The page's own policy forbids evaluated code.
z.config({ jitless: true });

/** Rows shown at once; more on demand. */
const rowsPerStep = 200;

const textOf = (part: string) =>
  [...document.querySelectorAll(`script[data-part="${part}"]`)].map(({ textContent }) => textContent ?? '').join('');

function partView({ id, title, count, view }: Part): HTMLElement {
  const section = element('section', '', element('h2', `${title} (${count.toLocaleString('en')})`));
  section.id = id;
  if (count === 0) {
    section.append(element('p', 'None.'));
    return section;
  }
  const more = element('button', '');
  let shown = 0;
  const step = () => {
    const until = Math.min(shown + rowsPerStep, count);
    for (; shown < until; shown += 1) more.before(view(shown));
    more.hidden = shown >= count;
    more.textContent = `Show more (${(count - shown).toLocaleString('en')} left)`;
  };
  more.addEventListener('click', step);
  section.append(more);
  step();
  return section;
}

async function main(): Promise<void> {
  const status = document.getElementById('verdict') as HTMLElement;
  const say = (outcome: 'good' | 'bad', words: string) => {
    status.textContent = words;
    status.className = outcome;
  };
  try {
    const texts = { manifest: textOf('manifest'), signature: textOf('signature'), entries: textOf('entries') };
    const verdict = await checkEvidence(texts, signatureChecker(crypto.subtle));
    // What was changed is not shown as if it were evidence.
    if (!verdict.ok) return say('bad', `Not verified. ${verdict.message} Nothing of it is shown.`);
    const { entries, manifest } = verdict;
    document.getElementById('parts')?.append(...partsOf(entries, rebuild(manifest, entries)).map(partView));
    say('good', verdict.message);
  } catch (error) {
    say('bad', `Not verified. The pack cannot be read: ${(error as Error).message}`);
  }
}

void main();
