import { fileURLToPath } from 'node:url';
import { defineConfig } from 'wxt';
import { chunkGroups } from './scripts/lib/chunks.mjs';
import { inlineScript } from './scripts/lib/inline-script.mjs';
import { pageReader, pageReaderCode, smallest } from './scripts/lib/page-reader.mjs';
import { verifyPage } from './scripts/lib/verify-page.mjs';

/**
 * Lets pages of ours send nothing anywhere, run nothing but their own files, and be framed by the vendors' pages alone.
 */
const policyFor = (origins: readonly string[]) =>
  [
    "default-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors 'self' ${origins.join(' ')}`,
    'upgrade-insecure-requests',
  ].join('; ');

const geckoId = 'grantbook@grantbook.invalid';

export default defineConfig({
  modules: ['@wxt-dev/module-react'],
  imports: false,
  manifestVersion: 3,
  outDir: '.output',
  vite: () => ({
    plugins: [inlineScript()],
    // A third of what a vendor page would otherwise load is never used there.
    resolve: {
      alias: {
        'wxt/utils/content-script-context': fileURLToPath(
          new URL('lib/page/content-script-context.ts', import.meta.url),
        ),
      },
    },
  }),
  manifest: ({ browser }) => ({
    name: 'Grantbook',
    description: 'Guides you while you give a collaborator access, and keeps every grant against its ticket.',
    permissions: browser === 'firefox' ? ['storage', 'alarms'] : ['storage', 'sidePanel', 'alarms'],
    // Asked for when the admin switches reminders on, given back when they switch them off.
    optional_permissions: ['notifications'],
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: geckoId,
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '140', storage: { managed_schema: 'managed-policy.json' } }),
  }),
  hooks: {
    'vite:build:extendConfig': (entrypoints, vite) => {
      if (entrypoints.some(({ type }) => type === 'content-script')) {
        vite.build = { ...vite.build, ...smallest };
      } else if (entrypoints.length > 1) {
        const { rolldownOptions } = vite.build ?? {};
        const output = { ...rolldownOptions?.output, codeSplitting: { groups: chunkGroups } };
        vite.build = { ...vite.build, rolldownOptions: { ...rolldownOptions, output } };
      }
    },
    'prepare:publicPaths': (_wxt, paths) => void paths.push(pageReader),
    'build:publicAssets': async (_wxt, files) => {
      files.push({ relativeDest: pageReader, contents: await pageReaderCode() });
      // What an auditor opens from a disk: the same checks as the log page, in one file.
      files.push({ relativeDest: 'verify.html', contents: await verifyPage() });
    },
    // The guide's frame and what reads the page may be loaded where the content script runs, and nowhere else.
    'build:manifestGenerated': (wxt, manifest) => {
      const matches = [...new Set(manifest.content_scripts?.flatMap((script) => script.matches ?? []))].sort();
      const origins = matches.map((match) => match.replace(/\/\*$/, ''));
      manifest.content_security_policy = { extension_pages: policyFor(origins) };
      manifest.web_accessible_resources = [
        {
          resources: ['guide.html', pageReader],
          matches,
          ...(wxt.config.browser === 'firefox' ? {} : { use_dynamic_url: true }),
        },
      ] as typeof manifest.web_accessible_resources;
    },
  },
  zip: { name: 'grantbook', excludeSources: ['out/**'] },
});
