import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const program = fileURLToPath(new URL('../src/main.ts', import.meta.url))

describe('mingzhang › as a process', () => {
  it('writes no colour into a pipe, not even where CI or FORCE_COLOR ask libraries for it', () => {
    const { stdout, status } = spawnSync(process.execPath, ['--import', 'tsx', program, 'rules'], {
      encoding: 'utf8',
      env: { ...process.env, CI: '1', FORCE_COLOR: '1', TERM: 'xterm-256color' },
    })
    expect(status).toBe(0)
    expect(stdout).toContain('D01')
    expect(stdout).not.toContain('\u001b[')
  })
})
