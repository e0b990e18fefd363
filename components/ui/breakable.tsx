import { Fragment } from 'react';

/** Shows text whose addresses break before their domain, and inside a word only where even that does not fit. */
export function Breakable({ text }: { text: string }) {
  return text.split(/(?=@)/).map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text have no other name.
    <Fragment key={at}>
      {at > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
