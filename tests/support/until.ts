/** How long a browser may take for anything, in ms. */
export const patience = 15_000;

/**
 * Asks again and again until there is an answer.
 *
 * @param what said when there is none, as in "popup.html is open"
 * @param ask answers undefined while there is nothing yet
 * @param ms how long to wait
 */
export async function until<Answer>(
  what: string,
  ask: () => Answer | undefined | Promise<Answer | undefined>,
  ms = patience,
): Promise<Answer> {
  const deadline = Date.now() + ms;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > deadline) throw new Error(`Waited ${ms / 1000} s in vain until ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
