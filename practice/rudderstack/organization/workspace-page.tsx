import { Button, Radio, Stack, Table, Tabs } from '@mantine/core';
import { useState } from 'react';
import { Late, Replaced } from '../../shared/hard.tsx';
import { t } from '../../shared/labels.ts';
import { navigate } from '../../shared/router.tsx';
import { useStore } from '../../shared/store.ts';
import { Card, Page, SettingRow } from '../parts/product-pages.tsx';
import { Bars } from './bars.tsx';
import { server } from './server.ts';

const TABS = [
  ['general', 'General'],
  ['data_privacy', 'Data Privacy'],
  ['audit_logs', 'Audit Logs'],
] as const;

/** Who may see personal data in this workspace: again a table of names and e-mails, again an `Add member`. */
function DataPrivacy() {
  const { people } = useStore(server.shown);
  const [who, setWho] = useState('selected');
  return (
    <Replaced>
      <Card>
        <h2>Data Privacy</h2>
        <Radio.Group label="Who can view restricted data?" value={who} onChange={setWho} mb="md">
          <Stack gap="xs" mt="xs">
            <Radio value="anyone" label="Anyone on your team" />
            <Radio value="selected" label="Only people you select" />
          </Stack>
        </Radio.Group>
        {who === 'selected' && (
          <>
            <div style={{ display: 'flex', justifyContent: 'space-between' }}>
              <h3>Allowed to view</h3>
              <Button size="xs">Add member</Button>
            </div>
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>Name</Table.Th>
                  <Table.Th>Email</Table.Th>
                  <Table.Th />
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {people.slice(0, 2).map(({ id, name, email }) => (
                  <Table.Tr key={id}>
                    <Table.Td>{name}</Table.Td>
                    <Table.Td>{email}</Table.Td>
                    <Table.Td ta="right">
                      <Button size="xs" variant="default">
                        Remove
                      </Button>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </>
        )}
      </Card>
    </Replaced>
  );
}

function AuditLogs() {
  const { log } = useStore(server.shown);
  return (
    <Replaced>
      <Table withTableBorder>
        <Table.Thead>
          <Table.Tr>
            {['User', 'Action', 'Target', 'Type', 'When'].map((heading) => (
              <Table.Th key={heading}>{heading}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {log.map((line) => (
            <Table.Tr key={line.at + line.action + line.target}>
              <Table.Td>{line.user}</Table.Td>
              <Table.Td>{line.action}</Table.Td>
              <Table.Td>{line.target}</Table.Td>
              <Table.Td>{line.type}</Table.Td>
              <Table.Td>{new Date(line.at).toLocaleString('en-US')}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Replaced>
  );
}

function General() {
  return (
    <Replaced>
      <Card>
        <h2>General</h2>
        <SettingRow title="Workspace name" text="Acme Production" />
        <SettingRow title="Workspace token" text="Use this token to connect your data plane.">
          <Button variant="default">Show token</Button>
        </SettingRow>
      </Card>
    </Replaced>
  );
}

/** Settings, Workspace. */
export function WorkspacePage({ tab }: { tab: string }) {
  return (
    <Page>
      <h1>{t('Workspace')}</h1>
      <p>Acme Production</p>
      <Tabs value={tab} onChange={(next) => navigate(`/workspace?tab=${next ?? 'general'}`)} mb="lg">
        <Tabs.List>
          {TABS.map(([value, label]) => (
            <Tabs.Tab key={value} value={value}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      <Late key={tab} skeleton={<Bars />}>
        {tab === 'data_privacy' ? <DataPrivacy /> : tab === 'audit_logs' ? <AuditLogs /> : <General />}
      </Late>
    </Page>
  );
}
