/**
 * Bundles the command-line program so that it starts quickly and needs no TypeScript at run time.
 * `node tools/build.mjs bench` bundles the speed measurement too.
 */
import { bundleProgram } from './bundle.mjs'

await bundleProgram('apps/cli/dist', { bench: process.argv[2] === 'bench' })
