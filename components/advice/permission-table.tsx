import { Check, CirclePlus, type LucideIcon, Minus, Users, X } from 'lucide-react';
import type { Permission, PlaceAdvice, RoleModel } from '@/lib/domain/advice';
import styles from './permission-table.module.css';

type Verdict = 'needed' | 'excess' | 'lacking' | 'baseline';

const looks: Record<Verdict, { icon: LucideIcon; need: string; gives: string }> = {
  needed: { icon: Check, need: 'Needed', gives: 'Given' },
  excess: { icon: CirclePlus, need: 'Not needed', gives: 'Extra' },
  lacking: { icon: X, need: 'Needed', gives: 'Missing' },
  baseline: { icon: Users, need: 'Not needed', gives: 'Everybody has it' },
};

interface PermissionTableProps {
  model: RoleModel;
  advice: PlaceAdvice;
  /** Says what everybody there has anyway. */
  baseline?: readonly Permission[];
  caption: string;
}

/** Permission by permission: whether this grant needs it, and whether the role gives it. What is neither is left out. */
export function PermissionTable({ model, advice, baseline = [], caption }: PermissionTableProps) {
  const has = (permissions: readonly Permission[], id: string) => permissions.some((one) => one.id === id);
  const verdict = (id: string): Verdict | null => {
    if (has(advice.lacking, id)) return 'lacking';
    if (has(advice.needed, id)) return 'needed';
    if (has(advice.excess, id)) return 'excess';
    return has(baseline, id) ? 'baseline' : null;
  };
  // Who has everything has each thing: the included ones say nothing more.
  const included = new Set(advice.excess.flatMap(({ includes }) => includes ?? []));
  const rows = model.permissions.flatMap((permission) => {
    const found = verdict(permission.id);
    return found && !(found === 'excess' && included.has(permission.id)) ? [{ permission, verdict: found }] : [];
  });
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Permission</th>
          <th scope="col">This grant</th>
          <th scope="col">The role</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ permission, verdict: is }) => {
          const { icon: Icon, need, gives } = looks[is];
          const NeedIcon = need === 'Needed' ? Check : Minus;
          return (
            <tr key={permission.id} className={styles[is]}>
              <th scope="row">{permission.label}</th>
              <td>
                <NeedIcon size={12} aria-hidden="true" className={styles.icon} />
                {need}
              </td>
              <td className={styles.verdict}>
                <Icon size={12} aria-hidden="true" className={styles.icon} />
                {gives}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
