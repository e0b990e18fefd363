import type { GuidePlace } from '@/lib/domain/grant/guidance';
import type { Corner } from '@/lib/domain/values/corners';
import { all, parentOf } from './dom';
import { type Box, positionOf } from './guide-position';
import { isVisible } from './visible';

/**
 * The one element that Grantbook adds to a vendor's page: a closed shadow root with the guide's frame and the spotlight
 * in it.
 */
export interface Overlay {
  /** Sets the frame's height in CSS pixels; a collapsed guide is a small tab. */
  size(height: number, collapsed: boolean): void;
  /**
   * Draws the ring around an element, or takes it away; the guide steps aside when it would cover the element. Each of
   * at most two `warned` elements is marked: it holds what the grant does not say.
   */
  point(element: Element | null, warned?: readonly (Element | null | undefined)[]): void;
  /** Brings the pointed-at element into view. */
  show(element: Element): void;
}

/** Height of the strip by which the guide is moved, in CSS pixels. */
const grip = 12;
const width = 340;
const tab = 172;

/**
 * Opens the guide's frame over the page. `url`: of the guide with its one-time key. `style`: a sheet for it.
 * `lastPlace`: where the admin left the guide; `onMove` is told where they move it. `isPager` knows page controls. Everything ends when `signal`
 * aborts.
 */
export function openOverlay(
  url: string,
  style: string,
  lastPlace: GuidePlace | null,
  onMove: (place: GuidePlace) => void,
  isPager: (control: Element) => boolean,
  signal: AbortSignal,
): Overlay {
  const host = document.createElement('grantbook-guide');
  const root = host.attachShadow({ mode: 'closed' });
  const box = element('div', 'box');
  const frame = document.createElement('iframe');
  const handle = document.createElement('button');
  const ring = element('div', 'ring');
  const sheet = document.createElement('style');
  sheet.textContent = style;
  frame.title = 'Grantbook guide';
  frame.src = url;
  handle.type = 'button';
  handle.ariaLabel = 'Move guide: arrow keys; with Shift, change its height';
  const marks = [element('div', 'mark'), element('div', 'mark')];
  box.append(handle, frame);
  box.style.setProperty('--grip', `${grip}px`);
  root.append(sheet, ring, ...marks, box);

  let target: Element | null = null;
  let marked: readonly (Element | null | undefined)[] = [];
  let needed = 260;
  let collapsed = false;
  let corner = lastPlace?.corner ?? null;
  let chosenHeight = lastPlace?.height ?? null;

  function place() {
    const rect = target?.isConnected ? drawn(target) : null;
    ring.hidden = !rect || rect.width === 0;
    if (rect) put(ring, { left: rect.left - 5, top: rect.top - 5, width: rect.width + 10, height: rect.height + 10 });
    marks.forEach((mark, at) => {
      const element = marked[at];
      const field = element && drawn(element);
      mark.textContent = '⚠ See guide';
      mark.hidden = !field?.width;
      if (field) put(mark, { left: field.right - 84, top: field.top - 18, width: 84, height: 18 });
    });
    const most = Math.floor(innerHeight * 0.7);
    const height = Math.min(collapsed ? needed + grip : (chosenHeight ?? needed + grip), most);
    const size = { width: collapsed ? tab : width, height };
    const page = { width: innerWidth, height: innerHeight, target: rect, ...controls(isPager) };
    put(box, positionOf(size, corner, page));
  }

  function moveTo(next: Corner, height: number | null) {
    corner = next;
    chosenHeight = height;
    place();
    onMove({ corner, height });
  }

  /** Returns the corner nearest to a point. */
  const nearest = (x: number, y: number): Corner =>
    `${y < innerHeight / 2 ? 'top' : 'bottom'}-${x < innerWidth / 2 ? 'left' : 'right'}`;

  handle.addEventListener('pointerdown', (down) => {
    handle.setPointerCapture(down.pointerId);
    const start = box.getBoundingClientRect();
    handle.onpointermove = ({ clientX, clientY }) =>
      put(box, {
        left: start.left + clientX - down.clientX,
        top: start.top + clientY - down.clientY,
        width: start.width,
        height: start.height,
      });
    handle.onpointerup = ({ clientX, clientY }) => {
      handle.onpointermove = handle.onpointerup = null;
      moveTo(nearest(clientX, clientY), chosenHeight);
    };
  });
  handle.addEventListener('keydown', ({ key, shiftKey }) => {
    const now = corner ?? 'bottom-right';
    const [vertical, horizontal] = now.split('-');
    const step = { ArrowUp: 'top', ArrowDown: 'bottom', ArrowLeft: 'left', ArrowRight: 'right' }[key];
    if (!step) return;
    if (shiftKey) {
      const height = box.getBoundingClientRect().height + (step === 'top' ? 40 : step === 'bottom' ? -40 : 0);
      moveTo(now, Math.max(Math.round(height), 160));
    } else {
      const upDown = step === 'top' || step === 'bottom';
      moveTo(`${upDown ? step : vertical}-${upDown ? horizontal : step}` as Corner, chosenHeight);
    }
  });

  const options = { capture: true, passive: true, signal };
  addEventListener('scroll', place, options);
  addEventListener('resize', place, options);
  signal.addEventListener('abort', () => {
    if (typeof signal.reason !== 'string') return host.remove();
    root.replaceChildren(sheet, box);
    box.replaceChildren(signal.reason);
    box.role = 'alert';
    box.style.cssText = 'right:16px;bottom:16px;padding:16px;max-width:340px';
    box.onclick = () => host.remove();
  });
  document.documentElement.append(host);
  // Into the top layer, above dialogs that are not modal; where the browser has no popovers the z-index has to do.
  host.popover = 'manual';
  host.showPopover?.();
  place();

  return {
    size(height, nextCollapsed) {
      needed = height;
      collapsed = nextCollapsed;
      place();
    },
    point(next, warned = []) {
      target = next;
      marked = warned;
      if (!host.isConnected && !signal.aborted) document.documentElement.append(host);
      place();
    },
    show(next) {
      next.scrollIntoView({ block: 'center', inline: 'nearest' });
      target = next;
      place();
    },
  };
}

const element = (tag: string, className: string): HTMLElement =>
  Object.assign(document.createElement(tag), { className });

/**
 * Returns the box that a person sees of an element: libraries draw the edge of many a field around it, a little larger.
 */
function drawn(element: Element): DOMRect {
  const own = element.getBoundingClientRect();
  let box = own;
  for (let around = parentOf(element); around; around = parentOf(around)) {
    const next = around.getBoundingClientRect();
    if (next.height > own.height + 12 || next.width > own.width + 60) break;
    box = next;
  }
  return box;
}

function put(element: HTMLElement, box: Box) {
  for (const [side, value] of Object.entries(box)) element.style.setProperty(side, `${Math.round(value)}px`);
}

const control =
  'button,a[href],input,select,textarea,[role=button],[role=combobox],[role=menuitem],[role=option],[role=tab],[tabindex="0"]';

/**
 * Returns the boxes of the controls that somebody may want to click, those of pages apart; the first 400 and the last 40,
 * where the page controls of a long list are, since this is asked at every look.
 */
function controls(isPager: (control: Element) => boolean): { controls: Box[]; pagers: Box[] } {
  const found = all(document, control);
  const boxes = { controls: [] as Box[], pagers: [] as Box[] };
  for (const each of [...found.slice(0, 400), ...found.slice(400).slice(-40)])
    if (isVisible(each)) boxes[isPager(each) ? 'pagers' : 'controls'].push(each.getBoundingClientRect());
  return boxes;
}
