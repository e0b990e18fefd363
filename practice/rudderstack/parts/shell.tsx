import styled from '@emotion/styled';
import {
  CircleHelp,
  Code2,
  Crosshair,
  Database,
  Flag,
  LayoutGrid,
  LifeBuoy,
  type LucideIcon,
  RefreshCw,
  Rocket,
  Settings,
  Signpost,
  Waypoints,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { Link, usePlace } from '../../shared/router.tsx';
import { color, font } from './theme.ts';

interface NavItem {
  readonly label: string;
  readonly href: string;
  readonly icon: LucideIcon;
}

const PRODUCT: readonly NavItem[] = [
  { label: 'Connections', href: '/connections', icon: Waypoints },
  { label: 'Sources', href: '/sources', icon: Signpost },
  { label: 'Destinations', href: '/destinations', icon: Flag },
  { label: 'Syncs', href: '/syncs', icon: RefreshCw },
  { label: 'Models', href: '/models', icon: Database },
  { label: 'Directory', href: '/directory', icon: LayoutGrid },
  { label: 'Transformations', href: '/transformations', icon: Code2 },
  { label: 'Tracking Plans', href: '/tracking-plans', icon: Crosshair },
];

const FOOT: readonly NavItem[] = [
  { label: 'Upgrade', href: '/upgrade', icon: Rocket },
  { label: 'Support', href: '/support', icon: LifeBuoy },
  { label: 'Resources', href: '/resources', icon: CircleHelp },
];

const Layout = styled.div`
  display: grid;
  grid-template-columns: 232px minmax(0, 1fr);
  min-height: calc(100vh - var(--strip));
  font: 14px/1.5 ${font};
  color: ${color.text};
  background: #fff;
`;

const Side = styled.nav`
  position: sticky;
  top: var(--strip);
  height: calc(100vh - var(--strip));
  display: flex;
  flex-direction: column;
  gap: 2px;
  padding: 16px 8px 12px;
  background: ${color.navy};
  color: #f3f4fb;
  font-size: 13px;
  overflow-y: auto;
`;

const Brand = styled.div`
  padding: 0 8px;
  font-size: 17px;
  font-weight: 600;
  letter-spacing: -0.01em;
`;

const Where = styled.div`
  margin: 14px 4px 12px;
  padding: 8px 10px;
  border: 1px solid #343a6b;
  border-radius: 4px;
  font-size: 12px;
  line-height: 1.45;
  span {
    display: block;
    color: #a7add4;
    font-size: 11px;
  }
`;

const Item = styled(Link)`
  display: flex;
  align-items: center;
  gap: 12px;
  min-height: 38px;
  padding: 0 10px;
  border: 1px solid transparent;
  border-radius: 4px;
  font-weight: 500;
  &:hover {
    background: #242a57;
  }
  &[aria-current='page'] {
    background: #333a69;
    border-color: ${color.navyLine};
  }
`;

const Spring = styled.div`
  flex: 1;
  min-height: 12px;
`;

/**
 * The dark sidebar and the place for a page. `settings` names the settings entries of this generation; `current` tells
 * which of all entries is shown where the first part of the path does not say it.
 */
export function Shell({
  settings,
  current,
  children,
}: {
  settings: readonly NavItem[];
  current?: string | undefined;
  children: ReactNode;
}) {
  const { path } = usePlace();
  const isCurrent = (label: string, href: string) =>
    current === undefined ? path.split('/')[1] === href.split(/[/?]/)[1] : current === label;
  const render = ({ label, href, icon: Icon }: NavItem) => (
    <Item
      key={href}
      href={href}
      aria-current={isCurrent(label, href) ? 'page' : undefined}
      data-testid={`sub-menu-${label.toLowerCase().replaceAll(' ', '-')}`}
    >
      <Icon size={17} strokeWidth={1.75} aria-hidden />
      {label}
    </Item>
  );
  return (
    <Layout>
      <Side>
        <Brand>rudderstack</Brand>
        <Where>
          <span>Workspace</span>
          Acme Production
        </Where>
        {PRODUCT.map(render)}
        <Spring />
        {FOOT.map(render)}
        {settings.map(render)}
      </Side>
      <main id="top-layout">{children}</main>
    </Layout>
  );
}

/** The one entry of the generations that keep all settings on one page. */
export const SETTINGS_ENTRY = (href: string): readonly NavItem[] => [{ label: 'Settings', href, icon: Settings }];
