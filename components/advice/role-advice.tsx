import { CircleCheck, CirclePlus, TriangleAlert } from 'lucide-react';
import { Disclosure } from '@/components/ui/disclosure';
import { ExternalLink } from '@/components/ui/external-link';
import { Section } from '@/components/ui/section';
import { dayText } from '@/components/ui/time';
import { type Advice, list, type RoleAdvice, type RoleModel } from '@/lib/domain/advice';
import type { Source } from '@/lib/domain/source';
import { PermissionTable } from './permission-table';
import styles from './role-advice.module.css';

interface RoleAdvicePanelProps {
  model: RoleModel;
  advice: Advice | null;
  /** Shows what it gives at once: the role is what the admin is about to choose. */
  expanded?: boolean;
}

/** The least role for the job: what to choose and why; what it gives beyond the need, the matrix and the source on demand. */
export function RoleAdvicePanel({ model, advice, expanded = false }: RoleAdvicePanelProps) {
  if (!advice) {
    return (
      <Section title="Recommended role" className={styles.panel}>
        <p className={styles.because}>
          Grantbook has no recommendation for this purpose here. Choose the role that the ticket approves.
        </p>
      </Section>
    );
  }
  const { organization, scope } = advice;
  const word = scope ? 'Organization' : null;
  const name = <strong className={styles.name}>{organization.role.label}</strong>;
  return (
    <Section title="Recommended role" className={styles.panel} aside={!scope && name}>
      {scope && (
        <p>
          <span className={styles.where}>{word}</span> {name}
        </p>
      )}
      <Because advice={organization} />
      {scope && (
        <>
          <p>
            <span className={styles.where}>Each {model.scopeWord}</span>{' '}
            <strong className={styles.name}>{scope.role.label}</strong>
          </p>
          <Because advice={scope} />
        </>
      )}
      <Disclosure summary={<ExcessLine advices={scope ? [organization, scope] : [organization]} />} when={expanded}>
        <div className={styles.more}>
          {[organization, ...(scope ? [scope] : [])].map((each, index) => (
            <div key={index === 0 ? 'organization' : 'scope'} className={styles.more}>
              <Beyond advice={each} />
              {each.role.caution && (
                <p className={styles.caution}>
                  <TriangleAlert size={14} aria-hidden="true" className={styles.icon} />
                  <span>{each.role.caution}</span>
                </p>
              )}
              <PermissionTable
                model={model}
                advice={each}
                caption={`${index === 0 ? (word ?? 'Role') : `Each ${model.scopeWord}`}: what ${each.role.label} gives`}
              />
              <SourceLine source={each.role.source} />
            </div>
          ))}
        </div>
      </Disclosure>
    </Section>
  );
}

function Because({ advice: { role, lacking } }: { advice: RoleAdvice }) {
  return (
    <p className={styles.because}>
      {role.because}
      {lacking.length > 0 && ` No role here gives ${list(lacking.map(({ label }) => label))}.`}
    </p>
  );
}

function ExcessLine({ advices }: { advices: readonly RoleAdvice[] }) {
  const count = advices.reduce((sum, { excess }) => sum + excess.length, 0);
  if (count === 0) return <span>Gives nothing beyond the need</span>;
  return <span>{`Gives ${count === 1 ? '1 thing' : `${count} things`} beyond the need`}</span>;
}

function Beyond({ advice: { role, excess } }: { advice: RoleAdvice }) {
  const Icon = excess.length > 0 ? CirclePlus : CircleCheck;
  return (
    <p className={excess.length > 0 ? styles.caution : styles.fine}>
      <Icon size={14} aria-hidden="true" className={styles.icon} />
      <span>
        {excess.length > 0
          ? `Beyond the need, ${role.label} also allows ${list(excess.map(({ label }) => label))}.`
          : `${role.label} gives nothing beyond the need.`}
      </span>
    </p>
  );
}

const kinds: Record<Source['kind'], string> = {
  vendor: 'From the vendor’s documentation',
  'how-to': 'From a procedure that the vendor does not confirm',
  derived: 'Our conclusion from the sources',
};

/** Where a fact comes from and when somebody last looked. */
export function SourceLine({ source }: { source: Source }) {
  const what = `${kinds[source.kind]}, checked ${dayText(source.checkedOn)}`;
  return (
    <p className={styles.source}>
      {/^https:\/\//.test(source.ref) ? (
        <ExternalLink href={source.ref}>{what}</ExternalLink>
      ) : (
        `${what}: ${source.ref}`
      )}
    </p>
  );
}
