/** The same ledger and the same clock give the same bytes, wherever and in whatever order they come. */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { ledgerOf, ownLedgerText, published } from './own-ledger.ts'

const hashesOf = (files: readonly { readonly path: string; readonly content: Uint8Array }[]): readonly string[] =>
  files.map(({ path, content }) => `${path} ${createHash('sha256').update(content).digest('hex')}`)

/** The hashes that a process in another time zone and language prints. */
async function hashesElsewhere(env: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const script = fileURLToPath(new URL('hashes-of-own-files.ts', import.meta.url))
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script], { env: { ...process.env, ...env } })
  return stdout.trim().split('\n')
}

/** The same JSON with the keys of every object in the opposite order. */
function withKeysReversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withKeysReversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).toReversed().map(([key, inner]) => [key, withKeysReversed(inner)]))
}

const first = hashesOf((await published(await ledgerOf(ownLedgerText))).files)

describe('publishDisclosure › same bytes', () => {
  it('has every format to compare', () => {
    expect(first.map((line) => line.split(' ')[0])).toEqual([
      'disclosure.docx', 'disclosure.pdf', 'disclosure.html', 'tables.xlsx', 'figures.json', 'figures.csv', 'datapackage.json', 'budget-lines.csv',
      'rounding.csv', 'manifest.json',
    ])
  })

  it('a second time in the same process, from a ledger whose keys come in another order', async () => {
    const reordered = JSON.stringify(withKeysReversed(JSON.parse(ownLedgerText)))
    expect(reordered).not.toBe(JSON.stringify(JSON.parse(ownLedgerText)))
    expect(hashesOf((await published(await ledgerOf(reordered))).files)).toEqual(first)
  })

  it.each([
    ['west of Greenwich', { TZ: 'Pacific/Honolulu', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }],
    ['east of China', { TZ: 'Pacific/Kiritimati', LANG: 'C', LC_ALL: 'C' }],
  ])('on a machine %s', async (_name, env) => {
    expect(await hashesElsewhere(env)).toEqual(first)
  })

  it('another date changes the files that carry one', async () => {
    const later = hashesOf((await published(await ledgerOf(ownLedgerText), { created: new Date('2024-02-24T04:00:00Z') })).files)
    const changed = later.filter((line) => !first.includes(line)).map((line) => line.split(' ')[0])
    expect(changed).toEqual(['disclosure.docx', 'disclosure.pdf', 'tables.xlsx', 'manifest.json'])
  })
})
