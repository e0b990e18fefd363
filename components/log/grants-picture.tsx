import { ChartColumn, Table } from 'lucide-react';
import { memo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import type { GrantFigures, Month } from './grants-by-month';
import styles from './grants-picture.module.css';
import { names } from './names';
import { UntrustedText } from './untrusted-text';

// Months in the picture; the table has all.
const shownMonths = 24;

// Looks of the vendors' parts of a bar: a colour and a pattern each, so that they are told apart without colour, too.
const looks = ['solid', 'striped', 'dotted', 'bordered'] as const;

const lookOf = (vendors: readonly string[], vendor: string) => looks[vendors.indexOf(vendor) % looks.length] ?? 'solid';

const words = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric' });
const shortMonth = new Intl.DateTimeFormat('en', { month: 'short' });
const dayOf = (month: string) => new Date(`${month}-01T12:00:00`);

interface GrantsPictureProps {
  figures: GrantFigures;
  /** Tells whether filters leave some grants out. */
  filtered: boolean;
  /** Tells whether it stands open at first. */
  open: boolean;
}

/** Shows grants per month by vendor, and how many are temporary, overdue and excepted: as a picture or a table. */
export const GrantsPicture = memo(function GrantsPicture({ figures, filtered, open }: GrantsPictureProps) {
  const [asTable, setAsTable] = useState(false);
  const { months, vendors, total, temporary, overdue, excepted } = figures;
  return (
    <section aria-label="Overview" className={styles.overview}>
      <Disclosure summary={filtered ? 'Overview of the grants that match' : 'Overview'} when={open}>
        <div className={styles.body}>
          <dl className={styles.figures}>
            <Figure name="Grants" value={total} />
            <Figure name="Temporary" value={temporary} of={total} />
            <Figure name="Overdue" value={overdue} of={total} tone={overdue > 0 ? 'danger' : undefined} />
            <Figure name="With an exception" value={excepted} of={total} />
          </dl>
          <div className={styles.chart}>
            <div className={styles.head}>
              <h2>Grants per month</h2>
              {!asTable && (
                <ul className={styles.legend}>
                  {vendors.map((vendor) => (
                    <li key={vendor}>
                      <span className={`${styles.swatch} ${styles[lookOf(vendors, vendor)]}`} aria-hidden="true" />
                      <UntrustedText text={names.vendor(vendor)} />
                    </li>
                  ))}
                </ul>
              )}
              <Button size="small" icon={asTable ? ChartColumn : Table} onClick={() => setAsTable(!asTable)}>
                {asTable ? 'Show as a picture' : 'Show as a table'}
              </Button>
            </div>
            {asTable ? (
              <MonthTable months={months} vendors={vendors} />
            ) : (
              <Bars months={months.slice(-shownMonths)} vendors={vendors} />
            )}
          </div>
        </div>
      </Disclosure>
    </section>
  );
});

/** Holds the place of the picture while it is not drawn yet. `open`: as the picture will stand. */
export const PicturePlaceholder = ({ open }: { open: boolean }) => (
  <div className={styles.placeholder} data-open={open} aria-hidden="true" />
);

interface FigureProps {
  name: string;
  value: number;
  of?: number;
  tone?: 'danger' | undefined;
}

function Figure({ name, value, of, tone }: FigureProps) {
  const share = of ? Math.round((value / of) * 100) : null;
  return (
    <div className={styles.figure} data-tone={tone}>
      <dt>{name}</dt>
      <dd>
        {value.toLocaleString('en')}
        {share !== null && value > 0 && <span className={styles.share}>{share < 1 ? 'under 1' : share} %</span>}
      </dd>
    </div>
  );
}

/** Returns the highest line of the scale: a number that halves well. */
function topOf(highest: number): number {
  if (highest <= 4) return 4;
  const step = 10 ** Math.floor(Math.log10(highest));
  return [1, 2, 4, 6, 8, 10].map((times) => times * step).find((top) => top >= highest) ?? highest;
}

function Bars({ months, vendors }: Pick<GrantFigures, 'vendors'> & { months: readonly Month[] }) {
  const top = topOf(Math.max(0, ...months.map(({ total }) => total)));
  const label = months.map(({ month, total }) => `${words.format(dayOf(month))}: ${total}`).join(', ');
  return (
    <div className={styles.plot}>
      <div className={styles.scale} aria-hidden="true">
        {[top, top / 2, 0].map((line) => (
          <span key={line}>{line.toLocaleString('en')}</span>
        ))}
      </div>
      <div role="img" aria-label={`Grants started per month. ${label || 'None yet'}.`} className={styles.bars}>
        {months.map((month, index) => (
          <div key={month.month} className={styles.month} title={titleOf(month, vendors)}>
            <div className={styles.bar}>
              {vendors.map((vendor) => (
                <div
                  key={vendor}
                  className={styles[lookOf(vendors, vendor)]}
                  style={{ height: `${((month.byVendor[vendor] ?? 0) / top) * 100}%` }}
                />
              ))}
            </div>
            <span className={styles.name}>{nameOf(month.month, index === 0)}</span>
          </div>
        ))}
      </div>
    </div>
  );
}

/** Names a month: `Mar`; the year stands where it begins. */
function nameOf(month: string, first: boolean): string {
  const name = shortMonth.format(dayOf(month));
  return first || month.endsWith('-01') ? `${name} ${month.slice(2, 4)}` : name;
}

function titleOf({ month, total, byVendor }: Month, vendors: readonly string[]): string {
  const parts = vendors.map((vendor) => `${names.vendor(vendor)} ${byVendor[vendor] ?? 0}`);
  return `${words.format(dayOf(month))}: ${total} (${parts.join(', ')})`;
}

function MonthTable({ months, vendors }: Pick<GrantFigures, 'months' | 'vendors'>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section className={styles.table} tabIndex={0} aria-label="Grants per month, table">
      <table aria-label="Grants per month">
        <thead>
          <tr>
            <th scope="col">Month</th>
            {vendors.map((vendor) => (
              <th key={vendor} scope="col">
                <UntrustedText text={names.vendor(vendor)} />
              </th>
            ))}
            <th scope="col">Total</th>
          </tr>
        </thead>
        <tbody>
          {months.toReversed().map(({ month, byVendor, total }) => (
            <tr key={month}>
              <th scope="row">{words.format(dayOf(month))}</th>
              {vendors.map((vendor) => (
                <td key={vendor}>{(byVendor[vendor] ?? 0).toLocaleString('en')}</td>
              ))}
              <td>{total.toLocaleString('en')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
