import type { Description } from '@/lib/domain/advice';
import type { KeyForm } from '@/lib/domain/grant/key-record';
import { problemOf, wordsFor } from '@/lib/messaging/answers';
import type { Done } from '@/lib/messaging/commands';
import type { SendAboutGrant } from '@/lib/messaging/guide-port';

/**
 * Returns what an admin does about the grant that a guide shows. `show`: shows why something could not be done, or
 * null.
 */
export function guideActions(send: SendAboutGrant, show: (problem: string | null) => void) {
  const showing = (reply: Promise<Done>) => void problemOf(reply).then(show);
  return {
    onToggle: ({ id: step, state }: { id: string; state: string }) =>
      showing(send(state === 'open' ? 'step.confirm' : 'step.reopen', { step })),
    onExplain: (step: string, reason: string) => problemOf(send('step.confirm', { step, reason })),
    onDocumentKey: (step: string, where: string) => problemOf(send('key.document', { step, where })),
    onShow: (landmark: string) => showing(send('landmark.show', { landmark })),
    onPick: (landmark: string) => showing(send('landmark.pick', { landmark })),
    onJustify: (chosen: string, justification: string) => problemOf(send('role.justify', { chosen, justification })),
    onDescribe: (said: Description) => problemOf(send('role.describe', said)),
    onKeys: (needed: boolean) => showing(send('keys.settle', { needed })),
    async onRecordKey(step: string, form: KeyForm) {
      try {
        const reply = await send('key.record', { step, form });
        return reply.ok ? null : reply.errors;
      } catch (error) {
        return { name: wordsFor(error) };
      }
    },
    onRemove: (reason: string) => problemOf(send('removal.start', { reason })),
    onCancelRemoval: () => showing(send('removal.stop', {})),
    async onReport() {
      const reply = await send('page.report', {}).catch(() => null);
      return reply?.ok ? reply.report : null;
    },
  };
}
