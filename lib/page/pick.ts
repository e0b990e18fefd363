import type { Picked } from '@/lib/domain/grant/correction';
import { closest } from './dom';
import { callingsOf } from './text';

/** An element as a query finds it again: its kind, and the words on it. */
type Named = Pick<Picked, 'role' | 'name'>;

interface Described extends Named {
  element: Element;
}

const kinds: readonly (readonly [Named['role'], string])[] = [
  ['columnheader', 'th,[role=columnheader]'],
  ['tab', '[role=tab]'],
  ['button', 'button,[role=button],input[type=submit],input[type=button]'],
  ['link', 'a,[role=link],[role=menuitem]'],
  ['heading', 'h1,h2,h3,h4,h5,h6,[role=heading]'],
  ['text', 'label,legend,li,td,p,div,span'],
];

/**
 * Describes an element as a query finds it, with the element that carries the words; null where it has none, or too
 * many.
 */
export function describe(start: Element): Described | null {
  for (const [role, selector] of kinds) {
    const element = closest(start, selector);
    const name = element && callingsOf(element)[0];
    if (name && name.length <= 120) return { role, name, element };
  }
  return null;
}

/**
 * Lets the admin point at an element: the ring follows the pointer, a click takes the element and does nothing else on
 * the page, Escape gives up.
 */
export function pick(ring: (element: Element | null) => void, signal: AbortSignal): Promise<Described | null> {
  const stop = new AbortController();
  const options = { capture: true, signal: AbortSignal.any([signal, stop.signal]) };
  return new Promise((resolve) => {
    const end = (picked: Described | null) => {
      stop.abort();
      ring(null);
      resolve(picked);
    };
    const swallow = (event: Event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    const at = (event: Event) => {
      // A shadow root shows itself as its host.
      const [target] = event.composedPath();
      return target instanceof Element ? describe(target) : null;
    };
    addEventListener('pointermove', (event) => ring(at(event)?.element ?? null), options);
    for (const type of ['pointerdown', 'pointerup', 'mousedown', 'mouseup']) addEventListener(type, swallow, options);
    addEventListener(
      'click',
      (event) => {
        swallow(event);
        const picked = at(event);
        if (picked) end(picked);
      },
      options,
    );
    addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape') return;
        swallow(event);
        end(null);
      },
      options,
    );
    signal.addEventListener('abort', () => resolve(null));
  });
}
