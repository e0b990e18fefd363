import { expect, test } from 'vitest';
import { harness, plan, type Victim } from '../crash/kill.ts';

/** A sample here; `npm run test:crash` asks for all of them. */
const kills = Number(process.env.GRANTBOOK_KILLS ?? 20);

// Neither is tried again: a loss counts however seldom it is.
test('a browser killed within a record of its journal loses nothing at the starts after', { retry: 0 }, async () => {
  const chromium = await harness();
  const wrong: (string | null)[] = [];
  const kill = async (victim: Victim) => wrong.push((await chromium.kill(victim, 40, 'start')).wrong);
  await kill('worker');
  for (let times = 0; times < 2; times += 1) {
    await chromium.tear();
    await kill('worker');
    await kill('browser');
  }
  await chromium.end();
  expect(wrong).toEqual([null, null, null, null, null]);
});

test(`${kills} kills of worker, tab and browser while the log is written lose nothing and double nothing`, {
  retry: 0,
  timeout: 60_000 + kills * 8000,
}, async () => {
  const chromium = await harness();
  const wrong: string[] = [];
  const over = new Map<string, number>();
  let done = 0;
  let hit = 0;

  for (const { victim, after, kind } of plan(kills, 60)) {
    const killed = await chromium.kill(victim, after, kind);
    done += 1;
    if (!killed.acknowledged) hit += 1;
    over.set(killed.what, (over.get(killed.what) ?? 0) + 1);
    if (!killed.wrong) continue;
    wrong.push(`kill ${done}, ${victim} after ${after} ms, over ${killed.what}: ${killed.wrong}`);
    // What is wrong once stays wrong: further kills would tell nothing.
    break;
  }
  await chromium.end();
  const kinds = [...over].map(([what, times]) => `${what} ${times}`).join(', ');
  console.log(`${done} kills, ${hit} of them before the answer, ${wrong.length} with a fault. Over: ${kinds}`);

  expect(wrong).toEqual([]);
  // Kills that come after the answer prove nothing: enough of them have to come before it.
  expect(hit).toBeGreaterThan(kills / 5);
});
