import { Disclosure } from '@/components/ui/disclosure';
import { dueByMonth } from '@/lib/domain/review/due-by-month';
import type { Review } from '@/lib/domain/review/review';
import styles from './due-timeline.module.css';

const month = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' });
const longMonth = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const at = (date: string) => new Date(`${date}T00:00:00Z`);

const height = 48;
const slot = 26;

/** Shows ends of access and reviews over the next twelve months, as a picture and as a table. */
export function DueTimeline({ reviews, now }: { reviews: readonly Review[]; now: Date }) {
  const months = dueByMonth(reviews, now);
  const most = Math.max(1, ...months.map(({ ends, reviews: due }) => ends + due));
  const total = months.reduce((sum, { ends, reviews: due }) => sum + ends + due, 0);
  if (total === 0) {
    return <p className={styles.caption}>No access ends and no review is due in the next twelve months.</p>;
  }
  const tall = (count: number) => (count / most) * height;
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>
        The next twelve months: <span className={styles.endsWord}>ends of access</span> and{' '}
        <span className={styles.reviewsWord}>reviews</span>
      </figcaption>
      <svg
        className={styles.picture}
        viewBox={`0 0 ${slot * 12} ${height + 28}`}
        role="img"
        aria-label={`${total} ends and reviews in the next twelve months; the table below names them by month.`}
      >
        {months.map(({ from, ends, reviews: due }, index) => (
          <g key={from} transform={`translate(${index * slot} 12)`}>
            <rect className={styles.reviews} x={4} width={slot - 8} y={height - tall(due)} height={tall(due)} />
            <rect className={styles.ends} x={4} width={slot - 8} y={height - tall(due + ends)} height={tall(ends)} />
            {ends + due > 0 && (
              <text className={styles.count} x={slot / 2} y={height - tall(due + ends) - 3}>
                {ends + due}
              </text>
            )}
            <line className={styles.base} x1={2} x2={slot - 2} y1={height} y2={height} />
            <text className={styles.month} x={slot / 2} y={height + 12}>
              {month.format(at(from))}
            </text>
          </g>
        ))}
      </svg>
      <Disclosure summary="As a table">
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Month</th>
              <th scope="col">Ends</th>
              <th scope="col">Reviews</th>
            </tr>
          </thead>
          <tbody>
            {months.map(({ from, ends, reviews: due }) => (
              <tr key={from}>
                <th scope="row">{longMonth.format(at(from))}</th>
                <td>{ends}</td>
                <td>{due}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Disclosure>
    </figure>
  );
}
