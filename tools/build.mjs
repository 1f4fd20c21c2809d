/** Bundles the command-line program into one file, so that it starts quickly and needs no TypeScript at run time. */
import { build } from 'esbuild'

await build({
  entryPoints: ['apps/cli/src/main.ts'],
  outfile: 'apps/cli/dist/mingzhang.js',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  // Their code loads files of its own at run time (WASM, CommonJS require): they stay beside the bundle.
  external: ['highs', 'exceljs'],
  banner: {
    js: "#!/usr/bin/env node\nimport { createRequire as __createRequire } from 'node:module'\nconst require = __createRequire(import.meta.url)",
  },
  logLevel: 'warning',
})
