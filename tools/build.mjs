/**
 * Bundles the command-line program into one file with its data beside it, so that it starts quickly and needs no
 * TypeScript at run time. `node tools/build.mjs bench` bundles the speed measurement too: it must run what users run.
 */
import { cp, rm } from 'node:fs/promises'
import { build } from 'esbuild'

const bundle = (entryPoints, firstLine) =>
  build({
    entryPoints,
    outdir: 'apps/cli/dist',
    bundle: true,
    // What a command does not need is not loaded: the audit starts without the writers and the readers of other formats.
    splitting: true,
    chunkNames: 'parts/[name]-[hash]',
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    // Their code loads files of its own at run time (WASM, CommonJS require): they stay beside the bundle.
    external: ['highs', '@myriaddreamin/typst-ts-node-compiler', 'pdfjs-dist', 'docx', '@e965/xlsx', '@expo-google-fonts/*'],
    banner: { js: `${firstLine}import { createRequire as __createRequire } from 'node:module'\nconst require = __createRequire(import.meta.url)` },
    // Less to parse at every start; names stay readable.
    minifyWhitespace: true,
    minifySyntax: true,
    logLevel: 'warning',
  })

// Made anew: a part or a data file that was removed must not live on.
await rm('apps/cli/dist', { recursive: true, force: true })
await bundle({ mingzhang: 'apps/cli/src/main.ts', 'pdf-worker': 'apps/cli/src/pdf-worker.ts' }, '#!/usr/bin/env node\n')
if (process.argv[2] === 'bench') await bundle({ bench: 'tools/bench.ts' }, '')
await cp('packages/vocabulary/data', 'apps/cli/dist/data', { recursive: true })
