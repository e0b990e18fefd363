import type { PracticeServer } from './server.ts';
import { switches } from './switches.ts';

const COLLAPSED_KEY = 'practice:strip-collapsed';

const STYLE = `
  :host { all: initial; position: fixed; inset: 0 0 auto 0; z-index: 2147483000; pointer-events: none;
    font: 12px/1 system-ui, sans-serif; }
  .bar { pointer-events: auto; box-sizing: border-box; height: 28px; display: flex; align-items: center; gap: 8px;
    padding: 0 10px; color: #3b2f04; background: #fdf3c7; border-bottom: 1px solid #ecd98a; white-space: nowrap;
    overflow-x: auto; scrollbar-width: none; }
  .bar.collapsed { width: 28px; padding: 0 4px; border: 1px solid #ecd98a; border-radius: 0 0 6px 0; height: 20px; }
  .bar.collapsed > :not(.toggle) { display: none; }
  button { font: inherit; color: inherit; background: #fffbe9; border: 1px solid #dcc566; border-radius: 4px;
    padding: 3px 8px; cursor: pointer; }
  button:hover { background: #fff; }
  button.toggle { margin-left: auto; border: 0; background: none; padding: 3px 4px; }
  strong { font-weight: 600; }
  .hint { opacity: .75; }
`;

/**
 * The strip at the top of the page, for a person who tries things out. It lives in a closed shadow root, so that
 * nothing which reads the vendor's page mistakes it for the vendor.
 */
export function showStrip(server: PracticeServer, hint: string): void {
  const host = document.createElement('practice-strip');
  const root = host.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = STYLE;
  const bar = document.createElement('div');
  bar.className = 'bar';
  bar.setAttribute('role', 'region');
  bar.setAttribute('aria-label', 'Practice console');
  root.append(style, bar);
  document.documentElement.append(host);

  let collapsed = sessionStorage.getItem(COLLAPSED_KEY) === 'true';

  function button(label: string, action: () => void): HTMLButtonElement {
    const made = document.createElement('button');
    made.type = 'button';
    made.textContent = label;
    made.addEventListener('click', action);
    return made;
  }

  function text(words: string, tag: 'strong' | 'span' = 'span'): HTMLElement {
    const made = document.createElement(tag);
    made.textContent = words;
    if (tag === 'span') made.className = 'hint';
    return made;
  }

  function render(): void {
    const { strip } = switches.get();
    host.style.display = strip ? '' : 'none';
    document.documentElement.style.setProperty('--strip', strip && !collapsed ? '28px' : '0px');
    const waiting = server.state().people.filter((one) => one.status !== 'active' && !one.id.startsWith('g'));
    bar.className = collapsed ? 'bar collapsed' : 'bar';
    const parts: Node[] = [text('Practice console: not the real vendor', 'strong')];
    for (const one of waiting.slice(-3)) {
      parts.push(button(`${one.email} accepts`, () => server.outside.accept(one.email)));
    }
    if (waiting.length === 0) parts.push(text('Invite someone, then accept here on their behalf.'));
    if (hint !== '') parts.push(text(hint));
    parts.push(button('Reset', () => server.outside.reset()));
    const toggle = button(collapsed ? '▾' : '▴', () => {
      collapsed = !collapsed;
      sessionStorage.setItem(COLLAPSED_KEY, String(collapsed));
      render();
    });
    toggle.className = 'toggle';
    toggle.setAttribute('aria-label', collapsed ? 'Expand practice strip' : 'Collapse practice strip');
    toggle.setAttribute('aria-expanded', String(!collapsed));
    bar.replaceChildren(...parts, toggle);
  }

  render();
  server.shown.subscribe(render);
  switches.subscribe(render);
}
