import { PopupView, type PopupViewProps } from '@/components/grants/popup-view';
import { Rebuilding } from '@/components/ui/rebuilding';
import type { GrantDraft } from '@/lib/domain/grant/new-grant';
import { normalEmail } from '@/lib/domain/values/email';
import { problemOf, wordsFor } from '@/lib/messaging/answers';
import { send } from '@/lib/messaging/client';
import { useDraft } from '@/lib/react/use-draft';
import { useGrantsOf, useOpenGrants } from '@/lib/react/use-grants';
import { useLogWarnings } from '@/lib/react/use-log-warnings';
import { useNow } from '@/lib/react/use-now';
import { useOpenReview } from '@/lib/react/use-open-review';
import { useRebuild } from '@/lib/react/use-rebuild';
import { useStored } from '@/lib/react/use-stored';
import { useVendorTab } from '@/lib/react/use-vendor-tab';
import { stored } from '@/lib/storage/stored-values';
import { vendors } from '@/lib/vendors/registry';

/** Wires the popup. */
export function App() {
  const settings = useStored(stored.settings);
  const { draft, change } = useDraft();
  const grants = useOpenGrants();
  const alike = useGrantsOf([normalEmail(draft?.form.email ?? '')]);
  const described = useStored(stored.described);
  const now = useNow();
  const page = useVendorTab();
  const warnings = useLogWarnings();
  const openReview = useOpenReview();
  const rebuilding = useRebuild();

  if (!settings || draft === undefined) return null;

  const onIdentify: PopupViewProps['onIdentify'] = async (person) => {
    try {
      const reply = await send('identity.save', person);
      return reply.ok ? null : reply.errors;
    } catch (error) {
      return { form: wordsFor(error) };
    }
  };

  async function onStart({ id, form }: GrantDraft) {
    try {
      const reply = await send('grant.start', { id, form });
      if (!reply.ok) return reply.errors;
      change(null);
      return null;
    } catch (error) {
      return { form: wordsFor(error) };
    }
  }

  const onChoose: PopupViewProps['onChoose'] = ({ id }) => problemOf(send('guide.choose', { chosen: id }));
  const onAssume: PopupViewProps['onAssume'] = (page) => problemOf(send('page.assume', { page }));

  return (
    <>
      {rebuilding && <Rebuilding {...rebuilding} />}
      <PopupView
        {...{ settings, page, vendors, grants, alike, draft, described, now, onIdentify, onStart, onChoose, onAssume }}
        newId={() => crypto.randomUUID()}
        onDraft={change}
        onReview={openReview}
        warnings={warnings}
      />
    </>
  );
}
