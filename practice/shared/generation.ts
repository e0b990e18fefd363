/** The generation that this console is: the name of its folder, which the build writes into the page. */
export const generation = document.querySelector<HTMLMetaElement>('meta[name="generation"]')?.content ?? '';
