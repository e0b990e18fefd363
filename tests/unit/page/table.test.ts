// @vitest-environment jsdom
import { beforeAll, expect, test } from 'vitest';
import { emailIn } from '@/lib/page/table';
import { fillInVisibility } from './visibility';

beforeAll(fillInVisibility);

test.each([
  ['the address alone', '<span>kim@partner.example</span>', 'kim@partner.example'],
  ['in capitals', '<span>Kim@Partner.Example</span>', 'kim@partner.example'],
  ['after a name', '<b>Kim Lee</b><span>kim@partner.example</span>', 'kim@partner.example'],
  ['with its state in brackets', '<b>Kim Lee</b><span>kim@partner.example (Pending)</span>', 'kim@partner.example'],
  [
    'of two, not the one that stands for a name',
    '<b>dana@acme.example</b><span>kim@partner.example</span>',
    'kim@partner.example',
  ],
  [
    'nor where its own carries brackets',
    '<b>dana@acme.example</b><span>kim@partner.example (Pending)</span>',
    'kim@partner.example',
  ],
  [
    'nor one inside a name',
    '<b>Dana &lt;dana@acme.example&gt;</b><span>kim@partner.example (Pending)</span>',
    'kim@partner.example',
  ],
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
  ['none where none is', '<span>Kim Lee</span>', null],
])('reads %s', (_, html, expected) => {
  const element = document.createElement('div');
  element.innerHTML = html;
  document.body.replaceChildren(element);

  expect(emailIn(element)).toBe(expected);
});
