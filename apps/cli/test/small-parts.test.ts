import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { folderWith } from './cli-builders.ts'
import { createWidthOf } from '../src/cli-output.ts'
import { nodeFiles } from '../src/node-files.ts'
import { worstExitCode } from '../src/exit-code.ts'
import { reportFormat, reportPaths } from '../src/report-file.ts'
import { version } from '../src/version.ts'

describe('worstExitCode', () => {
  it('is the highest, and 0 for nothing', () => {
    expect(worstExitCode([0, 3, 1])).toBe(3)
    expect(worstExitCode([])).toBe(0)
  })
})

describe('reportFormat', () => {
  it('goes by the ending, in any case', () => {
    expect(reportFormat('a/b.HTML')).toBe('html')
    expect(reportFormat('html')).toBeUndefined()
  })
})

describe('reportPaths', () => {
  it('keeps the path for one document and puts each name in for several, numbering equal ones', () => {
    expect(reportPaths('out/r.html', ['x/a.txt'])).toEqual(['out/r.html'])
    expect(reportPaths('out/r.html', ['x/a.txt', 'y/a.txt', 'b.txt'])).toEqual(['out/r-a.html', 'out/r-a-2.html', 'out/r-b.html'])
  })
})

describe('version', () => {
  it('is that of the package', () => {
    const { version: stated } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { readonly version: string }
    expect(version).toBe(stated)
  })
})

describe('nodeFiles.write', () => {
  it('leaves nothing behind when the file cannot take its place', async () => {
    const path = folderWith()
    mkdirSync(path('r.html'))
    writeFileSync(path('r.html/inside.txt'), '')
    expect(await nodeFiles.write(path('r.html'), 'new')).toContain('报告写不到')
    expect(readdirSync(path('.'))).toEqual(['r.html'])
  })

  it('does not touch a file that already has the temporary name', async () => {
    const path = folderWith({ '.r.html.0.tmp': 'mine' })
    expect(await nodeFiles.write(path('r.html'), 'new')).toBeUndefined()
    expect(readFileSync(path('.r.html.0.tmp'), 'utf8')).toBe('mine')
    expect(readFileSync(path('r.html'), 'utf8')).toBe('new')
    expect(readdirSync(path('.')).sort()).toEqual(['.r.html.0.tmp', 'r.html'])
  })
})

describe('createWidthOf', () => {
  it('counts two columns for a Chinese character, and none for colour codes', () => {
    const widthOf = createWidthOf()
    expect(widthOf('合计 12.00')).toBe(10)
    expect(widthOf('合')).toBe(2)
    expect(widthOf('合')).toBe(2)
    expect(widthOf('\u001b[31m合计\u001b[39m')).toBe(4)
  })
})
