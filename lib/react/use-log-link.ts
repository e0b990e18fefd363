import { useEffect, useState } from 'react';
import { hashOfPlace, type Place, placeOf } from '@/components/log/place';

/** What the page's address points at, and how to point it elsewhere; Back and Forward go through the places that were opened. */
export function usePlace(): [Place, (place: Place, replace: boolean) => void] {
  const [place, setPlace] = useState<Place>(() => placeOf(location.hash));

  useEffect(() => {
    const follow = () => setPlace(placeOf(location.hash));
    addEventListener('hashchange', follow);
    addEventListener('popstate', follow);
    return () => {
      removeEventListener('hashchange', follow);
      removeEventListener('popstate', follow);
    };
  }, []);

  function go(next: Place, replace: boolean) {
    const url = hashOfPlace(next) || location.pathname + location.search;
    if (replace) history.replaceState(null, '', url);
    else history.pushState(null, '', url);
    setPlace(next);
  }
  return [place, go];
}
