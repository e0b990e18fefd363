import { render } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Page } from './stage';

describe('LogHeader', () => {
  it('says how the log is kept, and that it is time for an export', () => {
    const storage = '8.7 MB of 10.7 GB are used.';
    const backupStatus = { storage, lastExport: 'The log was never exported.', suggestion: null };
    const { container, rerender } = render(<Page backupStatus={backupStatus} />);
    const quiet = container.textContent;
    rerender(<Page backupStatus={{ ...backupStatus, suggestion: '101 entries are not in any export.' }} />);

    expect(quiet).toContain(`The log was never exported. ${storage}`);
    expect(quiet).not.toContain('Time for an export');
    expect(container.textContent).toContain(`Time for an export101 entries are not in any export.`);
    expect(container.textContent).toContain(storage);
  });
});
