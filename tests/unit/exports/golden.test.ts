import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Entry } from '@/lib/domain/log/entry';
import { formats } from '@/lib/exports/formats';
import { writeExport } from '@/lib/exports/write-export';
import { chainOf, sourceOf, story, textOf } from './sample-log';

const folder = new URL('./golden/', import.meta.url);

/** The pack's script changes with every library in it; its own test runs it. */
const withoutScript = (text: string) =>
  text
    .replace(/<script>[\s\S]*?<\/script>/, '<script></script>')
    .replace(/'sha256-[^']*'/, "'sha256-'")
    .replace(/"verifier":"\w+"/, '"verifier":""');

const cases = formats.flatMap((format) =>
  (format.variants?.options ?? [{ id: '' }]).map(({ id }) => ({
    format,
    variant: id,
    file: `${format.id}${id === '' ? '' : `.${id}`}.${format.extension.split('.').at(-1)}`,
  })),
);

describe('golden files', () => {
  let entries: Entry[];
  beforeAll(() => {
    // The offset of the zone is part of every entry.
    vi.stubEnv('TZ', 'UTC');
    entries = chainOf(story);
    return () => vi.unstubAllEnvs();
  });

  it.each(cases)('$file is what the format writes for the story', async ({ format, variant, file }) => {
    const source = {
      ...sourceOf(entries),
      variant,
      ticketUrl: (ticket: string) => `https://tickets.example/${ticket}`,
      places: () => ['Production', 'Staging', 'Development'],
    };

    const text = withoutScript(await textOf(writeExport(format.id, source)));

    if (process.env.GRANTBOOK_WRITE_GOLDEN === '1') {
      mkdirSync(folder, { recursive: true });
      writeFileSync(new URL(file, folder), text);
    }
    expect(text).toBe(readFileSync(new URL(file, folder), 'utf8'));
  });
});
