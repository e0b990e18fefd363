import '../../shared/base.css';
import '../parts/fonts.css';
import { unstable_ClassNameGenerator as classNames } from '@mui/material/className';
import { classPrefix, startConsole } from '../../shared/start.tsx';
import { server } from './server.ts';

const prefix = classPrefix('Mui');
// Before any component is loaded: each asks for its class names once.
if (prefix !== 'Mui')
  classNames.configure((name) => prefix + [...name].reduce((sum, c) => sum * 31 + c.charCodeAt(0), 7).toString(36));

const { App } = await import('./app.tsx');
startConsole({ server, children: <App /> });
