import { useState } from 'react';
import { useSwitches } from './switches.ts';

/** The pages of an antd table, as the switches `paging` and `total` ask. Call it above whatever is replaced. */
export function usePages() {
  const { paging, total } = useSwitches();
  const [current, setCurrent] = useState(1);
  if (paging === 0) return false;
  const showTotal = (count: number, [from, to]: [number, number]) => `${from}-${to} of ${count}`;
  return {
    pageSize: paging,
    current,
    onChange: setCurrent,
    showSizeChanger: false,
    ...(total ? { showTotal } : {}),
  };
}
