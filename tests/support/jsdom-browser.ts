/** What every browser that we support has and jsdom has not: as much of it as components rely on, no more. */
export function fillInBrowser(): void {
  fillInDialog();
  fillInPopover();
  fillInObservers();
  globalThis.matchMedia ??= (query) =>
    Object.assign(new EventTarget(), {
      matches: false,
      media: query,
      onchange: null,
      addListener: () => {},
      removeListener: () => {},
    });
  Element.prototype.scrollIntoView ??= () => {};
  Element.prototype.scrollTo ??= () => {};
  globalThis.CSS ??= {} as typeof CSS;
  // Enough for ids: everything that is not a plain identifier character is escaped.
  CSS.escape ??= (text) => text.replace(/^\d|[^\w-]/g, (char) => `\\${char.charCodeAt(0).toString(16)} `);
}

/** `<dialog>`: open and close with their events; Escape cancels a modal one, as the browser does. */
function fillInDialog(): void {
  const { prototype } = HTMLDialogElement;
  if (typeof prototype.showModal === 'function') return;

  const modal = new WeakSet<HTMLDialogElement>();

  prototype.show = function show() {
    this.open = true;
  };
  prototype.showModal = function showModal() {
    if (this.open) throw new DOMException('The dialog is open already.', 'InvalidStateError');
    if (!this.isConnected) throw new DOMException('The dialog is not in the document.', 'InvalidStateError');
    this.open = true;
    modal.add(this);
    this.querySelector<HTMLElement>('[autofocus], button, input, select, textarea, a[href]')?.focus();
  };
  prototype.close = function close(value) {
    if (!this.open) return;
    this.open = false;
    modal.delete(this);
    if (value !== undefined) this.returnValue = value;
    this.dispatchEvent(new Event('close'));
  };

  document.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    const top = [...document.querySelectorAll('dialog')].filter((dialog) => modal.has(dialog)).at(-1);
    if (top?.dispatchEvent(new Event('cancel', { cancelable: true })) === true) top.close();
  });
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.getAttribute('method') !== 'dialog' || event.defaultPrevented)
      return;
    event.preventDefault();
    form.closest('dialog')?.close(event.submitter?.getAttribute('value') ?? undefined);
  });
}

/** `popover`: shown and hidden by method and by `popovertarget`. */
function fillInPopover(): void {
  const { prototype } = HTMLElement;
  if (typeof prototype.showPopover === 'function') return;

  const shown = 'data-popover-shown';
  const style = document.createElement('style');
  style.textContent = `[popover]:not([${shown}]) { display: none; }`;
  document.head.append(style);

  const change = (element: HTMLElement, newState: 'open' | 'closed') => {
    const oldState = element.hasAttribute(shown) ? 'open' : 'closed';
    if (oldState === newState) return;
    const about = { oldState, newState };
    element.dispatchEvent(Object.assign(new Event('beforetoggle'), about));
    element.toggleAttribute(shown, newState === 'open');
    element.dispatchEvent(Object.assign(new Event('toggle'), about));
  };
  prototype.showPopover = function showPopover() {
    change(this, 'open');
  };
  prototype.hidePopover = function hidePopover() {
    change(this, 'closed');
  };
  prototype.togglePopover = function togglePopover() {
    change(this, this.hasAttribute(shown) ? 'closed' : 'open');
    return this.hasAttribute(shown);
  };
  document.addEventListener('click', ({ target }) => {
    const id = target instanceof Element ? target.closest('[popovertarget]')?.getAttribute('popovertarget') : undefined;
    const popover = id ? document.getElementById(id) : null;
    popover?.togglePopover();
  });
}

/** Observers that observe nothing: jsdom has no layout that could change. */
function fillInObservers(): void {
  class Idle {
    observe() {}
    unobserve() {}
    disconnect() {}
    takeRecords() {
      return [];
    }
  }
  globalThis.ResizeObserver ??= Idle;
  globalThis.IntersectionObserver ??= Idle as unknown as typeof IntersectionObserver;
}
