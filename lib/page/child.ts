/**
 * Makes a controller that aborts by itself with `signal`, for the same reason, and that leaves nothing behind when it
 * aborts first.
 */
export function childOf(signal: AbortSignal): AbortController {
  const controller = new AbortController();
  signal.addEventListener('abort', () => controller.abort(signal.reason), { signal: controller.signal });
  return controller;
}
