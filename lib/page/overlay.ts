/** The one element that Grantbook adds to a vendor's page: a closed shadow root with the guide's frame and the spotlight in it. */
export interface Overlay {
  /** Sets the frame's height in CSS pixels; a collapsed guide is a small tab. */
  size(height: number, collapsed: boolean): void;
  /** Draws the ring around an element, or takes it away; the guide steps aside when it would cover the element. */
  point(element: Element | null): void;
  /** Brings the pointed-at element into view. */
  show(element: Element): void;
  remove(): void;
}

const width = 340;
const tab = 172;
const gap = 16;

const style = `
  :host { all: initial !important; position: fixed !important; inset: 0 !important; width: 100vw !important; height: 100vh !important;
    margin: 0 !important; padding: 0 !important; border: 0 !important; background: none !important; overflow: hidden !important;
    pointer-events: none !important; z-index: 2147483647 !important; display: block !important; }
  iframe { position: absolute; border: 0; border-radius: 10px; pointer-events: auto; background: transparent; color-scheme: normal;
    box-shadow: 0 0 0 1px rgb(15 23 42 / 12%), 0 8px 28px rgb(15 23 42 / 22%); }
  .ring { position: absolute; box-sizing: border-box; border: 2px solid #3451d1; border-radius: 8px;
    box-shadow: 0 0 0 2px #fff, 0 0 0 6px rgb(52 81 209 / 28%); }
  .ring[hidden] { display: none; }
  @media (prefers-reduced-motion: no-preference) { .ring { transition: inset 120ms, width 120ms, height 120ms; } }
`;

/** Opens the guide's frame over the page. `url`: of the guide with its one-time key. Everything ends when `signal` aborts. */
export function openOverlay(url: string, signal: AbortSignal): Overlay {
  const host = document.createElement('grantbook-guide');
  const root = host.attachShadow({ mode: 'closed' });
  const frame = document.createElement('iframe');
  const ring = document.createElement('div');
  const sheet = document.createElement('style');
  sheet.textContent = style;
  frame.title = 'Grantbook guide';
  frame.src = url;
  ring.className = 'ring';
  ring.hidden = true;
  root.append(sheet, ring, frame);

  let target: Element | null = null;
  let height = 260;
  let collapsed = false;

  function place() {
    const rect = target?.isConnected ? target.getBoundingClientRect() : null;
    ring.hidden = !rect || rect.width === 0;
    if (rect) {
      Object.assign(ring.style, {
        left: px(rect.left - 5),
        top: px(rect.top - 5),
        width: px(rect.width + 10),
        height: px(rect.height + 10),
      });
    }
    const size = { width: collapsed ? tab : width, height: Math.min(height, Math.floor(innerHeight * 0.7)) };
    const corner = corners(size).find((each) => !rect || !overlaps(each, rect)) ?? corners(size)[0];
    Object.assign(frame.style, {
      left: px(corner?.left ?? 0),
      top: px(corner?.top ?? 0),
      width: px(size.width),
      height: px(size.height),
    });
  }

  const options = { capture: true, passive: true, signal };
  addEventListener('scroll', place, options);
  addEventListener('resize', place, options);
  signal.addEventListener('abort', () => host.remove());
  document.documentElement.append(host);
  raise(host);
  place();

  return {
    size(nextHeight, nextCollapsed) {
      height = nextHeight;
      collapsed = nextCollapsed;
      place();
    },
    point(element) {
      target = element;
      if (!host.isConnected && !signal.aborted) document.documentElement.append(host);
      place();
    },
    show(element) {
      const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
      element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: calm ? 'auto' : 'smooth' });
      target = element;
      place();
    },
    remove: () => host.remove(),
  };
}

/** Into the top layer, above dialogs that are not modal; where the browser has no popovers the z-index has to do. */
function raise(host: HTMLElement) {
  try {
    host.popover = 'manual';
    host.showPopover();
  } catch {
    host.removeAttribute('popover');
  }
}

const px = (value: number) => `${Math.round(value)}px`;

interface Size {
  width: number;
  height: number;
}

/** Where the guide may stand, in order of preference: bottom right, bottom left, top left, top right. */
function corners({ width: w, height: h }: Size) {
  const right = innerWidth - w - gap;
  const bottom = innerHeight - h - gap;
  return [
    { left: right, top: bottom, width: w, height: h },
    { left: gap, top: bottom, width: w, height: h },
    { left: gap, top: gap, width: w, height: h },
    { left: right, top: gap, width: w, height: h },
  ];
}

function overlaps(a: { left: number; top: number; width: number; height: number }, b: DOMRect): boolean {
  return a.left < b.right + 8 && b.left - 8 < a.left + a.width && a.top < b.bottom + 8 && b.top - 8 < a.top + a.height;
}
