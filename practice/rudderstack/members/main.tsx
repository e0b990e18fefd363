import '../../shared/base.css';
import '../parts/fonts.css';
import { startConsole } from '../../shared/start.tsx';
import { App } from './app.tsx';
import { server } from './server.ts';

startConsole({ server, children: <App /> });
