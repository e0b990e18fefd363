import type { PageFacts } from '@/lib/domain/grant/page-facts';
import { first } from './dom';
import { landmarksOn } from './landmarks';
import { pageUrl } from './page-url';
import type { View } from './page-view';
import { readForm } from './read-invite-form';
import { readNotices } from './read-notices';
import type { Recognised } from './recognise';

/** Reads everything that a recognised page shows about the person whom `view` is about. */
export function readFacts({ recognition, definition, pack }: Recognised, view: View, href: string): PageFacts {
  const form = view.form();
  return {
    url: pageUrl(href),
    recognition,
    landmarks: landmarksOn(definition, view),
    rows: view
      .rows()
      .slice(0, 20)
      .map(({ row }) => row),
    form: form && readForm(form, pack.form),
    notices: readNotices(view.finder.outline.elements, pack.roster.signs.notices, pack.refusals),
    blocked: first(document, 'dialog:modal') !== null,
  };
}
