// @vitest-environment jsdom
import { beforeAll, expect, test } from 'vitest';
import { addressesIn } from '@/lib/page/table';
import { fillInVisibility } from './visibility';

beforeAll(fillInVisibility);

test.each([
  ['the address alone', '<span>kim@partner.example</span>', 'kim@partner.example'],
  ['in capitals', '<span>Kim@Partner.Example</span>', 'kim@partner.example'],
  ['after a name', '<b>Kim Lee</b><span>kim@partner.example</span>', 'kim@partner.example'],
  ['with its state in brackets', '<b>Kim Lee</b><span>kim@partner.example (Pending)</span>', 'kim@partner.example'],
  [
    'two: either may be a name',
    '<b>dana@acme.example</b><span>kim@partner.example</span>',
    'dana@acme.example kim@partner.example',
  ],
  [
    'two, where one carries brackets',
    '<b>dana@acme.example</b><span>kim@partner.example (Pending)</span>',
    'dana@acme.example kim@partner.example',
  ],
  [
    'two, where one is inside a name',
    '<b>Dana &lt;dana@acme.example&gt;</b><span>kim@partner.example</span>',
    'dana@acme.example kim@partner.example',
  ],
  ['with an apostrophe', "<span>sean.o'brien@contractor.example</span>", "sean.o'brien@contractor.example"],
  ['with a typographic one', '<span>sean.o’brien@contractor.example</span>', "sean.o'brien@contractor.example"],
  ['in quotation marks', "<span>'kim@partner.example'</span>", 'kim@partner.example'],
  ['with a domain in punycode', '<span>nina@xn--mller-kva.example</span>', 'nina@müller.example'],
  ['a search marks its beginning', '<b>ni</b>na@studio.example', 'nina@studio.example'],
  ['a search marks its domain', 'nina@studio.ex<b>am</b>ple', 'nina@studio.example'],
  ['two marks, one in the other', '<b><i>ni</i></b>na@studio.example', 'nina@studio.example'],
  ['with a mark glued to it', 'kim@agency.example<em>pending</em>', 'kim@agency.example'],
  ['with a chip glued to it', 'kim@agency.example<b>Pending</b>', 'kim@agency.example'],
  ['in a mark, with text glued to it', '<em>kim@agency.example</em>Pending', 'kim@agency.example'],
  ['with characters that nobody sees', '<span>ki\u200bm@part\u00adner.example</span>', 'kim@partner.example'],
  [
    'cut short, whole in its title',
    '<i title="kim.long@partner.example">kim.l…@partner.example</i>',
    'kim.long@partner.example',
  ],
  [
    'cut short, whole in its link',
    '<a href="mailto:kim.long@partner.example">kim.long@par…</a>',
    'kim.long@partner.example',
  ],
  ['none where it is cut short', '<span>kim.l…@partner.example</span>', ''],
  ['none where its end is cut', '<span>kim@partner.exam…</span>', ''],
  ['none where dots cut it', '<span>kim...@partner.example</span>', ''],
  ['none where the title is another', '<i title="ann@other.example">kim.l…@partner.example</i>', ''],
  [
    'not the one who invited',
    '<span>kim@partner.example</span><span>Invited by</span><span>dana@acme.example</span>',
    'kim@partner.example',
  ],
  [
    'nor behind a colon',
    '<span>kim@partner.example</span><span>Invited by: dana@acme.example</span>',
    'kim@partner.example',
  ],
  ['none where none is', '<span>Kim Lee</span>', ''],
])('reads %s', (_, html, expected) => {
  const element = document.createElement('div');
  element.innerHTML = html;
  document.body.replaceChildren(element);

  expect(
    addressesIn(element)
      .found.map(({ email }) => email)
      .join(' '),
  ).toBe(expected);
});
