import axe, { type AxeResults, type RunOptions } from 'axe-core';
import type { Frame, Page } from 'playwright-core';
import { expect } from 'vitest';

type Violations = AxeResults['violations'];

/** What to mend, for a failing test to say; empty when there is nothing. */
const summarise = (violations: Violations) =>
  violations
    .map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.map(({ html }) => `  ${html}`).join('\n')}`)
    .join('\n');

/** In jsdom, which computes no colours and has no page around a component. */
const inJsdom = {
  resultTypes: ['violations'],
  rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
} satisfies RunOptions;

/** Fails with what axe finds in a rendered component. */
export async function expectNoAxeViolations(container: Element): Promise<void> {
  const { violations } = await axe.run(container, inJsdom);
  expect(summarise(violations)).toBe('');
}

/** What only a whole page owes; axe leaves it out for frames where it knows that they are. */
const inFrame = {
  rules: {
    'landmark-one-main': { enabled: false },
    'page-has-heading-one': { enabled: false },
    region: { enabled: false },
  },
} satisfies RunOptions;

/** Fails the test, at its end, with what axe finds on a page or in a frame of a real browser, contrast included. */
export async function axePage(target: Page | Frame): Promise<void> {
  await target.evaluate(axe.source);
  const options: RunOptions = {
    resultTypes: ['violations'],
    iframes: false,
    ...('parentFrame' in target ? inFrame : {}),
  };
  const violations = await target.evaluate(async (given) => {
    const results = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, given);
    return results.violations;
  }, options);
  expect.soft(summarise(violations), target.url()).toBe('');
}
