import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import type { NamedPage } from '@/lib/domain/grant/page-facts';
import type { Vendor } from '@/lib/vendors/registry';

interface AssumePageProps {
  vendor: Vendor;
  /** Starts guiding on this page as if it were the named one, from now on at this address; answers null, or why not. */
  onAssume: (page: NamedPage) => Promise<string | null>;
}

/** Lets the admin say which page it is where none was recognised; the guide starts anyway. */
export function AssumePage({ vendor, onAssume }: AssumePageProps) {
  const [choice, setChoice] = useState('');
  const [error, setError] = useState<string>();
  const pages = vendor.generations.map(({ id, info, pages: pack }) => ({ id, name: info.name, pages: pack.pages }));

  async function assume() {
    const [generation = '', page = ''] = choice.split('/');
    if (!page) return setError('Choose the page that this is.');
    setError((await onAssume({ generation, page })) ?? undefined);
  }

  return (
    <>
      <Field label="This page is" hint="Remembered for this address." error={error}>
        {(control) => (
          <Select {...control} value={choice} onChange={(event) => setChoice(event.target.value)}>
            <option value="">Choose…</option>
            {pages.map(({ id, name, pages: all }) => (
              <optgroup key={id} label={name}>
                {all.map((page) => (
                  <option key={page.id} value={`${id}/${page.id}`}>
                    {page.name}
                  </option>
                ))}
              </optgroup>
            ))}
          </Select>
        )}
      </Field>
      <Button size="small" onClick={assume}>
        Guide me here anyway
      </Button>
    </>
  );
}
