import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { GrantDraft } from '@/lib/domain/grant/new-grant';
import { emptyGrantForm } from '@/lib/domain/grant/new-grant';
import { useDraft } from '@/lib/react/use-draft';
import { expectNoAxeViolations } from '../../support/axe';
import { fakeBrowser, resetFakeBrowser } from '../../support/fake-browser';

vi.mock('@/lib/browser', async () => ({ browser: (await import('../../support/fake-browser')).fakeBrowser }));

const blank: GrantDraft = {
  id: '5f0c9a1e-6a0b-4c53-9a41-0d9f3a6b7c01',
  form: emptyGrantForm,
  adding: '',
  open: true,
};

/** A popup that is nothing but the draft's reason. */
function Reason() {
  const { draft, change } = useDraft();
  if (draft === undefined) return <p>Reading</p>;
  const base = draft ?? blank;
  return (
    <>
      <label>
        Reason
        <input
          value={base.form.reason}
          onChange={(event) => change({ ...base, form: { ...base.form, reason: event.target.value } })}
        />
      </label>
      <button type="button" onClick={() => change(null)}>
        Discard
      </button>
    </>
  );
}

const field = () => screen.findByRole('textbox', { name: 'Reason' });
const stored = async () => {
  const { draft } = await fakeBrowser.storage.local.get('draft');
  return (draft as GrantDraft | undefined)?.form.reason;
};
const wait = (ms: number) => act(() => new Promise((resolve) => setTimeout(resolve, ms)));

beforeEach(resetFakeBrowser);
afterEach(() => {
  vi.restoreAllMocks();
});

test('is kept within a tenth of a second or so, without anybody closing anything', async () => {
  const user = userEvent.setup();
  const { container } = render(<Reason />);
  await user.type(await field(), 'Half a sen');

  await wait(150);

  expect(await stored()).toBe('Half a sen');
  await expectNoAxeViolations(container);
});

test('is written once for a burst of keys', async () => {
  const user = userEvent.setup({ delay: null });
  const { container } = render(<Reason />);
  await user.type(await field(), 'Checks event delivery for the campaign');

  await wait(150);

  expect(fakeBrowser.storage.local.set.mock.calls.length).toBeLessThan(5);
  await expectNoAxeViolations(container);
});

describe('the last letter survives', () => {
  test.each<[string, (unmount: () => void) => void]>([
    ['a popup that closes', () => dispatchEvent(new Event('pagehide'))],
    [
      'a page that is hidden',
      () => {
        vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
        document.dispatchEvent(new Event('visibilitychange'));
      },
    ],
    ['a view that goes away', (unmount) => unmount()],
  ])('%s', async (_what, close) => {
    const user = userEvent.setup({ delay: null });
    const { unmount } = render(<Reason />);
    await user.type(await field(), 'x');
    const before = await stored();

    close(unmount);

    expect(before).toBeUndefined();
    expect(await stored()).toBe('x');
    unmount();
    const { container } = render(<Reason />);
    expect(await field()).toHaveProperty('value', 'x');
    await expectNoAxeViolations(container);
  });
});

test('is gone as soon as it was thrown away', async () => {
  const user = userEvent.setup({ delay: null });
  const { container } = render(<Reason />);
  await user.type(await field(), 'x');
  await wait(150);

  await user.click(screen.getByRole('button', { name: 'Discard' }));

  expect(await stored()).toBeUndefined();
  expect(await field()).toHaveProperty('value', '');
  await expectNoAxeViolations(container);
});

test('is not thrown away by what was typed just before', async () => {
  const user = userEvent.setup({ delay: null });
  const { container } = render(<Reason />);
  await user.type(await field(), 'x');

  await user.click(screen.getByRole('button', { name: 'Discard' }));
  await wait(150);

  expect(await stored()).toBeUndefined();
  await expectNoAxeViolations(container);
});
