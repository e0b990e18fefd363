import type { PageFacts } from '@/lib/domain/facts';
import { landmarksOn } from './landmarks';
import { readForm } from './read-invite-form';
import { readNotices } from './read-notices';
import { readRowsOf } from './read-roster';
import type { Recognised } from './recognise';
import type { View } from './view';

/** The page's address without its fragment. */
export function pageUrl(href: string): string {
  const url = new URL(href);
  url.hash = '';
  return url.href;
}

/** One look at a recognised page: everything that it shows about one person. */
export function readFacts(page: Recognised, view: View, email: string, href: string): PageFacts {
  const { definition, pack, vendor, generation, evidence, missing } = page;
  const form = view.form();
  const table = view.table();
  return {
    url: pageUrl(href),
    recognition: { vendor, generation, page: definition.id, evidence, missing },
    landmarks: landmarksOn(definition, view, email),
    rows: table ? readRowsOf(email, table, pack.roster).map(({ row }) => row) : [],
    form: form ? readForm(form, pack.form) : null,
    notices: readNotices(view.finder.root),
  };
}
