import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { corners } from '@/lib/domain/values/corners';
import { type Box, gap, positionOf } from '@/lib/page/guide-position';

const page = { width: 1440, height: 900, target: null, controls: [] as Box[] };
const wanted = { width: 340, height: 560 };
const box = (left: number, top: number, width: number, height: number): Box => ({ left, top, width, height });

const overlaps = (a: Box, b: Box) =>
  a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height;

describe('positionOf', () => {
  it('stands at the bottom right of an empty page', () => {
    expect(positionOf(wanted, null, page)).toEqual(box(1440 - 340 - gap, 900 - 560 - gap, 340, 560));
  });

  it('gets lower rather than cover the pages of a list', () => {
    const pager = box(1200, 500, 200, 32);

    const position = positionOf(wanted, null, { ...page, controls: [pager] });

    expect(position.left).toBe(1440 - 340 - gap);
    expect(overlaps(position, pager)).toBe(false);
    expect(position.height).toBeGreaterThanOrEqual(240);
  });

  it('takes another corner when one is full of controls', () => {
    const menus = Array.from({ length: 12 }, (_, index) => box(1380, 200 + index * 55, 30, 30));

    const position = positionOf(wanted, null, { ...page, controls: menus });

    expect(menus.some((menu) => overlaps(position, menu))).toBe(false);
  });

  it('leaves what it points at free, even where the admin put it', () => {
    const target = box(1300, 700, 80, 30);

    const position = positionOf(wanted, 'bottom-right', { ...page, target });

    expect(overlaps(position, target)).toBe(false);
  });

  it('rather covers a part of a whole list that it points at than a button', () => {
    const target = box(260, 240, 1150, 560);
    const button = box(1260, 180, 120, 40);

    const position = positionOf(wanted, null, { ...page, target, controls: [button] });

    expect(overlaps(position, button)).toBe(false);
    expect(position.left + position.top).toBeGreaterThan(page.width / 2);
  });

  it.each(corners)('stays where the admin put it: %s', (corner) => {
    const controls = [box(0, 0, 400, 900), box(1040, 0, 400, 900)];

    const position = positionOf(wanted, corner, { ...page, controls });

    expect(position.left).toBe(corner.endsWith('right') ? 1440 - 340 - gap : gap);
    expect(position.top).toBe(corner.startsWith('bottom') ? 900 - 560 - gap : gap);
  });

  it('leaves page controls free, even where the admin put it', () => {
    const pagers = [box(1200, 850, 30, 30), box(1240, 850, 30, 30)];

    const position = positionOf(wanted, 'bottom-right', { ...page, pagers });

    expect(pagers.some((pager) => overlaps(position, pager))).toBe(false);
  });

  it('never leaves the window, and never covers a small target', () => {
    const number = (most: number) => fc.integer({ min: 0, max: most });
    const anyBox = fc.record({ left: number(1400), top: number(880), width: number(200), height: number(60) });
    fc.assert(
      fc.property(
        anyBox,
        fc.array(anyBox, { maxLength: 30 }),
        fc.option(fc.constantFrom(...corners)),
        (target, controls, chosen) => {
          const position = positionOf(wanted, chosen, { ...page, target, controls });

          expect(position.left).toBeGreaterThanOrEqual(0);
          expect(position.top).toBeGreaterThanOrEqual(0);
          expect(position.left + position.width).toBeLessThanOrEqual(1440);
          expect(position.top + position.height).toBeLessThanOrEqual(900);
          expect(position.height).toBeGreaterThanOrEqual(240);
          expect(overlaps(position, target)).toBe(false);
        },
      ),
    );
  });
});
