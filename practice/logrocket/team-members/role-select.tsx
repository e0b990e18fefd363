import { Check, ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import { useHold } from '../../shared/hard.tsx';
import { c } from './styles.tsx';

/** Several roles from one list. The list is a portal, and the rest of the page is hidden from readers while it is open. */
export function RoleSelect({
  label,
  quiet = false,
  roles,
  chosen,
  onChange,
}: {
  label: string;
  /** The label is for screen readers only. */
  quiet?: boolean;
  roles: readonly string[];
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
}) {
  const [open, setOpen] = useState(false);
  useHold(open);
  return (
    <Select
      className={c('Select')}
      selectionMode="multiple"
      isOpen={open}
      onOpenChange={setOpen}
      value={[...chosen]}
      onChange={(next) => onChange(next.map(String))}
      {...(quiet ? { 'aria-label': label } : {})}
    >
      {!quiet && <Label className={c('Label')}>{label}</Label>}
      <Button className={`${c('Button')} ${c('trigger')}`} style={{ minWidth: 190 }}>
        <SelectValue className={c('SelectValue')}>
          {() => (chosen.length === 0 ? 'Select roles' : chosen.join(', '))}
        </SelectValue>
        <ChevronDown size={14} aria-hidden />
      </Button>
      <Popover className={c('Popover')}>
        <ListBox>
          {roles.map((role) => (
            <ListBoxItem key={role} id={role} textValue={role} className={c('Item')}>
              {({ isSelected }) => (
                <>
                  <Check size={14} aria-hidden style={{ opacity: isSelected ? 1 : 0 }} />
                  {role}
                </>
              )}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
