import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { Disclosure } from '@/components/ui/disclosure';
import { expectNoAxeViolations } from '../../support/axe';

const isOpen = () => document.querySelector('details')?.open;
/** `toggle` comes a task later than the change. */
const settled = () => act(() => new Promise((resolve) => setTimeout(resolve, 20)));

test('opens and closes as its reason comes and goes', async () => {
  const { rerender, container } = render(<Disclosure summary="More">Rest</Disclosure>);
  const states = [isOpen()];
  for (const when of [true, false, true]) {
    rerender(
      <Disclosure summary="More" when={when}>
        Rest
      </Disclosure>,
    );
    await settled();
    states.push(isOpen());
  }

  expect(states).toEqual([false, true, false, true]);
  await expectNoAxeViolations(container);
});

test('stays as the reader left it while the reason does not change', async () => {
  const user = userEvent.setup();
  const { rerender, container } = render(
    <Disclosure summary="More" when>
      Rest
    </Disclosure>,
  );
  await user.click(screen.getByText('More'));
  await settled();

  rerender(
    <Disclosure summary="More" when>
      Other
    </Disclosure>,
  );

  expect(isOpen()).toBe(false);
  await expectNoAxeViolations(container);
});
