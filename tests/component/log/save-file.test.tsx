import { afterEach, describe, expect, it, vi } from 'vitest';
import { fileOf, saveFile } from '@/lib/log/save-file';

async function* chunks(count: number, size: number) {
  for (let index = 0; index < count; index += 1) yield String(index % 10).repeat(size);
}

const on = new AbortController().signal;

describe('fileOf', () => {
  it('holds every chunk in order, as UTF-8, under its type', async () => {
    const file = await fileOf(
      (async function* () {
        yield '\uFEFFé';
        yield '🙂';
      })(),
      'text/csv',
      on,
    );

    expect(file.type).toBe('text/csv');
    expect(file.size).toBe(3 + 2 + 4);
  });

  it('hands a long text to the browser in parts', async () => {
    const sizes: number[] = [];
    class Counted extends Blob {
      constructor(parts?: BlobPart[], options?: BlobPropertyBag) {
        super(parts, options);
        sizes.push(this.size);
      }
    }
    vi.stubGlobal('Blob', Counted);

    await fileOf(chunks(50, 100_000), 'text/csv', on);
    vi.unstubAllGlobals();

    const whole = sizes.pop();
    expect(whole).toBe(5_000_000);
    expect(sizes.length).toBeGreaterThan(3);
    expect(Math.max(...sizes)).toBeLessThan(1_200_000);
  });

  it('stops at the next chunk when it is aborted', async () => {
    const run = new AbortController();
    run.abort();

    await expect(fileOf(chunks(2, 1), 'text/csv', run.signal)).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('saveFile', () => {
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it('saves under the name, and frees the file later', () => {
    vi.useFakeTimers();
    const freed: string[] = [];
    Object.assign(URL, { createObjectURL: () => 'blob:x/1', revokeObjectURL: (url: string) => freed.push(url) });
    const clicked: string[][] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
      clicked.push([this.href, this.download]);
    });

    saveFile(new Blob(['x']), 'log.csv');

    expect(clicked).toEqual([['blob:x/1', 'log.csv']]);
    expect(freed).toEqual([]);
    vi.runAllTimers();
    expect(freed).toEqual(['blob:x/1']);
  });
});
