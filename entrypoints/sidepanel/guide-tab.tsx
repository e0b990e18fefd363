import { useMemo, useState } from 'react';
import { GuidePanel } from '@/components/checklist/guide-panel';
import { type Grant, isOpen } from '@/lib/domain/grant';
import { type Settings, vendorSettings } from '@/lib/domain/settings';
import { NoAnswer, send } from '@/lib/messaging/client';
import { useDescribed } from '@/lib/react/use-described';
import { onlySettings } from '@/lib/vendors/advising';

type Reply = { ok: true } | { ok: false; message: string };

/** Asks the background for something; answers null when it was done, or why not, in words. */
async function ask(reply: Promise<Reply>): Promise<string | null> {
  try {
    const answer = await reply;
    return answer.ok ? null : answer.message;
  } catch (error) {
    return error instanceof NoAnswer ? error.message : 'Grantbook could not do this. Nothing was lost: try again.';
  }
}

interface GuideTabProps {
  grants: readonly Grant[] | undefined;
  settings: Settings;
  now: Date;
}

/** The tab `Guide`, wired. */
export function GuideTab({ grants, settings, now }: GuideTabProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const described = useDescribed();
  const open = useMemo(() => grants?.filter((grant) => isOpen(grant) || grant.id === chosen), [grants, chosen]);

  return (
    <GuidePanel
      grants={open}
      chosen={chosen}
      settingsOf={(vendor) => vendorSettings(settings, vendor)}
      aboutOf={(vendor) => ({
        ...onlySettings(vendorSettings(settings, vendor)),
        admin: settings.identity?.email ?? null,
        described: described ?? [],
      })}
      problem={problem}
      now={now}
      onChoose={(grant) => {
        setChosen(grant);
        void ask(send('guide.choose', { grant })).then(setProblem);
      }}
      onToggle={({ id: grant }, { id: step, state }) => {
        setChosen(grant);
        void ask(send(state === 'open' ? 'step.confirm' : 'step.reopen', { grant, step })).then(setProblem);
      }}
      onShow={(landmark) => void ask(send('landmark.show', { landmark })).then(setProblem)}
      onJustify={({ id: grant }, role, justification) =>
        ask(send('role.justify', { grant, chosen: role, justification }))
      }
      message={settings.message}
      actionsFor={({ id: grant }) => ({
        onKeys: (needed) => void ask(send('keys.settle', { grant, needed })).then(setProblem),
        onRecordKey: async (step, form) => {
          const reply = await send('key.record', { grant, step, form });
          return reply.ok ? null : reply.errors;
        },
        onRemove: (reason) => ask(send('removal.start', { grant, reason })),
        onKeep: () => void ask(send('removal.stop', { grant })).then(setProblem),
        onReport: async () => {
          const reply = await send('page.report', {});
          return reply.ok ? reply.report : null;
        },
      })}
    />
  );
}
