import { type Corner, corners } from '@/lib/domain/values/corners';

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Pixels kept free around the guide. */
export const gap = 16;
/** The guide gets lower to leave the page's controls free, but not lower than this. */
const lowest = 240;

export interface Surroundings {
  width: number;
  height: number;
  /** The element that is pointed at; never covered while any corner is free of it. */
  target: Box | null;
  /** Controls of the page that somebody may want to click. */
  controls: readonly Box[];
  /** Page controls of the list, which are left free wherever the admin put the guide. */
  pagers?: readonly Box[];
}

const overlaps = (a: Box, b: Box) =>
  a.left < b.left + b.width + 8 &&
  b.left - 8 < a.left + a.width &&
  a.top < b.top + b.height + 8 &&
  b.top - 8 < a.top + a.height;

/**
 * Positions the guide: where the admin put it, unless it would cover its target or page controls; else in the corner in which it covers
 * the fewest controls, and is cut least: it gets lower to leave them free. All in CSS pixels of the viewport.
 */
export function positionOf(
  { width, height }: Pick<Box, 'width' | 'height'>,
  chosen: Corner | null,
  page: Surroundings,
): Box {
  const order = chosen ? [chosen, ...corners.filter((corner) => corner !== chosen)] : corners;
  const places = order.map((corner, index) => {
    const isLow = corner.startsWith('bottom');
    const at = (high: number): Box => ({
      left: corner.endsWith('right') ? page.width - width - gap : gap,
      top: isLow ? page.height - high - gap : gap,
      width,
      height: high,
    });
    const over = (box: Box, boxes: readonly Box[] = []) => boxes.filter((control) => overlaps(box, control));
    const controls = chosen ? [] : page.controls;
    const free = [...over(at(height), controls), ...over(at(height), page.pagers)].map(
      (each) => (isLow ? page.height - each.top - each.height : each.top) - gap - 8,
    );
    const box = at(Math.max(Math.min(height, ...free), Math.min(lowest, height)));
    const cost =
      over(box, controls).length * 1e3 + over(box, page.pagers).length * 1e5 + (height - box.height) / 8 + index * 50;
    const { target } = page;
    // A whole list can spare a corner rather than the page a button.
    const most = target && target.width * target.height > 6e4 ? 800 : 1e6;
    return { box, cost: cost + (target && overlaps(box, target) ? most : 0) };
  });
  return places.reduce((best, place) => (place.cost < best.cost ? place : best)).box;
}
