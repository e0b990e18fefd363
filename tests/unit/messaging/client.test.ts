import { beforeEach, describe, expect, test, vi } from 'vitest';
import { NoAnswer } from '@/lib/messaging/answers';
import { send, sendAbout } from '@/lib/messaging/client';
import { fakeBrowser, resetFakeBrowser } from '../../support/fake-browser';
import { aRoster, facts, vendorTab } from './samples';

vi.mock('@/lib/browser', async () => ({ browser: (await import('../../support/fake-browser')).fakeBrowser }));

const { sendMessage } = fakeBrowser.runtime;
const grant = '5f0c9a1e-6a0b-4c53-9a41-0d9f3a6b7c01';
const message = 'Grantbook’s background did not answer. Try again; nothing was lost.';

beforeEach(resetFakeBrowser);

describe('send', () => {
  test('asks the background, and gives its answer', async () => {
    sendMessage.mockResolvedValue({ ok: true });

    await expect(send('guide.choose', { chosen: grant })).resolves.toEqual({ ok: true });

    expect(sendMessage).toHaveBeenCalledExactlyOnceWith({ command: 'guide.choose', payload: { chosen: grant } });
  });

  test('gives a business refusal as an answer', async () => {
    sendMessage.mockResolvedValue({ ok: false, message: 'This grant is not in the log any more.' });

    await expect(send('guide.choose', { chosen: grant })).resolves.toMatchObject({ ok: false });
  });

  test('takes null where null is an answer', async () => {
    sendMessage.mockResolvedValue(null);

    await expect(send('tab.page', {})).resolves.toBeNull();
  });

  test('takes whole lists and pages', async () => {
    const { recognition: page, url } = facts();
    sendMessage.mockResolvedValueOnce({ ok: true, page, url, roster: aRoster() }).mockResolvedValueOnce(vendorTab());

    await expect(send('roster.read', {})).resolves.toEqual({ ok: true, page, url, roster: aRoster() });
    await expect(send('tab.page', {})).resolves.toEqual(vendorTab());
  });

  test('says in words that nobody answered', async () => {
    const asked = send('guide.choose', { chosen: grant });

    await expect(asked).rejects.toThrow(NoAnswer);
    await expect(asked).rejects.toThrow(message);
  });

  test.each([
    ['nothing, as a refusal does', undefined],
    ['null', null],
    ['text', 'ok'],
    ['half a refusal', { ok: false }],
    ['a verdict that is none', { ok: 'yes' }],
    ['another answer', { count: 3 }],
  ])('says the same of an answer that is %s', async (_what, answer) => {
    sendMessage.mockResolvedValue(answer);

    await expect(send('guide.choose', { chosen: grant })).rejects.toThrow(message);
  });

  test.each([{ url: 'nowhere' }, { recognised: 'members' }, { nearest: {} }])(
    'trusts no page that says %j',
    async (change) => {
      sendMessage.mockResolvedValue({ ...vendorTab(), ...change });

      await expect(send('tab.page', {})).rejects.toThrow(NoAnswer);
    },
  );
});

test('sendAbout names the grant where the command is about one', async () => {
  sendMessage.mockResolvedValue({ ok: true });

  await sendAbout(grant)('step.confirm', { step: 'check-rights' });
  await sendAbout(grant)('landmark.show', { landmark: 'invite-button' });

  expect(sendMessage.mock.calls).toEqual([
    [{ command: 'step.confirm', payload: { grant, step: 'check-rights' } }],
    [{ command: 'landmark.show', payload: { landmark: 'invite-button' } }],
  ]);
});
