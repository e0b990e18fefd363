import {
  Box,
  Breadcrumbs,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Skeleton,
  Stack,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TablePagination,
  TableRow,
} from '@mui/material';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { Late, Replaced } from '../../shared/hard.tsx';
import { t } from '../../shared/labels.ts';
import type { Person } from '../../shared/people.ts';
import { useStore } from '../../shared/store.ts';
import { useSwitches } from '../../shared/switches.ts';
import { Total } from '../../shared/total.tsx';
import { Page } from '../parts/pages.tsx';
import { AppsDialog } from './apps-dialog.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { server } from './server.ts';
import { type TeamActions, teamCells } from './team-cells.tsx';
import { useToast } from './toast.tsx';
import { VirtualTeam } from './virtual-team.tsx';

/** Settings, Organization, Team. */
export function TeamPage() {
  const { people } = useStore(server.shown);
  const { paging, virtual } = useSwitches();
  const toast = useToast();
  const [inviting, setInviting] = useState(false);
  const [apps, setApps] = useState<string | null>(null);
  const [removing, setRemoving] = useState<Person | null>(null);
  const [page, setPage] = useState(0);

  const actions: TeamActions = { manageApps: (one) => setApps(one.id), remove: setRemoving };
  const shown = paging > 0 ? people.slice(page * paging, (page + 1) * paging) : people;

  return (
    <Page>
      <Replaced>
        <Breadcrumbs sx={{ fontSize: 12, marginBottom: 1 }}>
          <span>{t('Settings')}</span>
          <span>{t('Organization')}</span>
        </Breadcrumbs>
        <Box sx={{ display: 'flex', alignItems: 'flex-start', justifyContent: 'space-between' }}>
          <div>
            <h1>{t('Team')}</h1>
            <p className="lead">People who can sign in to Acme on LogRocket</p>
          </div>
          <Button variant="contained" startIcon={<UserPlus size={15} aria-hidden />} onClick={() => setInviting(true)}>
            {t('Invite Team Member')}
          </Button>
        </Box>
      </Replaced>
      <Late
        share={1}
        base={260}
        skeleton={
          <Stack spacing={1}>
            {[1, 2, 3, 4].map((row) => (
              <Skeleton key={row} variant="rounded" height={44} />
            ))}
          </Stack>
        }
      >
        <Replaced>
          {virtual ? (
            <VirtualTeam people={people} actions={actions} />
          ) : (
            <TableContainer sx={{ border: '1px solid #e6e3ee', borderRadius: 2 }}>
              <Table sx={{ '& td, & th': { fontSize: 13 } }}>
                <TableHead>
                  <TableRow>
                    <TableCell>{t('Name')}</TableCell>
                    <TableCell>{t('Email')}</TableCell>
                    <TableCell>{t('Role')}</TableCell>
                    <TableCell>{t('Status')}</TableCell>
                    <TableCell>{t('Apps')}</TableCell>
                    <TableCell />
                  </TableRow>
                </TableHead>
                <TableBody>
                  {shown.map((one) => {
                    const cells = teamCells(one, actions);
                    return (
                      <TableRow key={one.id} hover>
                        <TableCell sx={{ maxWidth: 220 }}>{cells.name}</TableCell>
                        <TableCell>{cells.email}</TableCell>
                        <TableCell>{cells.role}</TableCell>
                        <TableCell>{cells.status}</TableCell>
                        <TableCell>{cells.apps}</TableCell>
                        <TableCell align="right">{cells.menu}</TableCell>
                      </TableRow>
                    );
                  })}
                </TableBody>
              </Table>
              {paging > 0 && (
                <TablePagination
                  component="div"
                  count={people.length}
                  page={page}
                  rowsPerPage={paging}
                  rowsPerPageOptions={[paging]}
                  onPageChange={(_, next) => setPage(next)}
                />
              )}
            </TableContainer>
          )}
          {paging === 0 && <Total count={people.length} noun="members" />}
        </Replaced>
      </Late>
      <InviteDialog open={inviting} onClose={() => setInviting(false)} />
      <AppsDialog one={people.find(({ id }) => id === apps) ?? null} onClose={() => setApps(null)} />
      <Dialog open={removing !== null} onClose={() => setRemoving(null)}>
        <DialogTitle>{removing?.status === 'active' ? 'Remove team member?' : 'Cancel invitation?'}</DialogTitle>
        <DialogContent>{removing?.email} will have no access to Acme.</DialogContent>
        <DialogActions>
          <Button onClick={() => setRemoving(null)}>Keep</Button>
          <Button
            color="error"
            onClick={() => {
              const email = removing?.email ?? '';
              setRemoving(null);
              server.remove(email).then(() => toast.success(`${email} removed`), toast.error);
            }}
          >
            Remove
          </Button>
        </DialogActions>
      </Dialog>
    </Page>
  );
}
