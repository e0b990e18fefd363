import { Button, Dropdown, type DropdownProps } from 'antd';
import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { useHold } from '../../shared/hard.tsx';

type Item<Key extends string> = {
  key: Key;
  label: string;
  danger?: true;
  disabled?: boolean;
};

/** The menu behind the three dots of a row. */
export function RowMenu<Key extends string>({
  items,
  onPick,
  placement = 'bottomRight',
}: {
  items: Item<Key>[];
  onPick: (key: Key) => void;
  placement?: DropdownProps['placement'];
}) {
  const [open, setOpen] = useState(false);
  useHold(open);
  return (
    <Dropdown
      trigger={['click']}
      placement={placement}
      open={open}
      onOpenChange={setOpen}
      menu={{
        items,
        onClick: ({ key }) => {
          setOpen(false);
          const picked = items.find((item) => item.key === key);
          if (picked) onPick(picked.key);
        },
      }}
    >
      <Button
        type="text"
        size="small"
        icon={
          <span role="img" aria-label="ellipsis">
            <Ellipsis size={16} aria-hidden />
          </span>
        }
      />
    </Dropdown>
  );
}
