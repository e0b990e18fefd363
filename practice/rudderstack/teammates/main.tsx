import '../../shared/base.css';
import '../parts/fonts.css';
import { unstableSetRender } from 'antd5';
import { createRoot, type Root } from 'react-dom/client';
import { startConsole } from '../../shared/start.tsx';
import { App } from './app.tsx';
import { server } from './server.ts';

const roots = new WeakMap<Element | DocumentFragment, Root>();

// antd 5 knows React up to 18 and has to be told how to render from outside the tree.
unstableSetRender((node, container) => {
  const root = roots.get(container) ?? createRoot(container);
  roots.set(container, root);
  root.render(node);
  return async () => {
    await Promise.resolve();
    root.unmount();
    roots.delete(container);
  };
});

startConsole({ server, children: <App /> });
