import { Box } from '@mui/material';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { t } from '../../shared/labels.ts';
import type { Person } from '../../shared/people.ts';
import { type TeamActions, teamCells } from './team-cells.tsx';

const COLUMNS = '1.3fr 1.6fr 0.8fr 0.8fr 0.7fr 48px';
const HEADINGS = ['Name', 'Email', 'Role', 'Status', 'Apps', ''];
const ROW = 54;
const LINE = { display: 'grid', gridTemplateColumns: COLUMNS, alignItems: 'center', gap: 1.5, padding: '0 16px' };

/** The team as an ARIA table of `div`s that holds only the rows in view. */
export function VirtualTeam({ people, actions }: { people: readonly Person[]; actions: TeamActions }) {
  const box = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: people.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    overscan: 4,
  });
  return (
    <Box role="table" aria-label={t('Team')} aria-rowcount={people.length + 1} sx={{ fontSize: 13 }}>
      <Box role="rowgroup">
        <Box role="row" aria-rowindex={1} sx={{ ...LINE, height: 44, fontWeight: 500 }}>
          {HEADINGS.map((heading) => (
            <Box key={heading} role="columnheader">
              {heading === '' ? '' : t(heading)}
            </Box>
          ))}
        </Box>
      </Box>
      <Box ref={box} sx={{ height: 460, overflow: 'auto', border: '1px solid #e6e3ee', borderRadius: 2 }}>
        <Box role="rowgroup" sx={{ position: 'relative' }} style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, start }) => {
            const one = people[index];
            if (one === undefined) return null;
            return (
              <Box
                key={one.id}
                role="row"
                aria-rowindex={index + 2}
                sx={{ ...LINE, position: 'absolute', left: 0, right: 0, height: ROW }}
                style={{ transform: `translateY(${start}px)` }}
              >
                {Object.entries(teamCells(one, actions)).map(([key, cell]) => (
                  <Box key={key} role="cell" sx={{ minWidth: 0 }}>
                    {cell}
                  </Box>
                ))}
              </Box>
            );
          })}
        </Box>
      </Box>
    </Box>
  );
}
