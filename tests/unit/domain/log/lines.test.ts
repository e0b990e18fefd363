import { expect, test } from 'vitest';
import { linesOf } from '@/lib/domain/log/lines';

/** A file that is read so many bytes at a time. */
function read(text: string, bytes: number): ReadableStream<Uint8Array<ArrayBuffer>> {
  const all = new TextEncoder().encode(text);
  return new ReadableStream({
    start(controller) {
      for (let at = 0; at < all.length; at += bytes) controller.enqueue(all.slice(at, at + bytes));
      controller.close();
    },
  });
}

test.each<[string, string, readonly string[]]>([
  ['lines', 'one\ntwo\nthree\n', ['one', 'two', 'three']],
  ['a last line without an end', 'one\ntwo', ['one', 'two']],
  ['empty lines', '\n\none\n', ['', '', 'one']],
  ['an empty file', '', []],
  ['a byte order mark', '\ufeffone\ntwo\n', ['one', 'two']],
  ['letters of several bytes', 'Zoë 😀\n終\n', ['Zoë 😀', '終']],
  ['separators that end no line of JSON', 'a\u2028b\u2029c\n', ['a\u2028b\u2029c']],
])('reads %s, wherever the file is cut while it is read', async (_what, text, lines) => {
  for (const bytes of [1, 2, 3, 5, 1000]) {
    const found: string[] = [];
    for await (const line of linesOf(read(text, bytes))) found.push(line);

    expect(found, `${bytes} at a time`).toEqual(lines);
  }
});
