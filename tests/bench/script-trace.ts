import type { CDPSession } from 'playwright-core';

/** The parts of a trace that are relied on: microseconds, `ph` is `X` for what has a length. */
interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  args?: { data?: { url?: string }; fileName?: string };
}

const script = new Set([
  'EvaluateScript',
  'FunctionCall',
  'v8.compile',
  'v8.run',
  'v8.evaluateModule',
  'RunMicrotasks',
]);
const urlOf = ({ args }: TraceEvent) => String(args?.data?.url ?? args?.fileName ?? '');
const isOurs = (event: TraceEvent) => urlOf(event).startsWith('chrome-extension://');

/**
 * Returns the milliseconds that scripts of an extension took on the main thread of a page during some work, by a trace
 * of the browser. `isAlone`: the page has no scripts of its own, so that all counts, also what is called without saying
 * whose it is.
 */
export async function scriptTime(session: CDPSession, work: () => Promise<unknown>, isAlone: boolean): Promise<number> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: object[] }) => void events.push(...(value as TraceEvent[]));
  session.on('Tracing.dataCollected', collect);
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'v8', 'v8.execute'] },
  });
  await work();
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  session.off('Tracing.dataCollected', collect);

  const threads = new Set(events.filter(isOurs).map(({ pid, tid }) => `${pid}/${tid}`));
  const counted = events
    .filter((event) => event.ph === 'X' && script.has(event.name) && threads.has(`${event.pid}/${event.tid}`))
    .filter((event) => isAlone || isOurs(event))
    .sort((a, b) => a.ts - b.ts);
  let sum = 0;
  let end = 0;
  // One that stands in another is counted with it.
  for (const { ts, dur = 0 } of counted)
    if (ts >= end) {
      sum += dur;
      end = ts + dur;
    }
  return sum / 1000;
}
