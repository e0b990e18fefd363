import { type ReactNode, useState } from 'react';
import {
  Button,
  Cell,
  Column,
  Row,
  Table,
  TableBody,
  TableHeader,
  TableLayout,
  Virtualizer,
} from 'react-aria-components';
import { Late, Replaced } from '../../shared/hard.tsx';
import { t } from '../../shared/labels.ts';
import type { Person } from '../../shared/people.ts';
import { useStore } from '../../shared/store.ts';
import { useSwitches } from '../../shared/switches.ts';
import { Total } from '../../shared/total.tsx';
import { Bones, Page } from '../parts/pages.tsx';
import { Foot, Frame } from './frame.tsx';
import { InviteForm } from './invite-form.tsx';
import { RoleSelect } from './role-select.tsx';
import { rolesOf, server } from './server.ts';
import { c } from './styles.tsx';
import { toast, toastError } from './toast.tsx';

/** How a pending or lapsed invitation shows in the list is not documented. */
const NOTE = { active: '', pending: ' (pending)', expired: ' (expired)' } as const;

function MembersTable({
  people,
  roles,
  onDelete,
}: {
  people: readonly Person[];
  roles: readonly string[];
  onDelete: (one: Person) => void;
}) {
  const { virtual } = useSwitches();
  // Only the virtual layout knows widths; the native table makes its own.
  const width = (size: `${number}fr` | number) => (virtual ? { width: size } : {});
  const table = (
    <Table
      aria-label={t('Team Members')}
      className={c('Table')}
      style={virtual ? { display: 'block', height: 460, overflow: 'auto' } : {}}
    >
      <TableHeader className={c('TableHeader')}>
        <Column isRowHeader className={c('Column')} {...width('3fr')}>
          {t('Name')}
        </Column>
        <Column className={c('Column')} {...width('3fr')}>
          {t('Role')}
        </Column>
        <Column className={c('Column')} {...width('4fr')}>
          {t('Email')}
        </Column>
        <Column className={c('Column')} {...width(110)}>
          {' '}
        </Column>
      </TableHeader>
      <TableBody className={c('TableBody')} items={people} dependencies={[roles]}>
        {(one: Person) => (
          <Row id={one.id} textValue={one.email} className={c('Row')}>
            <Cell className={c('Cell')}>
              {one.name === '' ? 'Invited' : one.name}
              {one.you && ' (you)'}
            </Cell>
            <Cell className={c('Cell')}>
              {one.you ? (
                one.roles.join(', ')
              ) : (
                <RoleSelect
                  quiet
                  label={`${t('Role')} ${one.email}`}
                  roles={roles}
                  chosen={one.roles}
                  onChange={(next) => {
                    if (next.length === 0) toast('Everybody needs at least one role.');
                    else server.setRoles(one.email, next).catch(toastError);
                  }}
                />
              )}
            </Cell>
            <Cell className={c('Cell')}>
              {one.email}
              {t(NOTE[one.status])}
            </Cell>
            <Cell className={c('Cell')} style={{ textAlign: 'right' }}>
              {!one.you && (
                <Button className={`${c('Button')} ${c('danger')}`} onPress={() => onDelete(one)}>
                  {t('Delete')}
                </Button>
              )}
            </Cell>
          </Row>
        )}
      </TableBody>
    </Table>
  );
  if (!virtual) return table;
  return (
    <Virtualizer layout={TableLayout} layoutOptions={{ rowHeight: 56, headingHeight: 40 }}>
      {table}
    </Virtualizer>
  );
}

function Pages({ page, pages, onPage }: { page: number; pages: number; onPage: (page: number) => void }): ReactNode {
  return (
    <div style={{ display: 'flex', gap: 10, alignItems: 'center', marginTop: 14, fontSize: 13 }}>
      <Button className={c('Button')} isDisabled={page === 0} onPress={() => onPage(page - 1)}>
        Previous
      </Button>
      Page {page + 1} of {pages}
      <Button className={c('Button')} isDisabled={page + 1 >= pages} onPress={() => onPage(page + 1)}>
        Next
      </Button>
    </div>
  );
}

/** Settings, Team Members. */
export function TeamPage() {
  const state = useStore(server.shown);
  const { paging } = useSwitches();
  const [page, setPage] = useState(0);
  const [deleting, setDeleting] = useState<Person | null>(null);
  const { people } = state;
  const shown = paging > 0 ? people.slice(page * paging, (page + 1) * paging) : people;
  const roles = rolesOf(state).map(({ name }) => name);
  return (
    <Page>
      <h1>{t('Team Members')}</h1>
      <p className="lead">{people.filter(({ roles: own }) => !own.includes('Guest')).length} seats used</p>
      <Late share={0.6} skeleton={<Bones rows={2} />}>
        <InviteForm />
      </Late>
      <Late skeleton={<Bones />}>
        <Replaced>
          <MembersTable people={shown} roles={roles} onDelete={setDeleting} />
          {paging > 0 && people.length > paging && (
            <Pages page={page} pages={Math.ceil(people.length / paging)} onPage={setPage} />
          )}
          <Total
            count={people.length}
            noun="members"
            shown={paging > 0 ? { first: page * paging, size: paging } : undefined}
          />
        </Replaced>
      </Late>
      <Frame title="Delete team member?" open={deleting !== null} onClose={() => setDeleting(null)}>
        <p>{deleting?.email} can no longer sign in to Acme. Their seat becomes free.</p>
        <Foot>
          <Button className={c('Button')} onPress={() => setDeleting(null)}>
            {t('Cancel')}
          </Button>
          <Button
            className={`${c('Button')} ${c('danger')}`}
            onPress={() => {
              const email = deleting?.email ?? '';
              setDeleting(null);
              server.remove(email).then(() => toast(`Deleted ${email}`), toastError);
            }}
          >
            {t('Delete')}
          </Button>
        </Foot>
      </Frame>
    </Page>
  );
}
