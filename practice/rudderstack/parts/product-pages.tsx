import styled from '@emotion/styled';
import { Users } from 'lucide-react';
import type { ReactNode } from 'react';
import { Late, Replaced } from '../../shared/hard.tsx';
import { Link } from '../../shared/router.tsx';
import { color } from './theme.ts';

export const Page = styled.div`
  padding: 32px 36px 64px;
  max-width: 1180px;
  h1 {
    margin: 0 0 4px;
    font-size: 24px;
    font-weight: 500;
    color: ${color.ink};
  }
  > p {
    margin: 0 0 24px;
    color: ${color.muted};
  }
`;

export const Card = styled.section`
  padding: 20px 24px;
  border: 1px solid ${color.line};
  border-radius: 6px;
  background: #fff;
  h2,
  h3 {
    margin: 0 0 4px;
    font-size: 16px;
    font-weight: 500;
    color: ${color.ink};
  }
  p {
    margin: 0 0 12px;
    color: ${color.muted};
    font-size: 13px;
  }
`;

export const Grid = styled.div`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(280px, 1fr));
  gap: 16px;
`;

export const PlainTable = styled.table`
  width: 100%;
  border-collapse: collapse;
  border: 1px solid ${color.line};
  background: #fff;
  font-size: 13px;
  th,
  td {
    padding: 12px 16px;
    text-align: left;
    border-bottom: 1px solid ${color.line};
  }
  th {
    background: ${color.panel};
    font-weight: 600;
  }
`;

const Bone = styled.div`
  height: 16px;
  margin: 12px 0;
  border-radius: 4px;
  background: linear-gradient(90deg, #eef0f5, #f7f8fb, #eef0f5);
`;

/** Grey bars in the place of content. */
export function Bones({ rows = 4 }: { rows?: number }) {
  return (
    <div aria-busy="true">
      {Array.from({ length: rows }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the bars are all alike
        <Bone key={index} style={{ width: `${90 - index * 12}%` }} />
      ))}
    </div>
  );
}

const Action = styled(Link)`
  display: inline-block;
  padding: 7px 14px;
  border-radius: 4px;
  background: ${color.blue};
  color: #fff;
  font-size: 13px;
  font-weight: 500;
`;

/** Start page. The onboarding card speaks of inviting the team, but nobody is invited here. */
export function ConnectionsPage({ teamHref }: { teamHref: string }) {
  return (
    <Page>
      <h1>Connections</h1>
      <p>Everything that flows through this workspace.</p>
      <Late skeleton={<Bones />}>
        <Replaced>
          <Grid>
            <Card>
              <h2>
                <Users size={16} aria-hidden /> Invite your team members
              </h2>
              <p>
                RudderStack is better together. Give your teammates the role they need: Admin, Read-Write or Read-Only.
              </p>
              <Action href={teamHref}>Invite members</Action>
            </Card>
            <Card>
              <h2>ios-production</h2>
              <p>iOS source, connected to 3 destinations. 1.2 M events in the last 24 hours.</p>
              <Action href="/sources/ios-production?tab=overview">View source</Action>
            </Card>
            <Card>
              <h2>web-marketing</h2>
              <p>JavaScript source, connected to 5 destinations. 640 k events in the last 24 hours.</p>
              <Action href="/sources">View source</Action>
            </Card>
          </Grid>
        </Replaced>
      </Late>
    </Page>
  );
}

const ROWS: Readonly<Record<string, readonly (readonly [string, string, string])[]>> = {
  Sources: [
    ['ios-production', 'iOS', 'Enabled'],
    ['web-marketing', 'JavaScript', 'Enabled'],
    ['billing-backend', 'Node', 'Enabled'],
    ['support-tickets', 'Zendesk', 'Disabled'],
  ],
  Destinations: [
    ['warehouse', 'Snowflake', 'Enabled'],
    ['product-analytics', 'Amplitude', 'Enabled'],
    ['lifecycle-mail', 'Customer.io', 'Enabled'],
  ],
  Transformations: [
    ['mask-email', 'JavaScript', 'Active'],
    ['drop-internal-users', 'Python', 'Active'],
  ],
};

/** Path to title of the plain product lists. */
export const LISTS: Readonly<Record<string, string>> = {
  '/sources': 'Sources',
  '/destinations': 'Destinations',
  '/transformations': 'Transformations',
  '/syncs': 'Syncs',
  '/models': 'Models',
  '/directory': 'Directory',
  '/tracking-plans': 'Tracking Plans',
};

/** One of the plain product lists. */
export function ListPage({ title }: { title: string }) {
  const rows = ROWS[title] ?? [];
  return (
    <Page>
      <h1>{title}</h1>
      <p>{rows.length === 0 ? 'Nothing here yet.' : `${rows.length} in this workspace.`}</p>
      <Late skeleton={<Bones />}>
        {rows.length > 0 && (
          <Replaced>
            <PlainTable>
              <thead>
                <tr>
                  <th>Name</th>
                  <th>Type</th>
                  <th>Status</th>
                </tr>
              </thead>
              <tbody>
                {rows.map(([name, type, status]) => (
                  <tr key={name}>
                    <td>
                      <Link href={`/sources/${name}?tab=overview`}>{name}</Link>
                    </td>
                    <td>{type}</td>
                    <td>{status}</td>
                  </tr>
                ))}
              </tbody>
            </PlainTable>
          </Replaced>
        )}
      </Late>
    </Page>
  );
}

/** A settings row: what, why, and a control at the right. */
const Row = styled.div`
  display: flex;
  align-items: center;
  justify-content: space-between;
  gap: 24px;
  padding: 14px 0;
  border-top: 1px solid ${color.line};
  &:first-of-type {
    border-top: 0;
  }
  div {
    min-width: 0;
  }
  strong {
    display: block;
    font-weight: 500;
    color: ${color.ink};
  }
  span {
    color: ${color.muted};
    font-size: 13px;
  }
`;

export function SettingRow({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <Row>
      <div>
        <strong>{title}</strong>
        <span>{text}</span>
      </div>
      {children}
    </Row>
  );
}
