import type { ComponentType, ReactNode } from 'react';
import type { ApiKey, PracticeServer } from '../../shared/server.ts';

interface Question {
  title: string;
  content?: string;
  okText: string;
  onOk: () => Promise<void>;
}

/** The last column of a table of tokens, in either version of the library: a button that asks first. */
export const deleteToken = (
  Button: ComponentType<{ onClick: () => void; children: ReactNode }>,
  confirm: (question: Question) => unknown,
  server: PracticeServer,
  warning?: (name: string) => string,
) => ({
  key: 'delete',
  title: '',
  align: 'right' as const,
  render: (_: unknown, { id, name }: ApiKey) => (
    <Button
      onClick={() =>
        confirm({
          title: 'Delete token?',
          ...(warning ? { content: warning(name) } : {}),
          okText: 'Yes, delete',
          onOk: () => server.deleteKey(id),
        })
      }
    >
      Delete
    </Button>
  ),
});

/** Says what the end of a personal access token means. */
export const whatStops = (name: string) => `Anything that uses "${name}" stops working.`;
