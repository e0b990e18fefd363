import { describe, expect, it } from 'vitest';
import type { Permission, RoleModel } from '@/lib/domain/advice';
import { advised, idsOf, role, source, toggle } from './sample-model';

describe('what is told of an assignment', () => {
  const permission = (id: string, more: Partial<Permission> = {}): Permission => ({
    id,
    label: `doing ${id}`,
    risk: 2,
    ...more,
  });
  const inScope = (id: string) => permission(id, { inScope: true });
  const other = { ...source, ref: 'another document' };
  const base: RoleModel = {
    permissions: [permission('member'), inScope('view'), inScope('edit'), inScope('connect'), inScope('drop')],
    roles: [role('Member', ['member'])],
    scopeWord: 'workspace',
    needs: {},
  };
  const warnings = (need: string[], model: RoleModel) => advised(need, model).warnings.map(({ id }) => id);

  it('names the plans of the boxes that are ticked, and of no others', () => {
    const model: RoleModel = {
      ...base,
      scopeToggles: [
        toggle('edit', ['edit'], { plans: ['growth'] }),
        toggle('connect', ['connect'], { plans: ['enterprise', 'growth'] }),
        toggle('drop', ['drop'], { plans: ['ultimate'] }),
      ],
    };

    const [first] = advised(['member', 'edit', 'connect'], model, { plan: 'free' }).alternatives;

    expect(first?.label).toBe('Member, EDIT and CONNECT');
    expect(first?.takesPlan).toEqual(['growth', 'enterprise']);
  });

  it('does not tick a box that takes along one that the plan does not have', () => {
    const model: RoleModel = {
      ...base,
      scopeToggles: [toggle('view', ['view'], { plans: ['pro'] }), toggle('edit', ['edit'], { implies: ['view'] })],
    };

    expect(advised(['member', 'edit'], model, { plan: 'free' }).scope).toBeNull();
    expect(advised(['member', 'edit'], model, { plan: 'pro' }).scope?.label).toBe('VIEW and EDIT');
  });

  it('never advises a role in the scope that is reserved, and says whose it is', () => {
    const model: RoleModel = {
      ...base,
      scopeRoles: [
        role('Lord', ['view', 'edit', 'drop'], { reservedFor: 'lords' }),
        role('Thane', ['drop'], { reservedFor: 'thanes' }),
        role('Viewer', ['view']),
      ],
    };

    const { scope } = advised(['member', 'view', 'edit'], model);

    expect(scope?.label).toBe('Viewer');
    expect(scope?.because).toBe('Viewer does it. Only Lord gives doing edit, and it is reserved for lords.');
  });

  it('does not call a role the only one that gives just a part of what is lacking', () => {
    const model: RoleModel = { ...base, scopeRoles: [role('Thane', ['drop'], { reservedFor: 'thanes' })] };

    expect(advised(['member', 'edit', 'drop'], model).organization.because).toBe(
      'Member does it. No role here gives doing edit and doing drop.',
    );
  });

  it('says when another role gives what is lacking, and lacks something graver', () => {
    const model: RoleModel = {
      ...base,
      permissions: [permission('grave', { risk: 5 }), permission('light', { risk: 1 })],
      roles: [role('Light', ['light']), role('Grave', ['grave'])],
    };

    expect(advised(['grave', 'light'], model).sentence).toBe(
      'Grave: Grave does it. No role here gives doing light as well.',
    );
  });

  it('says nothing of the scope where nothing can be set there', () => {
    const { organization, scope } = advised(['member', 'view'], base);

    expect(scope).toBeNull();
    expect(idsOf(organization.lacking)).toEqual(['view']);
  });

  it('counts what two places give once, in the organization', () => {
    const model: RoleModel = {
      ...base,
      roles: [role('Member', ['member', 'edit'])],
      scopeToggles: [toggle('both', ['connect', 'edit', 'drop'])],
    };

    const { organization, scope } = advised(['member', 'connect'], model);

    expect(idsOf(organization.excess)).toEqual(['edit']);
    expect(idsOf(scope?.excess ?? [])).toEqual(['drop']);
  });

  it('is forced to take a part only by what no other part gives', () => {
    const model: RoleModel = {
      ...base,
      scopeToggles: [toggle('a', ['view', 'edit']), toggle('b', ['edit', 'connect'])],
    };

    const { scope } = advised(['member', 'view', 'edit', 'connect'], model);

    expect(scope?.parts.map(({ label, forcedBy }) => [label, idsOf(forcedBy)])).toEqual([
      ['A', ['view']],
      ['B', ['connect']],
    ]);
  });

  it('warns of a role in the scope', () => {
    const model: RoleModel = {
      ...base,
      scopeRoles: [role('Viewer', ['view'])],
      cautions: [
        { id: 'viewer', text: 'Look.', when: { chosen: ['Viewer'] }, source },
        { id: 'else', text: 'Look.', when: { chosen: ['Editor'] }, source },
      ],
    };

    expect(warnings(['member', 'view'], model)).toEqual(['viewer']);
    expect(warnings(['member'], model)).toEqual([]);
  });

  it('names every source once', () => {
    const model: RoleModel = {
      ...base,
      scopeRoles: [role('Viewer', ['view'])],
      scopeToggles: [toggle('edit', ['edit'], { source: other }), toggle('drop', ['drop'], { source: other })],
      scopeNothing: { label: 'nothing', because: 'It is there.', source: other },
      baseline: [{ gives: ['connect'], because: 'Everybody.', source }],
    };

    expect(advised(['member', 'view', 'edit', 'drop'], model).scope?.sources).toEqual([source, other]);
    expect(advised(['member', 'edit'], model).scope?.sources).toEqual([other]);
    expect(advised(['member', 'connect'], model).scope?.sources).toEqual([other]);
    expect(advised(['member'], model).organization.sources).toEqual([source]);
  });

  it('names groups beside roles and boxes, and only in the scope', () => {
    const groups = [{ name: 'Editors', gives: ['edit', 'connect'] }];
    const withRole: RoleModel = { ...base, scopeRoles: [role('Viewer', ['view'])] };
    const withBox: RoleModel = { ...base, scopeToggles: [toggle('drop', ['drop'])] };

    const first = advised(['member', 'view', 'edit', 'connect'], withRole, { groups });
    expect(first.scope?.label).toBe('Viewer and the group “Editors”');
    expect(first.scope?.because).toBe('The least that allows doing view, doing edit and doing connect.');
    expect(first.organization).toMatchObject({ label: 'Member', groups: [], because: 'Member does it.' });
    expect(advised(['member', 'edit', 'connect', 'drop'], withBox, { groups }).scope?.label).toBe(
      'DROP and the group “Editors”',
    );
  });

  it('names no alternative twice, not what it recommends, and three at most', () => {
    const model: RoleModel = {
      ...base,
      roles: [role('Member', ['member']), role('Admin', ['member', 'view', 'edit', 'connect', 'drop'])],
      scopeRoles: [role('Viewer', ['view']), role('Editor', ['view', 'edit'])],
    };
    const many: RoleModel = {
      ...base,
      roles: ['One', 'Two', 'Three', 'Four', 'Five'].map((label) => role(label, ['member'])),
    };
    const labels = (need: string[], from: RoleModel) => advised(need, from).alternatives.map(({ label }) => label);

    expect(labels(['member', 'view'], model)).toEqual(['Member, Editor', 'Admin']);
    expect(labels(['member', 'drop'], model)).toEqual([]);
    expect(labels(['member'], many)).toEqual(['Two', 'Three', 'Four']);
  });
});
