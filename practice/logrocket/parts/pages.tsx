import styled from '@emotion/styled';
import { Play } from 'lucide-react';
import type { ReactNode } from 'react';
import { Late, Replaced } from '../../shared/hard.tsx';
import { t } from '../../shared/labels.ts';
import type { LogLine } from '../../shared/server.ts';
import { color } from './theme.ts';

export const Page = styled.div`
  padding: 32px 36px 64px;
  max-width: 1120px;
  h1 {
    margin: 0 0 4px;
    font-size: 22px;
    font-weight: 600;
  }
  .lead {
    margin: 0 0 24px;
    color: ${color.muted};
  }
`;

const Box = styled.section`
  margin-bottom: 16px;
  padding: 18px 22px;
  border: 1px solid ${color.line};
  border-radius: 8px;
  h2 {
    margin: 0 0 2px;
    font-size: 15px;
    font-weight: 600;
  }
  p {
    margin: 0 0 10px;
    color: ${color.muted};
    font-size: 13px;
  }
  label {
    display: flex;
    gap: 8px;
    align-items: center;
    padding: 4px 0;
  }
  input:not([type]),
  input[type='text'],
  input[type='email'] {
    padding: 7px 10px;
    border: 1px solid #cfcada;
    border-radius: 6px;
    font: inherit;
    min-width: 280px;
  }
`;

export const PlainButton = styled.button`
  padding: 7px 14px;
  border: 1px solid #cfcada;
  border-radius: 6px;
  background: #fff;
  font: inherit;
  font-weight: 500;
  color: inherit;
  cursor: pointer;
`;

const Table = styled.table`
  width: 100%;
  border-collapse: collapse;
  font-size: 13px;
  th {
    padding: 8px 14px;
    text-align: left;
    font-weight: 500;
    color: ${color.muted};
    border-bottom: 1px solid ${color.line};
  }
  td {
    padding: 11px 14px;
    border-bottom: 1px solid ${color.line};
  }
  tr:hover td {
    background: ${color.panel};
  }
`;

const Bone = styled.div`
  height: 18px;
  margin: 14px 0;
  border-radius: 6px;
  background: #f0eef5;
`;

export function Bones({ rows = 5 }: { rows?: number }) {
  return (
    <div aria-busy="true">
      {Array.from({ length: rows }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the bars are all alike
        <Bone key={index} style={{ width: `${100 - (index % 3) * 14}%` }} />
      ))}
    </div>
  );
}

function Simple({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  return (
    <Page>
      <h1>{t(title)}</h1>
      <p className="lead">{lead}</p>
      <Late skeleton={<Bones />}>
        <Replaced>{children}</Replaced>
      </Late>
    </Page>
  );
}

const END_USERS: readonly (readonly [string, string, string, string])[] = [
  ['Alice Munroe', 'alice.munroe@customer.example', 'Checkout, /cart', '4:12'],
  ['Omar Haddad', 'omar.haddad@buyer.example', '/pricing', '1:03'],
  ['Unidentified user', '', '/', '0:22'],
  ['Keiko Tanaka', 'keiko@shop.example', '/account/team', '8:47'],
  ['Ruth Okafor', 'ruth.okafor@customer.example', 'Checkout, /cart', '2:31'],
  ['Admin', 'admin@customer.example', '/admin/members', '12:09'],
];

/** Recorded sessions. The people here are end users of the customer's app, with names and e-mails in a table. */
function SessionsPage() {
  return (
    <Simple title="Sessions" lead="2,481 sessions in the last 7 days">
      <Table>
        <thead>
          <tr>
            <th>Name</th>
            <th>Email</th>
            <th>Visited</th>
            <th>Duration</th>
            <th>Status</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {END_USERS.map(([name, email, visited, duration]) => (
            <tr key={name}>
              <td>{name}</td>
              <td>{email}</td>
              <td>{visited}</td>
              <td>{duration}</td>
              <td>{duration.startsWith('8') ? 'Live' : 'Recorded'}</td>
              <td>
                <PlainButton type="button" aria-label={`Play session of ${name}`}>
                  <Play size={13} aria-hidden />
                </PlainButton>
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Simple>
  );
}

function IssuesPage() {
  return (
    <Simple title="Issues" lead="Triaged by severity">
      <Table>
        <thead>
          <tr>
            <th>Issue</th>
            <th>Type</th>
            <th>Sessions</th>
            <th>Assigned to</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>TypeError: cannot read properties of undefined (reading &apos;role&apos;)</td>
            <td>JavaScript error</td>
            <td>212</td>
            <td>priya.raman@acme.example</td>
          </tr>
          <tr>
            <td>POST /api/invite answered 500</td>
            <td>Network error</td>
            <td>37</td>
            <td>Nobody</td>
          </tr>
        </tbody>
      </Table>
    </Simple>
  );
}

function GeneralPage() {
  return (
    <Simple title="General Settings" lead="Settings of the project production">
      <Box>
        <h2>Project name</h2>
        <p>Shown to every member of your team.</p>
        <input aria-label="Project name" defaultValue="production" />
      </Box>
      <Box>
        <h2>Support contact</h2>
        <p>We write to this address when recording stops.</p>
        <input aria-label="Email" type="email" defaultValue="oncall@acme.example" />
      </Box>
      <Box>
        <h2>Session limits</h2>
        <p>Stop recording for the month when the quota is reached.</p>
        <label>
          <input type="checkbox" defaultChecked /> Enforce the session quota
        </label>
      </Box>
    </Simple>
  );
}

function SetupPage() {
  return (
    <Simple title="Setup" lead="Add LogRocket to your application">
      <Box>
        <h2>App ID</h2>
        <p>
          <code>acme/production</code>
        </p>
      </Box>
      <Box>
        <h2>Work with your team</h2>
        <p>
          Setting up is easier together. Invite a team member who knows the code from the settings of your organization.
        </p>
      </Box>
    </Simple>
  );
}

function PlansPage() {
  return (
    <Simple title="Plans" lead="You are on the Professional plan">
      <Box>
        <h2>Professional</h2>
        <p>10 team members, 25,000 sessions per month, role-based access control.</p>
        <PlainButton type="button">Contact sales</PlainButton>
      </Box>
      <Box>
        <h2>Enterprise</h2>
        <p>Unlimited team members, single sign-on, audit log retention.</p>
      </Box>
    </Simple>
  );
}

/** Admins' actions and viewed sessions, as plain strings. Action titles are not documented. */
function AuditLogPage({ log }: { log: readonly LogLine[] }) {
  return (
    <Simple title="Audit Log" lead="Actions by members of your organization">
      <Table>
        <thead>
          <tr>
            <th>Time</th>
            <th>User</th>
            <th>Action</th>
            <th>Description</th>
          </tr>
        </thead>
        <tbody>
          {log.map((line) => (
            <tr key={line.at + line.target + line.action}>
              <td>{new Date(line.at).toLocaleString('en-US')}</td>
              <td>{line.user}</td>
              <td>{line.action}</td>
              <td>{line.target}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Simple>
  );
}

function SsoPage() {
  return (
    <Simple title="Single Sign-On" lead="How members of your organization sign in">
      <Box>
        <h2>Require Google sign-in</h2>
        <p>
          Members can no longer sign in with email and password. People whom you invite must use their Google account.
        </p>
        <label>
          <input type="checkbox" /> Require Google sign-in for everyone
        </label>
      </Box>
    </Simple>
  );
}

export const EARLIER_LOG: readonly LogLine[] = [
  {
    at: '2026-11-19T10:12:00Z',
    user: 'dana.whitfield@acme.example',
    action: 'Invited User',
    target: 'Invited former.contractor@northwind.example as Member',
    type: 'Team',
  },
  {
    at: '2026-11-19T09:40:00Z',
    user: 'priya.raman@acme.example',
    action: 'Viewed Session',
    target: 'Session 5-018f3c of alice.munroe@customer.example',
    type: 'Session',
  },
  {
    at: '2026-11-15T16:20:00Z',
    user: 'marcus.oyelaran@acme.example',
    action: 'Updated Project',
    target: 'Recording conditions of production',
    type: 'Project',
  },
];

/** The pages that both generations share and that are no team pages; null for a section that is not one of them. */
export function siblingPage(section: string, log: readonly LogLine[]): ReactNode | null {
  switch (section) {
    case 'issues':
      return <IssuesPage key={section} />;
    case 'settings/general':
      return <GeneralPage key={section} />;
    case 'settings/setup':
      return <SetupPage key={section} />;
    case 'settings/plans':
      return <PlansPage key={section} />;
    case 'settings/audit-log':
      return <AuditLogPage key={section} log={log} />;
    case 'settings/sso':
      return <SsoPage key={section} />;
    case '':
    case 'sessions':
    case 'metrics':
    case 'dashboards':
      return <SessionsPage key="sessions" />;
    default:
      return null;
  }
}
