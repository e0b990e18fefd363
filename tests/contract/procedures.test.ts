import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Role } from '@/lib/domain/advice';
import { type Generation, generationFor } from '@/lib/vendors/registry';
import { carriedBy, procedures, proceduresPage } from '../../scripts/lib/procedures.ts';

/** The table of default permissions in the old page: what each role may do, feature by feature. */
const rudderstackMatrix = [
  ['view', true, true, true],
  ['edit-sources', false, true, true],
  ['edit-destinations', false, true, true],
  ['edit-connections', false, true, true],
  ['live-events', true, true, true],
  ['edit-transformations', false, true, true],
  ['audit-logs', false, true, true],
  ['edit-tracking-plans', false, true, true],
  ['edit-models', false, true, true],
  ['transformation-secrets', true, true, true],
  ['manage-members', false, false, true],
  ['access-controls', false, false, true],
  ['workspace-settings', false, false, true],
] as const;

function generation(vendor: string, id: string): Generation {
  const found = generationFor(vendor, id);
  if (found?.id !== id) throw new Error(`${vendor}/${id} is not registered`);
  return found;
}

it('docs/procedures.md is what the checklists are; if not, `node scripts/procedures.mjs` writes it anew', () => {
  expect(readFileSync('docs/procedures.md', 'utf8')).toBe(proceduresPage());
});

describe.each(procedures)('the procedure for $name is in the product', ({ vendor, generation: id, lines, roles }) => {
  const product = generation(vendor, id);

  it.each(lines)('%s', (_line, ids, words) => {
    const said = ids.map((id) => [id, carriedBy(product, id)?.text] as const);

    expect(said.filter(([, text]) => text === undefined).map(([id]) => id)).toEqual([]);
    const all = said.map(([, text]) => text).join(' ');
    for (const word of words) expect(all).toMatch(word);
  });

  it.each(roles)('%s: %s', (where, label, words) => {
    const role: Role | undefined = product.model[where]?.find((one) => one.label === label);

    expect(role).toBeDefined();
    for (const word of words) expect(`${role?.because} ${role?.caution ?? ''}`).toMatch(word);
  });

  it('keeps its order', () => {
    const steps = product.grant.stages.flatMap((stage) => stage.steps.map(({ id }) => id));
    const invite = ['open-form', 'enter-email', 'choose-role', 'send-invitation', 'watch-pending', 'confirm-access'];

    expect(steps.filter((id) => invite.includes(id))).toEqual(invite);
  });
});

describe('roles of the old Members page', () => {
  const { model } = generation('rudderstack', 'members');

  it.each(rudderstackMatrix)('%s: Read-Only %s, Read-Write %s, Admin %s', (permission, ...expected) => {
    const given = ['Read-Only', 'Read-Write', 'Admin'].map((label) =>
      model.roles.find((role) => role.label === label)?.gives.includes(permission),
    );

    expect(given).toEqual(expected);
  });
});

describe('LogRocket', () => {
  const { grant, removal } = generation('logrocket', 'organization-team');

  it('gives apps only after acceptance', () => {
    const steps = grant.stages.flatMap((stage) => stage.steps.map(({ id }) => id));

    for (const id of ['find-collaborator', 'open-apps', 'add-apps', 'save-apps'])
      expect(steps.indexOf(id)).toBeGreaterThan(steps.indexOf('watch-pending'));
  });

  it('takes away the apps first, then the keys, then the organization', () => {
    const stages = removal.stages.map(({ id }) => id);

    expect(stages).toEqual(['removal-prepare', 'removal-apps', 'removal-keys', 'removal-organization']);
  });
});
