/**
 * Reads the lines of a file in UTF-8 bit by bit, so that its size does not matter. Without their line feeds, and
 * without the byte order mark with which some editors begin a file.
 */
export async function* linesOf(file: ReadableStream<BufferSource>): AsyncGenerator<string> {
  let rest = '';
  const reader = file.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    const [first = '', ...more] = value.split('\n');
    rest += first;
    const begun = more.pop();
    if (begun === undefined) continue;
    yield rest;
    yield* more;
    rest = begun;
  }
  if (rest !== '') yield rest;
}
