import type { Permission, Toggle } from '@/lib/domain/advice';
import { featurePermissions, policiesOverview } from './sources';

/** Names what Access Management can permit on a resource: change it, join it to another, make or remove it. */
export type Verb = 'edit' | 'connect' | 'create';

interface Resource {
  id: string;
  /** Written as in the policy editor. */
  name: string;
  /** Written as in “editing …”. */
  words: string;
  verbs: readonly Verb[];
}

const every: readonly Verb[] = ['edit', 'connect', 'create'];

const resources: readonly Resource[] = [
  { id: 'sources', name: 'Event Stream Sources', words: 'event stream sources', verbs: every },
  { id: 'destinations', name: 'Destinations', words: 'destinations', verbs: every },
  { id: 'tables', name: 'Tables', words: 'reverse ETL tables', verbs: every },
  { id: 'sql-models', name: 'SQL Models', words: 'SQL models', verbs: every },
  { id: 'audiences', name: 'Audiences', words: 'audiences', verbs: every },
  { id: 'transformations', name: 'Transformations', words: 'transformations', verbs: every },
  { id: 'tracking-plans', name: 'Tracking Plans', words: 'tracking plans', verbs: every },
  { id: 'data-catalog', name: 'Data Catalog', words: 'the data catalog', verbs: ['edit'] },
  { id: 'profiles', name: 'Profiles', words: 'profiles', verbs: every },
];

const verbs: Readonly<Record<Verb, { label: string; words: string; risk: Permission['risk'] }>> = {
  edit: { label: 'Edit', words: 'changing', risk: 3 },
  connect: { label: 'Connect', words: 'connecting', risk: 3 },
  create: { label: 'Create & Delete', words: 'creating or deleting', risk: 4 },
};

interface Single {
  id: string;
  name: string;
  words: string;
  risk: Permission['risk'];
}

/** Permissions that stand alone. */
const singles: readonly Single[] = [
  { id: 'libraries', name: 'Transformation Libraries', words: 'changing transformation libraries', risk: 3 },
  { id: 'alerts', name: 'Alert Overrides', words: 'overriding alerts of resources', risk: 2 },
  { id: 'retry-syncs', name: 'Retry warehouse syncs', words: 'retrying warehouse syncs', risk: 2 },
  { id: 'bots', name: 'Bot Management', words: 'managing bots', risk: 2 },
  { id: 'credentials', name: 'Credential Store', words: 'managing secrets in the credential store', risk: 5 },
];

/** The section “PII” (Enterprise): each shows what people did or who they are. */
const personal: readonly Omit<Single, 'risk'>[] = [
  { id: 'source-events', name: 'Event Stream Source Live Events', words: 'viewing live events of sources' },
  { id: 'destination-events', name: 'Destination Live Events', words: 'viewing live events of destinations' },
  { id: 'destination-failures', name: 'Destination Failure Samples', words: 'viewing failed events of destinations' },
  {
    id: 'destination-data',
    name: 'Destination Data Access (Activation API)',
    words: 'reading data through the Activation API',
  },
  { id: 'table-events', name: 'Table Live Events', words: 'viewing live events of tables' },
  { id: 'audience-events', name: 'Audience Live Events', words: 'viewing live events of audiences' },
  { id: 'sql-model-events', name: 'SQL Model Live Events', words: 'viewing live events of SQL models' },
  { id: 'sync-failures', name: 'Reverse ETL Sync Failure Samples', words: 'viewing failed rows of reverse ETL syncs' },
  { id: 'transformation-events', name: 'Transformation Live Events', words: 'viewing live events of transformations' },
  {
    id: 'transformation-failures',
    name: 'Transformation Failure Samples',
    words: 'viewing failed events of transformations',
  },
  { id: 'violations', name: 'Tracking Plan Violations', words: 'viewing tracking plan violations' },
];

/** Lists what shows personal data, by permission id. */
export const personalIds = personal.map(({ id }) => id);

/** Lists what can be given in a workspace, besides viewing. */
export const workspacePermissions: readonly Permission[] = [
  ...resources.flatMap(({ id, words, verbs: may }) =>
    may.map(
      (verb): Permission => ({
        id: `${verb}-${id}`,
        label: `${verbs[verb].words} ${words}`,
        risk: verbs[verb].risk,
        inScope: true,
        // Joining two resources takes Edit and Connect on both.
        ...(verb === 'connect' ? { takes: [`edit-${id}`] } : {}),
      }),
    ),
  ),
  ...singles.map(({ id, words, risk }): Permission => ({ id, label: words, risk, inScope: true })),
  ...personal.map(({ id, words }): Permission => ({ id, label: words, risk: 3, inScope: true, personalData: true })),
];

/** The boxes of the policy editor. Permissions for personal data can be set on Enterprise only. */
export const policyToggles: readonly Toggle[] = [
  ...resources.flatMap(({ id, name, verbs: may }) =>
    may.map(
      (verb): Toggle => ({
        id: `${verb}-${id}`,
        label: verbs[verb].label,
        group: name,
        gives: [`${verb}-${id}`],
        source: policiesOverview,
      }),
    ),
  ),
  ...singles.map(({ id, name }): Toggle => ({ id, label: name, gives: [id], source: featurePermissions })),
  ...personal.map(
    ({ id, name }): Toggle => ({
      id,
      label: name,
      gives: [id],
      notPlans: ['free', 'starter', 'growth'],
      source: policiesOverview,
    }),
  ),
];

/** Lists the boxes of some verbs on every resource that has them. */
export function policyOf(wanted: readonly Verb[]): readonly string[] {
  return resources.flatMap(({ id, verbs: may }) =>
    wanted.filter((verb) => may.includes(verb)).map((verb) => `${verb}-${id}`),
  );
}
