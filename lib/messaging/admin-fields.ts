import * as z from 'zod/mini';
import { Short, Text } from './primitives';

/** What an admin says of an API key, in the guide and in the side panel alike. */
export const KeyForm = z.object({
  name: Text,
  owner: Text,
  purpose: Text,
  scope: Text,
  permissions: Text,
  expires: Text,
  rotateDays: Text,
});

/** What an admin says a role, group or baseline gives. */
export const description = {
  kind: z.enum(['role', 'group', 'baseline']),
  name: Short,
  gives: z.array(Short).check(z.maxLength(200)),
};
