import { Skeleton } from '@mantine/core';

/** Skeletons of the library while a tab loads. */
export function Bars() {
  return (
    <div aria-busy="true">
      {[100, 86, 92, 70].map((width) => (
        <Skeleton key={width} height={18} mt={12} width={`${width}%`} />
      ))}
    </div>
  );
}
