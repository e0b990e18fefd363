import { Alert, Button, Input, Space } from 'antd';

/** A new token, shown this once. */
export function ShownOnce({ secret }: { secret: string }) {
  return (
    <>
      <label htmlFor="shown-once" style={{ display: 'block', marginBottom: 6 }}>
        Token
      </label>
      <Space.Compact style={{ width: '100%' }}>
        <Input id="shown-once" readOnly value={secret} />
        <Button onClick={() => navigator.clipboard?.writeText(secret)}>Copy</Button>
      </Space.Compact>
      <Alert
        type="warning"
        style={{ marginTop: 12 }}
        title="Make sure to copy this token now. You won't be able to see it again!"
      />
    </>
  );
}
