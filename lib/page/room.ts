export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

export const corners = ['bottom-right', 'bottom-left', 'top-left', 'top-right'] as const;
export type Corner = (typeof corners)[number];

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
}

const overlaps = (a: Box, b: Box) =>
  a.left < b.left + b.width + 8 &&
  b.left - 8 < a.left + a.width &&
  a.top < b.top + b.height + 8 &&
  b.top - 8 < a.top + a.height;

function at(corner: Corner, size: { width: number; height: number }, page: Surroundings): Box {
  return {
    left: corner.endsWith('right') ? page.width - size.width - gap : gap,
    top: corner.startsWith('bottom') ? page.height - size.height - gap : gap,
    ...size,
  };
}

/** The height that a corner has room for without covering a control: the wanted one, or lower, but at least the lowest. */
function fitting(corner: Corner, wanted: { width: number; height: number }, page: Surroundings): Box {
  const whole = at(corner, wanted, page);
  const covered = page.controls.filter((control) => overlaps(whole, control));
  const fromBottom = corner.startsWith('bottom');
  const room = covered.reduce(
    (least, { top, height }) => Math.min(least, fromBottom ? page.height - gap - (top + height) - 8 : top - 8 - gap),
    wanted.height,
  );
  return at(
    corner,
    { ...wanted, height: Math.max(Math.min(room, wanted.height), Math.min(lowest, wanted.height)) },
    page,
  );
}

/**
 * Where the guide stands. Where the admin put it, unless it would cover what it points at; else the corner in which it covers the
 * fewest controls, and is cut least. All in CSS pixels of the viewport.
 */
export function roomFor(wanted: { width: number; height: number }, chosen: Corner | null, page: Surroundings): Box {
  const cost = (box: Box, index: number) =>
    (page.target && overlaps(box, page.target) ? 1e6 : 0) +
    (chosen
      ? 0
      : page.controls.filter((control) => overlaps(box, control)).length * 1e3 + (wanted.height - box.height) / 8) +
    index * 50;
  const order = chosen ? [chosen, ...corners.filter((corner) => corner !== chosen)] : corners;
  const boxes = order.map((corner) => (chosen ? at(corner, wanted, page) : fitting(corner, wanted, page)));
  const best = boxes.map((box, index) => ({ box, cost: cost(box, index) })).sort((a, b) => a.cost - b.cost)[0];
  return best?.box ?? at('bottom-right', wanted, page);
}
