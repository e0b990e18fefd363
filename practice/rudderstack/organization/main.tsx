import '@mantine/core/styles.css';
import '../../shared/base.css';
import '../parts/fonts.css';
import { startConsole } from '../../shared/start.tsx';
import { App } from './app.tsx';
import { PASSWORD, server } from './server.ts';

startConsole({ server, hint: `Password asked for: ${PASSWORD}`, children: <App /> });
