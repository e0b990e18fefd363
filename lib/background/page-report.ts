import { redact } from '@/lib/domain/values/redact';
import { sendToPage } from '@/lib/messaging/page';

/** Reports what the page in a vendor's tab looks like, without personal data; null where it does not answer. */
export async function pageReport(tab: number): Promise<string | null> {
  const report = await sendToPage(tab, 'page.report', {});
  return report && redact(report.outline, report.people);
}
