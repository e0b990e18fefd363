import { CircleCheck, CirclePlus, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Disclosure } from '@/components/ui/disclosure';
import { ExternalLink } from '@/components/ui/external-link';
import { Section } from '@/components/ui/section';
import { type Advice, naming, type PlaceAdvice, plainly, type RoleModel } from '@/lib/domain/advice';
import { quantity } from '@/lib/domain/values/quantity';
import type { Source } from '@/lib/domain/values/source';
import { dayText } from '@/lib/domain/values/time-text';
import { Alternatives } from './alternatives';
import { PermissionTable } from './permission-table';
import styles from './role-advice.module.css';

interface RoleAdvicePanelProps {
  model: RoleModel;
  advice: Advice | null;
  /** Says how many permissions of a refined need this generation does not know. */
  unknownNeeds?: number;
  /** Shows what it gives at once: the role is what the admin is about to choose. */
  expanded?: boolean;
  /** Says what stands under the details: ways to tell the advice more. */
  children?: ReactNode;
}

/** The least role for the job: what to choose and why; what it gives beyond the need, the matrix and the source on demand. */
export function RoleAdvicePanel({ model, advice, unknownNeeds = 0, expanded = false, children }: RoleAdvicePanelProps) {
  if (!advice) {
    return (
      <Section title="Recommended role" className={styles.panel}>
        <p className={styles.because}>
          Grantbook has no recommendation for this purpose here. Choose the role that the ticket approves.
        </p>
      </Section>
    );
  }
  const { organization, scope, warnings } = advice;
  const word = scope ? 'Organization' : null;
  const name = <strong className={styles.name}>{organization.label}</strong>;
  const short = organization.label.length < 24;
  const places = [organization, ...(scope ? [scope] : [])];
  return (
    <Section title="Recommended role" className={styles.panel} aside={!scope && short && name}>
      {(scope || !short) && (
        <p>
          {word && <span className={styles.where}>{word}</span>} {name}
        </p>
      )}
      <p className={styles.because}>{organization.because}</p>
      {scope && (
        <>
          <p>
            <span className={styles.where}>Each {model.scopeWord}</span>{' '}
            <strong className={styles.name}>{scope.label}</strong>
          </p>
          <p className={styles.because}>{scope.because}</p>
        </>
      )}
      {unknownNeeds > 0 && (
        <p className={styles.because}>
          {unknownNeeds === 1 ? 'One permission' : `${unknownNeeds} permissions`} that you ticked for another page of
          this vendor {unknownNeeds === 1 ? 'is' : 'are'} not known here, and not counted.
        </p>
      )}
      <Disclosure summary={<Summary advice={advice} places={places} />} when={expanded}>
        <div className={styles.more}>
          {places.map((each, index) => (
            <div key={index === 0 ? 'organization' : 'scope'} className={styles.more}>
              <Beyond advice={each} />
              {each.caution && (
                <p className={styles.caution}>
                  <TriangleAlert size={14} aria-hidden="true" className={styles.icon} />
                  <span>{each.caution}</span>
                </p>
              )}
              {each.parts.some(({ forcedBy }) => forcedBy.length > 0) && (
                <ul className={styles.parts} aria-label="Why each part">
                  {each.parts
                    .filter(({ forcedBy }) => forcedBy.length > 0)
                    .map(({ kind, label, forcedBy }) => (
                      <li key={`${kind} ${label}`}>
                        <strong className={styles.name}>{label}</strong> for {naming(forcedBy)}
                      </li>
                    ))}
                </ul>
              )}
              <PermissionTable
                model={model}
                advice={each}
                baseline={index === places.length - 1 ? advice.baseline : []}
                caption={`${index === 0 ? (word ?? 'Role') : `Each ${model.scopeWord}`}: what ${each.label} gives`}
              />
              {each.sources.map((source) => (
                <SourceLine key={source.ref} source={source} />
              ))}
            </div>
          ))}
          {warnings.length > 0 && (
            <ul className={styles.warnings} aria-label="To know">
              {warnings.map(({ id, text, source }) => (
                <li key={id} className={styles.caution}>
                  <Info size={14} aria-hidden="true" className={styles.icon} />
                  <span>
                    {text} <SourceMark source={source} />
                  </span>
                </li>
              ))}
            </ul>
          )}
          <Alternatives alternatives={advice.alternatives} />
          {children}
        </div>
      </Disclosure>
    </Section>
  );
}

function Summary({ advice: { warnings }, places }: { advice: Advice; places: readonly PlaceAdvice[] }) {
  const count = places.reduce((sum, { excess }) => sum + plainly(excess).length, 0);
  return (
    <span>
      <span>{count === 0 ? 'No extra permissions' : quantity(count, 'extra permission')}</span>
      {warnings.length > 0 && <span> · {quantity(warnings.length, 'note')}</span>}
    </span>
  );
}

function Beyond({ advice: { label, excess } }: { advice: PlaceAdvice }) {
  const Icon = excess.length > 0 ? CirclePlus : CircleCheck;
  return (
    <p className={excess.length > 0 ? styles.caution : styles.fine}>
      <Icon size={14} aria-hidden="true" className={styles.icon} />
      <span>
        {excess.length > 0
          ? `Beyond the need, ${label} also allows ${naming(excess)}.`
          : `${label.charAt(0).toUpperCase()}${label.slice(1)} gives nothing beyond the need.`}
      </span>
    </p>
  );
}

const kinds: Record<Source['kind'], string> = {
  vendor: 'From the vendor’s documentation',
  'how-to': 'From a procedure that the vendor does not confirm',
  derived: 'Our conclusion from the sources',
};

const isLink = ({ ref }: Source) => /^https:\/\//.test(ref);

/** Shows where a fact comes from and when somebody last looked. */
export function SourceLine({ source }: { source: Source }) {
  const what = `${kinds[source.kind]}, checked ${dayText(source.checkedOn)}`;
  return (
    <p className={styles.source}>
      {isLink(source) ? (
        <ExternalLink href={source.ref}>{what}</ExternalLink>
      ) : (
        `${source.ref}, ${dayText(source.checkedOn)}`
      )}
    </p>
  );
}

/** The same in brackets after a sentence. */
function SourceMark({ source }: { source: Source }) {
  const what = `${source.kind === 'vendor' ? 'vendor' : source.kind === 'how-to' ? 'unconfirmed procedure' : 'our conclusion'}, ${dayText(source.checkedOn)}`;
  return isLink(source) ? <ExternalLink href={source.ref}>{what}</ExternalLink> : <span>({what})</span>;
}
