import { useEffect, useState } from 'react';
import { type LogLink, logHash, parseLogLink } from '@/lib/domain/log/log-link';

/**
 * Returns where the page's address leads, and a way to lead it elsewhere; Back and Forward go through what was opened.
 */
export function useLogLink(): [LogLink, (link: LogLink, replace: boolean) => void] {
  const [link, setLink] = useState<LogLink>(() => parseLogLink(location.hash));

  useEffect(() => {
    const follow = () => setLink(parseLogLink(location.hash));
    addEventListener('hashchange', follow);
    addEventListener('popstate', follow);
    return () => {
      removeEventListener('hashchange', follow);
      removeEventListener('popstate', follow);
    };
  }, []);

  function go(next: LogLink, replace: boolean) {
    const url = logHash(next) || location.pathname + location.search;
    if (replace) history.replaceState(null, '', url);
    else history.pushState(null, '', url);
    setLink(next);
  }
  return [link, go];
}
