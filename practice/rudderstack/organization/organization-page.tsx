import { Button, Switch, Tabs, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { Late, Replaced } from '../../shared/hard.tsx';
import { t } from '../../shared/labels.ts';
import { navigate } from '../../shared/router.tsx';
import { useStore } from '../../shared/store.ts';
import { Card, Page, SettingRow } from '../parts/product-pages.tsx';
import { Bars } from './bars.tsx';
import { MembersTab } from './members-tab.tsx';
import { server } from './server.ts';
import { ServiceTokensTab } from './service-tokens-tab.tsx';

const TABS = [
  ['general', 'General'],
  ['members', 'Members'],
  ['service_access_tokens', 'Service Access Tokens'],
  ['billing', 'Billing'],
] as const;

function General() {
  return (
    <Replaced>
      <Card>
        <h2>General</h2>
        <SettingRow title="Organization name" text="Shown to everyone whom you invite.">
          <TextInput aria-label="Organization name" defaultValue="Acme Analytics" />
        </SettingRow>
        <SettingRow title="Require 2FA" text="Members must set up two-factor authentication at their next login.">
          <Switch aria-label="Require 2FA" />
        </SettingRow>
      </Card>
    </Replaced>
  );
}

function Billing() {
  const { people } = useStore(server.shown);
  return (
    <Replaced>
      <Card>
        <h2>Billing</h2>
        <p>Growth plan, unlimited members. {people.length} members at the moment.</p>
        <Button variant="default">Manage plan</Button>
      </Card>
    </Replaced>
  );
}

const CONTENT: Readonly<Record<string, () => ReactNode>> = {
  members: MembersTab,
  service_access_tokens: ServiceTokensTab,
  billing: Billing,
};

/** Settings, Organization. The tab stands in the query, as the vendor's one known URL of this page has it. */
export function OrganizationPage({ tab }: { tab: string }) {
  const Content = CONTENT[tab] ?? General;
  return (
    <Page>
      <h1>{t('Organization')}</h1>
      <p>Acme Analytics</p>
      <Replaced>
        <Tabs value={tab} onChange={(next) => navigate(`/organization?tab=${next ?? 'general'}`)} mb="lg">
          <Tabs.List>
            {TABS.map(([value, label]) => (
              <Tabs.Tab key={value} value={value}>
                {t(label)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </Tabs>
      </Replaced>
      <Late key={tab} share={0.5} skeleton={<Bars />}>
        <Content />
      </Late>
    </Page>
  );
}
