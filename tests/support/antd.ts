import type { Locator, Page } from 'playwright-core';
import { until } from './until.ts';

/** Whether an option is chosen, or its list closed over it. */
const isTaken = (option: Locator): Promise<boolean> =>
  option.evaluateAll((all) =>
    all.every((one) => !one.checkVisibility() || one.classList.contains('ant-select-item-option-selected')),
  );

/** Clicks an option of Ant Design's select, and once more where the list was still opening and passed over the click. */
export async function chooseOption(option: Locator): Promise<void> {
  const taken = async () => ((await isTaken(option)) ? true : undefined);
  await option.click();
  const hit = await until('the option is chosen', taken, 3_000).catch(() => false);
  if (hit) return;
  await option.click();
  await until('the option is chosen', taken);
}

/** Chooses in Ant Design's select, whose list stands at the end of the page. */
export async function chooseInAntd(page: Page, select: Locator, title: string): Promise<void> {
  await select.click();
  const list = page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)');
  await chooseOption(list.locator('.ant-select-item-option').and(list.getByTitle(title, { exact: true })));
  await list.waitFor({ state: 'hidden' });
}
