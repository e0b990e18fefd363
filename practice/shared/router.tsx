import type { AnchorHTMLAttributes, MouseEvent } from 'react';
import { createStore, useStore } from './store.ts';

const here = () => `${location.pathname}${location.search}`;
const place = createStore(here());

window.addEventListener('popstate', () => place.set(here()));

/** Goes to a path of this console without a reload. */
export function navigate(to: string, how: 'push' | 'replace' = 'push'): void {
  if (to === here()) return;
  if (how === 'push') history.pushState(null, '', to);
  else history.replaceState(null, '', to);
  place.set(here());
  if (how === 'push') window.scrollTo(0, 0);
}

/** The path shown and its query, updated on every client-side navigation. */
export function usePlace(): { path: string; query: URLSearchParams } {
  const url = new URL(useStore(place), location.origin);
  return { path: url.pathname.replace(/(.)\/+$/, '$1'), query: url.searchParams };
}

/** A link that a click follows without a reload; modified clicks behave as the browser's. */
export function Link({ href, onClick, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
  function follow(event: MouseEvent<HTMLAnchorElement>) {
    onClick?.(event);
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    navigate(href);
  }
  return <a {...rest} href={href} onClick={follow} />;
}
