import { auditFile, fileVerdictWords } from '../../lib/domain/log/audit-file';
import { fingerprint, signatureChecker } from '../../lib/domain/log/checkpoint';
import { linesOf } from '../../lib/domain/log/lines';
import { parseSavedProof } from '../../lib/domain/log/saved-proof';
import { isPack, packVerdict } from '../../lib/exports/formats/evidence-pack/pack-file';

const byId = <T extends HTMLElement>(id: string) => document.getElementById(id) as T;
const file = byId<HTMLInputElement>('file');
const savedProof = byId<HTMLInputElement>('proof');
const key = byId<HTMLInputElement>('key');
const cancel = byId<HTMLButtonElement>('cancel');
const answer = byId<HTMLElement>('answer');
let running: AbortController | null = null;

function say(outcome: 'good' | 'bad' | 'running', lines: readonly string[]): void {
  answer.dataset.outcome = outcome;
  answer.textContent = lines.join('\n');
}

async function verify(): Promise<void> {
  const [chosen] = file.files ?? [];
  if (!chosen) return say('bad', ['Choose the exported file first.']);
  const noted = parseSavedProof(savedProof.value);
  if (savedProof.value.trim() !== '' && !noted)
    return say('bad', ['The saved proof cannot be read. Paste the whole line.']);
  running?.abort();
  const run = new AbortController();
  running = run;
  cancel.hidden = false;
  say('running', ['Verifying…']);
  try {
    if (isPack(await chosen.slice(0, 100).text())) {
      const pack = await packVerdict(await chosen.text(), signatureChecker(crypto.subtle));
      return say(pack.ok ? 'good' : 'bad', pack.words);
    }
    const verdict = await auditFile(linesOf(chosen.stream()), {
      checkSignature: signatureChecker(crypto.subtle),
      savedProof: noted,
      fingerprint: key.value.trim() === '' ? undefined : key.value,
      signal: run.signal,
      onProgress: (count) => say('running', [`Verifying… ${count} entries hold so far.`]),
    });
    say(verdict.ok && verdict.savedProof?.ok !== false ? 'good' : 'bad', fileVerdictWords(verdict, fingerprint));
  } catch (error) {
    say('bad', [run.signal.aborted ? 'Cancelled.' : `The file could not be read: ${(error as Error).message}`]);
  } finally {
    if (running === run) cancel.hidden = true;
  }
}

byId<HTMLFormElement>('form').addEventListener('submit', (event) => {
  event.preventDefault();
  void verify();
});
cancel.addEventListener('click', () => running?.abort());
