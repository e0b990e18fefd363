import type { PageFacts } from '@/lib/domain/facts';
import { landmarksOn } from './landmarks';
import { findForm, readForm } from './read-invite-form';
import { readNotices } from './read-notices';
import { readRowsOf } from './read-roster';
import type { Recognised } from './recognise';

/** The page's address without its fragment. */
export function pageUrl(href: string): string {
  const url = new URL(href);
  url.hash = '';
  return url.href;
}

/** One look at a recognised page: everything that it shows about one person. */
export function readFacts(page: Recognised, email: string, href: string, root: ParentNode = document): PageFacts {
  const { definition, pack, vendor, generation, evidence, missing } = page;
  const form = findForm(pack.form, pack.roster, root);
  return {
    url: pageUrl(href),
    recognition: { vendor, generation, page: definition.id, evidence, missing },
    landmarks: landmarksOn(definition, pack, email, root),
    rows: readRowsOf(email, pack.roster, root).map(({ row }) => row),
    form: form ? readForm(form, pack.form) : null,
    notices: readNotices(root),
  };
}
