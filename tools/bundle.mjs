import { cp, rm } from 'node:fs/promises'
import { build } from 'esbuild'

/**
 * Bundles the command-line program into `folder` with its data beside it: one file per program and thread, and what they
 * share. With `bench` the speed measurement as well: it must run what users run. Libraries that load files of their own
 * are not bundled, so the folder has to lie where they are found.
 */
export async function bundleProgram(folder, { bench = false } = {}) {
  const bundle = (entryPoints, firstLine) =>
    build({
      entryPoints,
      outdir: folder,
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
  await rm(folder, { recursive: true, force: true })
  const entries = { mingzhang: 'main', 'pdf-worker': 'pdf-worker', 'audit-worker': 'audit-worker' }
  await bundle(Object.fromEntries(Object.entries(entries).map(([name, source]) => [name, `apps/cli/src/${source}.ts`])), '#!/usr/bin/env node\n')
  if (bench) await bundle({ bench: 'tools/bench.ts', 'bench-read': 'tools/bench-read.ts' }, '')
  await cp('packages/vocabulary/data', `${folder}/data`, { recursive: true })
}
