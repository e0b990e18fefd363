import { switches } from './switches.ts';

/** Words that a vendor could plausibly put in place of today's. */
const NEAR: Readonly<Record<string, string>> = {
  'Invite member': 'Invite members',
  'Invite Teammate': 'Invite teammate',
  'Invite users': 'Invite user',
  'Invite Team Member': 'Invite team members',
  'Invite your team': 'Invite people to your team',
  'Send Invitation': 'Send invite',
  'Send invite(s)': 'Send invites',
  Invite: 'Send invite',
  Cancel: 'Close',
  Members: 'People',
  Team: 'Team members',
  Teammates: 'Team members',
  'Team Members': 'Team members',
  Name: 'Full name',
  Email: 'Email address',
  'Email address': 'Work email',
  Role: 'Access level',
  Status: 'State',
  Apps: 'App access',
  Pending: 'Invited',
  'Organization Role': 'Organization role',
  'Access Management': 'Access management',
  'API Keys': 'API keys',
  'Create API Key': 'New API key',
};

const FAR: Readonly<Record<string, string>> = {
  a: 'á',
  e: 'é',
  i: 'í',
  o: 'ó',
  u: 'ú',
  n: 'ñ',
  c: 'ç',
  s: 'š',
  y: 'ý',
};

/** The label to show for a label: itself, unless the switch `rename` is on. */
export function t(label: string): string {
  const { rename } = switches.get();
  if (rename === '') return label;
  if (rename === 'near') return NEAR[label] ?? label;
  if (rename === 'far') return `${Array.from(label, (letter) => FAR[letter] ?? letter).join('')} ~`;
  return rename[label] ?? label;
}
