import styled from '@emotion/styled';
import { Button, Input, Progress, Skeleton, Switch } from 'antd5';
import type { ReactNode } from 'react';
import { Late, Replaced } from '../../shared/hard.tsx';
import { t } from '../../shared/labels.ts';
import { Link } from '../../shared/router.tsx';
import { useStore } from '../../shared/store.ts';
import { Card, SettingRow } from '../parts/product-pages.tsx';
import { server } from './server.ts';
import { TeammatesSection } from './teammates-section.tsx';
import { TokensSection } from './tokens-section.tsx';

const Columns = styled.div`
  display: grid;
  grid-template-columns: 210px minmax(0, 1fr);
  gap: 16px;
  min-height: calc(100vh - var(--strip));
  padding: 24px 20px 48px;
  background: #efefef;
`;

const Sections = styled.ul`
  margin: 0;
  padding: 0;
  list-style: none;
  a {
    display: block;
    padding: 9px 10px;
    border: 1px solid transparent;
    border-radius: 4px;
  }
  a[aria-current='page'] {
    border-color: #3462d8;
    background: #d8e0ec;
  }
`;

function GeneralSection() {
  const you = useStore(server.shown).people.find((one) => one.you);
  return (
    <Card>
      <h2>General</h2>
      <SettingRow title="Name" text={you?.name ?? ''} />
      <SettingRow title="Email" text={you?.email ?? ''} />
      <SettingRow title="Workspace token" text="Use this token to connect your data plane.">
        <Button>Show token</Button>
      </SettingRow>
    </Card>
  );
}

function BillingSection() {
  return (
    <Card>
      <h2>Billing</h2>
      <p>You are on the Starter plan: up to 10 teammates.</p>
      <Progress percent={42} />
      <SettingRow title="Invoices" text="Sent to billing@acme.example">
        <Button>Change email</Button>
      </SettingRow>
    </Card>
  );
}

function SecuritySection() {
  return (
    <Card>
      <h2>Security</h2>
      <SettingRow title="RudderStack password" text="A secure password helps protect your account.">
        <Button>Change password</Button>
      </SettingRow>
      <SettingRow title="Two-factor authentication" text="Add an additional layer of security to your account.">
        <Button>Set up 2FA</Button>
      </SettingRow>
      <SettingRow title="Require 2FA" text="Require two-factor authentication for all of your teammates.">
        <Switch aria-label="Require 2FA" />
      </SettingRow>
    </Card>
  );
}

function CompanySection() {
  return (
    <Card>
      <h2>Company</h2>
      <SettingRow title="Company name" text="Teammates see it in their invitation.">
        <Input aria-label="Company name" defaultValue="Acme Analytics" style={{ width: 240 }} />
      </SettingRow>
      <Button type="primary">Save</Button>
    </Card>
  );
}

const SECTIONS: readonly { slug: string; label: string; content: () => ReactNode }[] = [
  { slug: 'general', label: 'General', content: () => <GeneralSection /> },
  { slug: 'teammates', label: 'Teammates', content: () => <TeammatesSection /> },
  { slug: 'billing', label: 'Billing', content: () => <BillingSection /> },
  { slug: 'security', label: 'Security', content: () => <SecuritySection /> },
  { slug: 'tokens', label: 'Personal access tokens', content: () => <TokensSection /> },
  { slug: 'company', label: 'Company', content: () => <CompanySection /> },
];

/** Sections that keep no state of their own can be replaced as a whole. */
const STATELESS = new Set(['general', 'billing', 'security', 'company']);

export function SettingsPage({ section }: { section: string }) {
  const shown = SECTIONS.find(({ slug }) => slug === section) ?? SECTIONS[0];
  const content = shown?.content();
  return (
    <Columns>
      <Replaced>
        <Sections>
          {SECTIONS.map(({ slug, label }) => (
            <li key={slug}>
              <Link href={`/settings/${slug}`} aria-current={slug === shown?.slug ? 'page' : undefined}>
                {t(label)}
              </Link>
            </li>
          ))}
        </Sections>
      </Replaced>
      <div>
        <Late key={section} share={0.5} skeleton={<Skeleton active paragraph={{ rows: 6 }} />}>
          {STATELESS.has(shown?.slug ?? '') ? <Replaced>{content}</Replaced> : content}
        </Late>
      </div>
    </Columns>
  );
}
