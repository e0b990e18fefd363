import { expect, vi } from 'vitest';
import type { GuideMessage } from '@/lib/messaging/guide-port';
import type { FakePort } from '../../support/fake-browser';
import { openFrame, type Stage } from './stage';

/** Everything that a frame was told. */
export const heard = (port: FakePort) => port.heard as GuideMessage[];
export const states = (port: FakePort) => heard(port).flatMap((message) => ('state' in message ? [message.state] : []));

let asked = 0;

/** Sends a command from a frame; returns the id that its answer will carry. */
export function ask(port: FakePort, command: string, payload: unknown = {}): number {
  asked += 1;
  port.say({ id: asked, command, payload });
  return asked;
}

/** Waits for the answer to a command. */
export const answerTo = (port: FakePort, id: number) =>
  vi.waitFor(() => {
    const answer = heard(port).find((message) => 'id' in message && message.id === id);
    if (!answer) throw new Error(`${id} was not answered`);
    return answer;
  });

/** Long enough for everything that was asked to be answered, where no answer is expected. */
export async function pass(): Promise<void> {
  for (let turn = 0; turn < 60; turn++) await new Promise((resolve) => setImmediate(resolve));
}

/** A frame that was let in and shown its grant. */
export async function admitted(stage: Stage, key: string, nonce = 'first'): Promise<FakePort> {
  const port = openFrame(stage);
  port.say({ key, nonce });
  await vi.waitFor(() => expect(states(port)).toHaveLength(1));
  await pass();
  port.heard.length = 0;
  return port;
}
