import { createReadStream, openAsBlob } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { auditFile, fileVerdictWords } from '../lib/domain/log/audit-file.ts';
import { fingerprint, signatureChecker } from '../lib/domain/log/checkpoint.ts';
import { linesOf } from '../lib/domain/log/lines.ts';
import { parseSavedProof } from '../lib/domain/log/saved-proof.ts';

const usage = 'npm run verify-log -- FILE [--proof "Grantbook log … · entry … · sha256 …"] [--key "FINGERPRINT"]';

interface Arguments {
  file: string;
  savedProof?: string;
  key?: string;
}

function parse(words: readonly string[]): Arguments | null {
  const [file, ...options] = words;
  if (file === undefined || file.startsWith('--')) return null;
  const parsed: Arguments = { file };
  for (let at = 0; at < options.length; at += 2) {
    const value = options[at + 1];
    if (value === undefined) return null;
    // `--witness`: as notes from before this name have it.
    if (options[at] === '--proof' || options[at] === '--witness') parsed.savedProof = value;
    else if (options[at] === '--key') parsed.key = value;
    else return null;
  }
  return parsed;
}

/** Exit code 0: the log is good; 1: it is not; 2: it could not be checked. */
async function main(): Promise<number> {
  const asked = parse(process.argv.slice(2));
  if (!asked) {
    console.log(usage);
    return 2;
  }
  const savedProof = asked.savedProof === undefined ? null : parseSavedProof(asked.savedProof);
  if (asked.savedProof !== undefined && savedProof === null) {
    console.log(`This is no saved proof. It looks like: Grantbook log 5f0c9a1e · entry 42 · sha256 …`);
    return 2;
  }
  try {
    const beginning = await openAsBlob(asked.file).then((file) => file.slice(0, 100).text());
    if (/^\s*<!doctype html>/i.test(beginning)) return await checkPack(asked.file);
    const bytes = Readable.toWeb(createReadStream(asked.file)) as ReadableStream<Uint8Array<ArrayBuffer>>;
    const verdict = await auditFile(linesOf(bytes), {
      checkSignature: signatureChecker(globalThis.crypto.subtle),
      savedProof,
      fingerprint: asked.key,
    });
    console.log(fileVerdictWords(verdict, fingerprint).join('\n'));
    return verdict.ok && verdict.savedProof?.ok !== false ? 0 : 1;
  } catch (error) {
    console.log(`${asked.file} could not be read: ${(error as Error).message}`);
    return 2;
  }
}

/** Checks an evidence pack. Its records are made by the vendors' folders, which Vite alone can find. */
async function checkPack(file: string): Promise<number> {
  const { runnerImport } = await import('vite');
  const root = fileURLToPath(new URL('..', import.meta.url));
  const { module } = await runnerImport<typeof import('../lib/exports/formats/evidence-pack/pack-file.ts')>(
    join(root, 'lib/exports/formats/evidence-pack/pack-file.ts'),
    { configFile: false, root, logLevel: 'error', resolve: { alias: { '@': root } } },
  );
  const verdict = await module.packVerdict(await readFile(file, 'utf8'), signatureChecker(globalThis.crypto.subtle));
  console.log(verdict.words.join('\n'));
  return verdict.ok ? 0 : 1;
}

process.exitCode = await main();
