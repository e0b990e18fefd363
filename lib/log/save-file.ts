// Text gathered before it is handed to the browser, characters: a Blob is kept outside the page's own memory.
const blobSize = 1 << 20;

/** Gathers chunks into a file. Throws an AbortError when aborted. */
export async function fileOf(chunks: AsyncIterable<string>, mime: string, signal: AbortSignal): Promise<Blob> {
  const parts: Blob[] = [];
  let text: string[] = [];
  let size = 0;
  const flush = () => {
    parts.push(new Blob(text));
    text = [];
    size = 0;
  };
  for await (const chunk of chunks) {
    signal.throwIfAborted();
    text.push(chunk);
    size += chunk.length;
    if (size >= blobSize) flush();
  }
  flush();
  return new Blob(parts, { type: mime });
}

/** Saves what stands at an address of ours under a name, as a download that the browser shows like any other. */
export function saveFrom(url: string, name: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
}

/** Saves a file under a name. */
export function saveFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  saveFrom(url, name);
  // The browser reads the file after the click; a minute is enough to begin.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

// The largest file that is put on the clipboard, bytes: beyond it, browsers and trackers give up.
const largestCopy = 1 << 20;

/** Puts a file's text on the clipboard; answers whether it is there. */
export async function copyFile(file: Blob): Promise<boolean> {
  if (file.size > largestCopy) return false;
  try {
    await navigator.clipboard.writeText(await file.text());
    return true;
  } catch {
    return false;
  }
}
