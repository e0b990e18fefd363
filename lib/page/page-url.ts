/** Returns an address without its fragment. */
export const pageUrl = (href: string): string => href.replace(/#.*/s, '');
