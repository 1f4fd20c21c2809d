/** Reads the files of the command line one after the other, and prints as JSON how long it took and how much memory. Started by the benchmark, in a process of its own. */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { readDocument } from '@mingzhang/document'

const files = process.argv.slice(2)
let pages = 0
let parts = 0
const began = performance.now()
for (const file of files) {
  const tree = await readDocument(readFileSync(file), basename(file))
  if (!tree.ok) continue
  pages += Math.max(1, ...tree.value.blocks.map(({ place }) => place.page ?? 1))
  for (const block of tree.value.blocks) parts += block.kind === 'grid' ? block.rows.reduce((sum, row) => sum + row.cells.length, 0) : 1
}
process.stdout.write(JSON.stringify({ ms: performance.now() - began, pages, parts, kb: process.resourceUsage().maxRSS }))
