/** A compile that is killed at any moment leaves the earlier output as it was, and the next one succeeds. */
import { spawn } from 'node:child_process'
import { cpSync, existsSync, readdirSync, readFileSync, watch } from 'node:fs'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { folderWith, runWith } from './cli-builders.ts'
import { ownLedgerPath, ownLedgerText } from './ledger-files.ts'

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))

/** Name and hash of every file in a folder. */
function contentsOf(folder: string): readonly string[] {
  return readdirSync(folder).sort().map((name) => `${name} ${createHash('sha256').update(readFileSync(join(folder, name))).digest('hex')}`)
}

/** Starts a compile, kills it without mercy when `moment` says so, and returns the signal that it died of. */
function killedAt(moment: (kill: () => void) => void, ledger: string, out: string): Promise<NodeJS.Signals | null> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', main, 'compile', ledger, '--profile', 'shanxi/2024', '--out', out], { stdio: 'ignore' })
    moment(() => { child.kill('SIGKILL') })
    child.once('exit', (_code, signal) => { resolve(signal) })
  })
}

const afterMs = (time: number) => (kill: () => void): void => { setTimeout(kill, time) }

/** As soon as something appears beside the output: files are being written. */
const whenWriting = (parent: string) => (kill: () => void): void => {
  const watcher = watch(parent, (_event, name) => {
    if (name?.startsWith('.公开.') !== true) return
    watcher.close()
    kill()
  })
}

describe('mingzhang compile › killed', { timeout: 180_000 }, () => {
  it('leaves the earlier folder untouched, and a later run replaces it and clears away what was left', async () => {
    const path = folderWith({ 'ledger.json': ownLedgerText.replaceAll('送戏下乡惠民演出', '送戏进村惠民演出') })
    expect((await runWith(['compile', ownLedgerPath, '--profile', 'shanxi/2024', '--out', path('公开')])).code).toBe(0)
    const before = contentsOf(path('公开'))
    for (const moment of [afterMs(50), afterMs(1_500), whenWriting(path('.'))]) {
      expect(await killedAt(moment, path('ledger.json'), path('公开'))).toBe('SIGKILL')
      expect(contentsOf(path('公开'))).toEqual(before)
    }
    expect((await runWith(['compile', path('ledger.json'), '--profile', 'shanxi/2024', '--out', path('公开')])).code).toBe(0)
    expect(readdirSync(path('.')).sort()).toEqual(['ledger.json', '公开'])
    expect(readFileSync(join(path('公开'), 'disclosure.html'), 'utf8')).toContain('送戏进村惠民演出')
  })

  it('a first compile that is killed while writing leaves no folder', async () => {
    const path = folderWith()
    cpSync(ownLedgerPath, path('ledger.json'))
    expect(await killedAt(whenWriting(path('.')), path('ledger.json'), path('公开'))).toBe('SIGKILL')
    expect(existsSync(path('公开'))).toBe(false)
  })
})
