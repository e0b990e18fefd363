import { beforeEach, expect, test, vi } from 'vitest';
import { sendToPage } from '@/lib/messaging/page';
import { fakeBrowser, resetFakeBrowser } from '../../support/fake-browser';
import { aRoster, facts } from './samples';

vi.mock('@/lib/browser', async () => ({ browser: (await import('../../support/fake-browser')).fakeBrowser }));

const { sendMessage } = fakeBrowser.tabs;

beforeEach(resetFakeBrowser);

test('a command goes to the top frame of its tab alone, and brings its reply', async () => {
  sendMessage.mockResolvedValue({ found: true });

  expect(await sendToPage(7, 'landmark.show', { landmark: 'a' })).toEqual({ found: true });

  const message = { command: 'landmark.show', payload: { landmark: 'a' } };
  expect(sendMessage).toHaveBeenCalledExactlyOnceWith(7, message, { frameId: 0 });
});

test('nobody answers with null', async () => {
  expect(await sendToPage(7, 'page.look', {})).toBeNull();
});

const { recognition: page, url } = facts();

test.each([
  ['page.look', { facts: { ...facts(), url: 'nowhere' } }],
  ['page.look', facts()],
  ['landmark.show', { found: 'yes' }],
  ['landmark.pick', true],
  ['page.report', { outline: 'Members', people: [] }],
  ['roster.read', { roster: { ...aRoster(), seen: 'all' }, page, url }],
  ['roster.read', { roster: aRoster(), page, url: 'javascript' }],
] as const)('%s believes no page that replies %j', async (command, reply) => {
  sendMessage.mockResolvedValue(reply);

  expect(await sendToPage(7, command as 'page.look', {})).toBeNull();
});
