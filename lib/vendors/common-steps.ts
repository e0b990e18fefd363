import type { Step, Trouble } from '@/lib/domain/grant/checklist';
import type { Source } from '@/lib/domain/values/source';

/** The procedure that names the steps around an invitation; it was written for LogRocket and holds for any vendor. */
const procedure = {
  ref: 'https://opsblu.com/documentation/analytics-platforms/logrocket/user-management/add-user-access',
  checkedOn: '2026-11-21',
} as const;
const removal = {
  ref: 'https://opsblu.com/documentation/analytics-platforms/logrocket/user-management/remove-access',
  checkedOn: '2026-11-21',
} as const;

/**
 * Steps that are the same whatever page the admin is on. `kind` says whether the procedure was written for this vendor
 * (`how-to`) or is carried over from the other one (`derived`).
 */
export function commonSteps(kind: Extract<Source['kind'], 'how-to' | 'derived'>) {
  const source: Source = { ...procedure, kind };
  const removalSource: Source = { ...removal, kind };
  return {
    ssoOutside: {
      id: 'sso-outside',
      text: 'Agree with whoever runs your identity provider how {email} signs in: the address is not of your SSO domain.',
      why: 'Somebody from outside needs an account there first; an invitation by e-mail may lead nowhere.',
      when: { sso: true, outside: true },
      copy: 'email',
      source: { ...procedure, kind: 'derived' },
    },
    documentRequest: {
      id: 'document-request',
      text: 'Note in {ticket} that {email} was invited, and with which role.',
      why: 'Grantbook logs this invitation against {ticket}; whoever reads the ticket has to see it there too.',
      copy: 'ticket',
      source,
    },
    sharePolicies: {
      id: 'share-policies',
      form: 'message',
      text: 'Send {email} the MFA, VPN and login policies that apply to them.',
      why: 'They need the rules before they sign in for the first time, not after.',
      copy: 'email',
      source,
    },
    noteAccess: {
      id: 'note-access',
      text: 'Note the final access of {email} in {ticket}.',
      why: 'What was granted can differ from what was asked for; Grantbook’s log has the details to copy.',
      copy: 'ticket',
      source,
    },
    setReminder: {
      id: 'set-reminder',
      text: 'Set a calendar reminder to remove or downgrade {email} on {accessEnds}.',
      why: 'Grantbook cannot end the access; somebody has to.',
      when: { temporary: true },
      source,
    },
    setReview: {
      id: 'set-review',
      text: 'Put the next review of this access on the calendar, in six months at most.',
      why: 'Access that nobody looks at again stays for good.',
      when: { temporary: false },
      source,
    },
    removalApproved: {
      id: 'removal-approved',
      text: 'Check that the removal of {email} is approved and documented.',
      why: 'Taking access away is a change like giving it: somebody asked for it, somebody agreed.',
      copy: 'ticket',
      source: removalSource,
    },
    removalHandover: {
      id: 'removal-handover',
      text: 'Note what {email} created, and make sure that the knowledge has been handed over.',
      why: 'Once they are out, nobody can ask them to look it up.',
      source: removalSource,
    },
    removalLogged: {
      id: 'removal-logged',
      text: 'Note in {ticket} when the access of {email} was removed.',
      why: 'The ticket that opened the access is where an auditor looks for its end.',
      copy: 'ticket',
      source: removalSource,
    },
  } as const satisfies Record<string, Step>;
}

/** Trouble that does not depend on the page. */
export function commonTroubles(kind: Extract<Source['kind'], 'how-to' | 'derived'>) {
  return {
    temporary: {
      id: 'temporary-access',
      title: 'Access is needed for a while only',
      advice: 'Set a calendar reminder to remove or downgrade the account at the end of the engagement.',
      source: { ...procedure, kind },
    },
  } as const satisfies Record<string, Trouble>;
}
