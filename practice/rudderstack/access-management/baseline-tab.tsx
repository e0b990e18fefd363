import { Alert, Segmented } from 'antd';
import { useState } from 'react';
import { Replaced } from '../../shared/hard.tsx';
import { PolicyMatrix } from './policy.tsx';
import { WORKSPACES } from './server.ts';

/** What every member of a workspace has. Editable on the Enterprise plan only: here it is not. */
export function BaselineTab() {
  const [workspace, setWorkspace] = useState<string>(WORKSPACES[0]);
  return (
    <Replaced>
      <Alert
        type="info"
        showIcon
        title="Upgrade to access this feature and additional capabilities."
        description="Every member, group and service access token of a workspace inherits its baseline policy."
        style={{ marginBottom: 16 }}
      />
      <Segmented options={[...WORKSPACES]} value={workspace} onChange={setWorkspace} style={{ marginBottom: 16 }} />
      <PolicyMatrix granted={[]} />
    </Replaced>
  );
}
