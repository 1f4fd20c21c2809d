/** Bundles the command-line program into one file with its data beside it, so that it starts quickly and needs no TypeScript at run time. */
import { cp, rm } from 'node:fs/promises'
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
  // Less to parse at every start; names stay readable.
  minifyWhitespace: true,
  minifySyntax: true,
  logLevel: 'warning',
})

// A folder of its own, made anew: a data file that was removed must not live on beside the bundle.
await rm('apps/cli/dist/data', { recursive: true, force: true })
await cp('packages/vocabulary/data', 'apps/cli/dist/data', { recursive: true })
