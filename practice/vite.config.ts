import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { GENERATIONS } from './serve.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));

/** Tells each console which one it is: the name of its folder. */
const nameGeneration: Plugin = {
  name: 'name-generation',
  transformIndexHtml: (_, { path }) => {
    const content = path.split('/').at(-2) ?? '';
    return [{ tag: 'meta', attrs: { name: 'generation', content }, injectTo: 'head' }];
  },
};

/** Every practice console as a static page: `.output/practice/<vendor>/<generation>/index.html`, assets shared. */
// biome-ignore lint/style/noDefaultExport: Vite asks for it
export default defineConfig({
  root,
  base: '/',
  plugins: [react(), nameGeneration],
  resolve: { dedupe: ['react', 'react-dom', '@emotion/react'] },
  build: {
    outDir: fileURLToPath(new URL('../.output/practice', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 4_000,
    reportCompressedSize: false,
    rollupOptions: {
      input: Object.fromEntries(
        Object.entries(GENERATIONS).map(([name, { vendor }]) => [name, `${root}${vendor}/${name}/index.html`]),
      ),
    },
  },
});
