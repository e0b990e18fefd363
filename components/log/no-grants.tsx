import { BookOpenCheck } from 'lucide-react';
import { vendors } from '@/lib/vendors/registry';
import styles from './no-grants.module.css';

const vendorNames = vendors.map(({ name }) => name);

/** Shows what stands where no grant is yet: how to make the first. */
export function NoGrants() {
  return (
    <div className={styles.start}>
      <BookOpenCheck size={24} aria-hidden="true" />
      <h2>No grants yet</h2>
      <ol>
        <li>Open the page of {vendorNames.join(' or ')} where members are invited.</li>
        <li>Click Grantbook in the browser’s toolbar and press New grant.</li>
        <li>Fill in what the ticket says. The grant and every step of it then stand here.</li>
      </ol>
      <p>The log is kept in this browser only. Nothing of it leaves unless you export it.</p>
    </div>
  );
}
