import type { GuideDeeds } from '@/components/checklist/guide-actions';
import { NoAnswer, send } from '@/lib/messaging/client';

type Reply = { ok: true } | { ok: false; message: string };

const words = (error: unknown) =>
  error instanceof NoAnswer ? error.message : 'Grantbook could not do this. Nothing was lost: try again.';

/** Asks the background for something; answers null when it was done, or why not, in words. */
export async function ask(reply: Promise<Reply>): Promise<string | null> {
  try {
    const answer = await reply;
    return answer.ok ? null : answer.message;
  } catch (error) {
    return words(error);
  }
}

/** What the side panel's `Guide` tab does about one grant, by messages. `tell`: shows why something could not be done. */
export function panelDeeds(grant: string, tell: (problem: string | null) => void): GuideDeeds {
  const told = (reply: Promise<Reply>) => void ask(reply).then(tell);
  return {
    onToggle: ({ id: step, state }) => told(send(state === 'open' ? 'step.confirm' : 'step.reopen', { grant, step })),
    onShow: (landmark) => told(send('landmark.show', { landmark })),
    onPick: (landmark) => told(send('landmark.pick', { landmark })),
    onJustify: (chosen, justification) => ask(send('role.justify', { grant, chosen, justification })),
    onDescribe: (said) => ask(send('role.describe', { grant, ...said })),
    onKeys: (needed) => told(send('keys.settle', { grant, needed })),
    async onRecordKey(step, form) {
      try {
        const reply = await send('key.record', { grant, step, form });
        return reply.ok ? null : reply.errors;
      } catch (error) {
        return { name: words(error) };
      }
    },
    onRemove: (reason) => ask(send('removal.start', { grant, reason })),
    onKeep: () => told(send('removal.stop', { grant })),
    async onReport() {
      const reply = await send('page.report', {}).catch(() => null);
      return reply?.ok ? reply.report : null;
    },
  };
}
