import { Checkbox, Table } from 'antd';
import { Check } from 'lucide-react';
import { t } from '../../shared/labels.ts';

const VERBS = ['Edit', 'Connect', 'Create & Delete'] as const;

/** Resources and the verbs that each has; the ones with `Allow` are a single permission. */
const RESOURCES: readonly { name: string; verbs: readonly string[] }[] = [
  { name: 'Event Stream Sources', verbs: VERBS },
  { name: 'Destinations', verbs: VERBS },
  { name: 'Tables', verbs: VERBS },
  { name: 'SQL Models', verbs: VERBS },
  { name: 'Audiences', verbs: VERBS },
  { name: 'Transformations', verbs: VERBS },
  { name: 'Transformation Libraries', verbs: ['Edit'] },
  { name: 'Tracking Plans', verbs: VERBS },
  { name: 'Data Catalog', verbs: ['Edit'] },
  { name: 'Profiles', verbs: VERBS },
  { name: 'Alert Overrides', verbs: ['Edit'] },
  { name: 'Retry warehouse syncs', verbs: ['Edit'] },
  { name: 'Bot Management', verbs: ['Edit'] },
  { name: 'Credential Store', verbs: ['Edit'] },
];

/**
 * The matrix of resources and verbs. Permissions are written `Resource: Verb`; inherited ones show a green check mark
 * and cannot be taken away.
 */
export function PolicyMatrix({
  granted,
  inherited = [],
  onChange,
}: {
  granted: readonly string[];
  inherited?: readonly string[];
  /** Read-only when absent. */
  onChange?: (granted: readonly string[]) => void;
}) {
  return (
    <Table
      size="small"
      rowKey="name"
      pagination={false}
      dataSource={[...RESOURCES]}
      columns={[
        { key: 'resource', title: t('Resource'), dataIndex: 'name' },
        ...VERBS.map((verb) => ({
          key: verb,
          title: verb,
          render: (_: unknown, { name, verbs }: { name: string; verbs: readonly string[] }) => {
            const permission = `${name}: ${verb}`;
            if (!verbs.includes(verb)) return '–';
            if (inherited.includes(permission)) return <Check size={15} color="#1f9d55" aria-label="Inherited" />;
            return (
              <Checkbox
                aria-label={permission}
                checked={granted.includes(permission)}
                disabled={onChange === undefined}
                onChange={(event) =>
                  onChange?.(
                    event.target.checked ? [...granted, permission] : granted.filter((one) => one !== permission),
                  )
                }
              />
            );
          },
        })),
      ]}
    />
  );
}
