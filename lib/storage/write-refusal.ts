/** Names under which browsers and Dexie report a full disk, or a profile that has used up its share. */
const full = ['QuotaExceededError', 'NS_ERROR_DOM_QUOTA_REACHED', 'NS_ERROR_FILE_NO_DEVICE_SPACE'];

const parts = (error: unknown): unknown[] =>
  typeof error === 'object' && error !== null
    ? [error, ...('inner' in error ? parts(error.inner) : []), ...('cause' in error ? parts(error.cause) : [])]
    : [];

/**
 * Says in words for the admin why nothing could be written; null for errors that are no matter of space. The
 * transaction was undone by then: nothing is half-written.
 */
export function writeRefusal(error: unknown): string | null {
  const isFull = parts(error).some((part) => {
    const { name, message } = part as { name?: unknown; message?: unknown };
    return full.includes(String(name)) || /quota|no space|disk full/i.test(String(message));
  });
  return isFull
    ? 'The disk is full, or the browser gives Grantbook no more space. Nothing was written. Free some space, then do it again.'
    : null;
}
