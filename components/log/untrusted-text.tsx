import type { Phrase } from './entry-text';
import styles from './untrusted-text.module.css';
import { visibleText } from './visible-text';

/** Shows a value that came from a page or a person: as text, in its own direction, with nothing unseen in it. */
export function UntrustedText({ text }: { text: string }) {
  return <bdi>{visibleText(text)}</bdi>;
}

/** Shows a value that may be unknown or forgotten. */
export function Value({ text, none }: { text: string | null; none: string }) {
  return text ? <UntrustedText text={text} /> : <span className={styles.none}>{none}</span>;
}

/**
 * Shows sentences with the values in them set apart, so that text in another direction cannot turn the words around it.
 */
export function Sentence({ phrases }: { phrases: readonly Phrase[] }) {
  return phrases.map((phrase, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: a sentence never changes
    typeof phrase === 'string' ? phrase : <UntrustedText key={index} text={phrase.said} />,
  );
}
