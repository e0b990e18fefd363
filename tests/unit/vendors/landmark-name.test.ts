import { expect, test } from 'vitest';
import { landmarkName } from '@/lib/vendors/landmark-name';
import { registeredPages } from '@/lib/vendors/registry';

const pack = registeredPages.find(({ generation }) => generation === 'organization-team');

test.each([
  ['invite-button', 'the button “Invite Team Member”'],
  ['api-keys-link', 'the link “API Keys”'],
  ['email-field', 'the field “Email” of the invite form'],
  ['role-field', 'the field “Organization Role” of the invite form'],
  ['send-button', 'the button “Send Invitation” of the invite form'],
  ['member-list', 'the list of members'],
  ['member-row', 'the collaborator’s row in the list'],
  ['member-apps', 'the collaborator’s apps in the list'],
  ['from another version', 'the element of this step'],
])('%s is %s', (id, expected) => {
  expect(pack && landmarkName(pack, id)).toBe(expected);
});
