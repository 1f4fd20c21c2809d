/**
 * Bundles the command-line program into one file with its data beside it, so that it starts quickly and needs no
 * TypeScript at run time. `node tools/build.mjs bench` bundles the speed measurement too: it must run what users run.
 */
import { cp, rm } from 'node:fs/promises'
import { build } from 'esbuild'

const bundle = (entry, outfile, firstLine) =>
  build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    // Their code loads files of its own at run time (WASM, CommonJS require): they stay beside the bundle.
    external: ['highs', 'exceljs', 'pdfjs-dist'],
    banner: { js: `${firstLine}import { createRequire as __createRequire } from 'node:module'\nconst require = __createRequire(import.meta.url)` },
    // Less to parse at every start; names stay readable.
    minifyWhitespace: true,
    minifySyntax: true,
    logLevel: 'warning',
  })

await bundle('apps/cli/src/main.ts', 'apps/cli/dist/mingzhang.js', '#!/usr/bin/env node\n')
if (process.argv[2] === 'bench') await bundle('tools/bench.ts', 'apps/cli/dist/bench.mjs', '')

// A folder of its own, made anew: a data file that was removed must not live on beside the bundle.
await rm('apps/cli/dist/data', { recursive: true, force: true })
await cp('packages/vocabulary/data', 'apps/cli/dist/data', { recursive: true })
