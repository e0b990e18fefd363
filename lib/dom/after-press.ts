let pressed = false;
const waiting = new Set<() => void>();

addEventListener('pointerdown', () => {
  pressed = true;
});
for (const end of ['pointerup', 'pointercancel', 'blur']) {
  addEventListener(end, () => {
    pressed = false;
    // The click comes in the same task, after the release.
    setTimeout(() => {
      if (pressed) return;
      const due = [...waiting];
      waiting.clear();
      for (const run of due) run();
    });
  });
}

/**
 * Runs at once, or, while the pointer is pressed in this document, right after the click that the press becomes: what
 * moves from under a press takes its click away. One function waits once, however often it is given.  @returns calls it
 * off
 */
export function afterPress(run: () => void): () => void {
  if (pressed) waiting.add(run);
  else run();
  return () => waiting.delete(run);
}
