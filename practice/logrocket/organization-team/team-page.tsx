import {
  Avatar,
  Box,
  Breadcrumbs,
  Button,
  Chip,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  IconButton,
  Menu,
  MenuItem,
  Select,
  Skeleton,
  Stack,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TablePagination,
  TableRow,
  Typography,
} from '@mui/material';
import { EllipsisVertical, UserPlus } from 'lucide-react';
import { useState } from 'react';
import { Late, Replaced, useHold } from '../../shared/hard.tsx';
import { t } from '../../shared/labels.ts';
import type { Person } from '../../shared/people.ts';
import { useStore } from '../../shared/store.ts';
import { useSwitches } from '../../shared/switches.ts';
import { Total } from '../../shared/total.tsx';
import { Page } from '../parts/pages.tsx';
import { AppsDialog } from './apps-dialog.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { ORG_ROLES, server } from './server.ts';
import { useToast } from './toast.tsx';
import { VirtualTeam } from './virtual-team.tsx';

/** Words of the status chip: only "pending" comes from the how-to, the others are not documented. */
const STATUS = { active: 'Active', pending: 'Pending', expired: 'Expired' } as const;
const TONE = { active: 'success', pending: 'warning', expired: 'default' } as const;

export interface TeamActions {
  readonly manageApps: (one: Person) => void;
  readonly remove: (one: Person) => void;
}

function RoleSelect({ one }: { one: Person }) {
  const toast = useToast();
  const [open, setOpen] = useState(false);
  useHold(open);
  const role = one.roles[0] ?? '';
  if (one.you) return <span>{role}</span>;
  return (
    <Select
      variant="standard"
      disableUnderline
      value={role}
      open={open}
      onOpen={() => setOpen(true)}
      onClose={() => setOpen(false)}
      onChange={(event) => server.setRoles(one.email, [event.target.value]).catch(toast.error)}
      sx={{ fontSize: 13 }}
    >
      {ORG_ROLES.map((name) => (
        <MenuItem key={name} value={name}>
          {name}
        </MenuItem>
      ))}
    </Select>
  );
}

function RowMenu({ one, actions }: { one: Person; actions: TeamActions }) {
  const toast = useToast();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  useHold(anchor !== null);
  if (one.you) return null;
  const pending = one.status !== 'active';
  return (
    <>
      <IconButton size="small" aria-label="more" onClick={(event) => setAnchor(event.currentTarget)}>
        <EllipsisVertical size={16} aria-hidden />
      </IconButton>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {pending && (
          <MenuItem
            onClick={() => {
              setAnchor(null);
              server
                .update(one.email, { status: 'pending', invitedAt: new Date().toISOString() })
                .then(() => toast.success(`Invitation sent again to ${one.email}`), toast.error);
            }}
          >
            Resend invitation
          </MenuItem>
        )}
        <MenuItem
          onClick={() => {
            setAnchor(null);
            actions.remove(one);
          }}
        >
          {pending ? 'Cancel invitation' : 'Remove from organization'}
        </MenuItem>
      </Menu>
    </>
  );
}

function appsText(one: Person): string {
  const count = Object.keys(one.apps).length;
  return count === 0 ? 'No apps' : count === 1 ? '1 app' : `${count} apps`;
}

/** The cells of one person, in the order of the columns. */
export function teamCells(one: Person, actions: TeamActions) {
  return {
    name: (
      <Stack direction="row" spacing={1.25} sx={{ alignItems: 'center', minWidth: 0 }}>
        <Avatar sx={{ width: 26, height: 26, fontSize: 11 }}>
          {(one.name || one.email).slice(0, 1).toUpperCase()}
        </Avatar>
        <Typography noWrap sx={{ fontSize: 13, fontWeight: 500 }}>
          {one.name === '' ? '–' : one.name}
          {one.you && ' (you)'}
        </Typography>
      </Stack>
    ),
    email: one.email,
    role: <RoleSelect one={one} />,
    status: <Chip size="small" variant="outlined" color={TONE[one.status]} label={t(STATUS[one.status])} />,
    apps: (
      <Button size="small" sx={{ justifyContent: 'flex-start', padding: 0 }} onClick={() => actions.manageApps(one)}>
        {appsText(one)}
      </Button>
    ),
    menu: <RowMenu one={one} actions={actions} />,
  };
}

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
