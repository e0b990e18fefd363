import { App, Button, Collapse, Select, Tabs, Tag } from 'antd';
import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { t } from '../../shared/labels.ts';
import type { Person } from '../../shared/people.ts';
import { useStore } from '../../shared/store.ts';
import { useInDialog } from '../parts/in-dialog.ts';
import { Frame } from './frame.tsx';
import { PolicyMatrix } from './policy.tsx';
import { groupsOf, server, WORKSPACES } from './server.ts';

/** A member's own permissions in a workspace are kept as one text, parts separated by `; `. */
const SEPARATOR = '; ';

function Individual({ one }: { one: Person }) {
  const groups = groupsOf(useStore(server.shown));
  const { message } = App.useApp();
  const inDialog = useInDialog();
  const [adding, setAdding] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const [drafts, setDrafts] = useState<Readonly<Record<string, readonly string[]>>>({});

  const stored = (workspace: string) =>
    (one.workspaces[workspace] ?? '').split(SEPARATOR).filter((text) => text !== '');
  const inherited = (workspace: string) =>
    groups.filter(({ name }) => one.groups.includes(name)).flatMap(({ policies }) => policies[workspace] ?? []);

  async function save(workspace: string, permissions: readonly string[], done: string) {
    try {
      await server.update(one.email, {
        workspaces: { ...one.workspaces, [workspace]: permissions.join(SEPARATOR) },
      });
      message.success(done);
    } catch (error) {
      message.error(String(error));
    }
  }

  return (
    <>
      <Button type="primary" style={{ marginBottom: 12 }} onClick={() => setAdding(true)}>
        {t('Add workspace policy')}
      </Button>
      <Collapse
        items={Object.keys(one.workspaces).map((workspace) => ({
          key: workspace,
          label: workspace,
          children: (
            <>
              <PolicyMatrix
                granted={drafts[workspace] ?? stored(workspace)}
                inherited={inherited(workspace)}
                onChange={(next) => setDrafts({ ...drafts, [workspace]: next })}
              />
              <Button
                type="primary"
                style={{ marginTop: 12 }}
                disabled={drafts[workspace] === undefined}
                onClick={() => save(workspace, drafts[workspace] ?? [], 'Policy saved')}
              >
                {t('Save')}
              </Button>
            </>
          ),
        }))}
      />
      <Frame
        title="Add workspace policy"
        open={adding}
        onClose={() => setAdding(false)}
        footer={
          <Button
            type="primary"
            disabled={chosen === null}
            onClick={async () => {
              if (chosen !== null) await save(chosen, [], 'Workspace policy added');
              setChosen(null);
              setAdding(false);
            }}
          >
            {t('Add')}
          </Button>
        }
      >
        <Select
          aria-label="Workspace"
          style={{ width: '100%' }}
          placeholder="Select a workspace"
          value={chosen}
          onChange={setChosen}
          options={WORKSPACES.filter((name) => !(name in one.workspaces)).map((value) => ({ value, label: value }))}
          {...inDialog}
        />
      </Frame>
    </>
  );
}

/** One member: the resulting access policy, their groups, and what they have on their own. */
export function MemberDetails({ one, onBack }: { one: Person; onBack: () => void }) {
  const groups = groupsOf(useStore(server.shown));
  return (
    <>
      <Button type="link" style={{ padding: 0 }} icon={<ArrowLeft size={14} aria-hidden />} onClick={onBack}>
        Users
      </Button>
      <h2 style={{ margin: '8px 0 0', fontWeight: 500 }}>{one.name || one.email}</h2>
      <p style={{ margin: '0 0 12px' }}>
        {one.email} <Tag>{one.roles[0]}</Tag>
      </p>
      <Tabs
        items={[
          {
            key: 'policy',
            label: 'Access Policy',
            children: (
              <PolicyMatrix
                granted={groups
                  .filter(({ name }) => one.groups.includes(name))
                  .flatMap(({ policies }) => Object.values(policies).flat())}
              />
            ),
          },
          { key: 'groups', label: 'Groups', children: one.groups.map((name) => <Tag key={name}>{name}</Tag>) },
          { key: 'individual', label: 'Individual Permissions', children: <Individual one={one} /> },
        ]}
      />
    </>
  );
}
