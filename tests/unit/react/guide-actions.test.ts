import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { KeyForm } from '@/lib/domain/grant/key-record';
import { NoAnswer } from '@/lib/messaging/answers';
import type { SendAboutGrant } from '@/lib/messaging/guide-port';
import { guideActions } from '@/lib/react/guide-actions';

const send = vi.fn<(command: string, payload: object) => Promise<unknown>>();
const show = vi.fn<(problem: string | null) => void>();
const actions = guideActions(send as unknown as SendAboutGrant, show);
const form: KeyForm = { name: '', owner: '', purpose: '', scope: '', permissions: '', expires: '', rotateDays: '' };
const refused = { ok: false, message: 'Say why.' };
const gone = new NoAnswer('Reload this page.');

beforeEach(() => {
  send.mockReset().mockResolvedValue({ ok: true });
  show.mockReset();
});

describe('what is shown when it went wrong', () => {
  test.each<[string, () => void, string, object]>([
    ['a step', () => actions.onToggle({ id: 'a', state: 'open' }), 'step.confirm', { step: 'a' }],
    ['a step that was done', () => actions.onToggle({ id: 'a', state: 'confirmed' }), 'step.reopen', { step: 'a' }],
    ['a landmark', () => actions.onShow('b'), 'landmark.show', { landmark: 'b' }],
    ['a landmark that was lost', () => actions.onPick('b'), 'landmark.pick', { landmark: 'b' }],
    ['whether a key is needed', () => actions.onKeys(true), 'keys.settle', { needed: true }],
    ['an access that stays', () => actions.onCancelRemoval(), 'removal.stop', {}],
  ])('%s', async (_what, act, command, payload) => {
    for (const reply of [Promise.resolve({ ok: true }), Promise.resolve(refused), Promise.reject(gone)]) {
      send.mockReturnValueOnce(reply);
      act();
    }

    await vi.waitFor(() => expect(show.mock.calls).toEqual([[null], ['Say why.'], ['Reload this page.']]));
    expect(send).toHaveBeenCalledWith(command, payload);
  });
});

describe('what the caller shows', () => {
  const said = { kind: 'role', name: 'Analyst', gives: ['view'] } as const;

  test.each<[string, () => Promise<string | null>, string, object]>([
    [
      'an exception',
      () => actions.onJustify('Admin', 'why'),
      'role.justify',
      { chosen: 'Admin', justification: 'why' },
    ],
    ['a description', () => actions.onDescribe({ ...said, gives: ['view'] }), 'role.describe', said],
    ['a removal', () => actions.onRemove('Ended'), 'removal.start', { reason: 'Ended' }],
  ])('%s', async (_what, act, command, payload) => {
    expect(await act()).toBeNull();
    expect(send).toHaveBeenCalledExactlyOnceWith(command, payload);

    send.mockResolvedValueOnce(refused).mockRejectedValueOnce(gone);
    expect([await act(), await act()]).toEqual(['Say why.', 'Reload this page.']);
    expect(show).not.toHaveBeenCalled();
  });

  test('a key, beside each field', async () => {
    const errors = { owner: 'Enter the person who answers for it.' };
    send.mockResolvedValueOnce({ ok: true }).mockResolvedValueOnce({ ok: false, errors }).mockRejectedValueOnce(gone);

    const shown = [await actions.onRecordKey('k', form), await actions.onRecordKey('k', form)];

    expect([...shown, await actions.onRecordKey('k', form)]).toEqual([null, errors, { name: 'Reload this page.' }]);
    expect(send).toHaveBeenCalledWith('key.record', { step: 'k', form });
  });

  test('a report, or none', async () => {
    send
      .mockResolvedValueOnce({ ok: true, report: 'button' })
      .mockResolvedValueOnce(refused)
      .mockRejectedValueOnce(gone);

    const shown = [await actions.onReport(), await actions.onReport(), await actions.onReport()];

    expect(shown).toEqual(['button', null, null]);
  });
});
