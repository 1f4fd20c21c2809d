import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { expandInputs, globPattern } from '../src/batch-inputs.ts'
import { nodeFiles } from '../src/node-files.ts'
import { folderWith } from './cli-builders.ts'

function departments(): (name: string) => string {
  const path = folderWith({ 'b.pdf': '', 'a.txt': '', '.hidden.pdf': '', '~$a.docx': '', 'photo.png': '', 'export.aspx': '<!DOCTYPE html><p>1</p>' })
  mkdirSync(path('units/more'), { recursive: true })
  writeFileSync(path('units/c.xlsx'), '')
  writeFileSync(path('units/more/d.html'), '')
  return path
}

const names = (found: { readonly documents: readonly { readonly path: string }[] }, root: string): readonly string[] => found.documents.map(({ path }) => path.slice(root.length))

describe('expandInputs', () => {
  it('takes every document below a folder by name, and lists what is none', async () => {
    const path = departments()
    const found = await expandInputs([path('.')], nodeFiles)
    expect(names(found, path('/'))).toEqual(['a.txt', 'b.pdf', 'export.aspx', 'units/c.xlsx', 'units/more/d.html'])
    expect(found.skipped).toEqual([{ path: join(path('.'), 'photo.png'), reason: '不是公开文件的格式（.png）' }])
    expect(found.expanded).toBe(true)
  })

  it('understands a pattern that the shell left alone', async () => {
    const path = departments()
    expect(names(await expandInputs([path('*.{pdf,txt}')], nodeFiles), path('/'))).toEqual(['a.txt', 'b.pdf'])
    expect(names(await expandInputs([`${path('units')}/**/*`], nodeFiles), path('/'))).toEqual(['units/c.xlsx', 'units/more/d.html'])
    expect((await expandInputs([path('*.ofd')], nodeFiles)).empty).toEqual([path('*.ofd')])
  })

  it('takes a file that is named as it is, whatever its kind, and each only once', async () => {
    const path = departments()
    const found = await expandInputs([path('photo.png'), path('none.pdf'), path('b.pdf'), path('.')], nodeFiles)
    expect(names(found, path('/'))).toEqual(['photo.png', 'none.pdf', 'b.pdf', 'a.txt', 'export.aspx', 'units/c.xlsx', 'units/more/d.html'])
    expect(found.documents.map(({ named }) => named)).toEqual([true, true, true, false, false, false, false])
  })

  it('takes a file whose name looks like a pattern', async () => {
    const path = folderWith({ '公开[1].txt': '' })
    expect(names(await expandInputs([path('公开[1].txt')], nodeFiles), path('/'))).toEqual(['公开[1].txt'])
  })

  it('leaves out the folder that reports go to', async () => {
    const path = departments()
    expect(names(await expandInputs([path('.')], nodeFiles, path('units')), path('/'))).toEqual(['a.txt', 'b.pdf', 'export.aspx'])
  })
})

describe('globPattern', () => {
  it.each([
    ['*.pdf', 'a.pdf', true],
    ['*.pdf', 'x/a.pdf', false],
    ['**/*.pdf', 'a.pdf', true],
    ['**/*.pdf', 'x/y/a.pdf', true],
    ['a?.pdf', 'a1.pdf', true],
    ['a[0-9].pdf', 'ab.pdf', false],
    ['a[!0-9].pdf', 'ab.pdf', true],
    ['sh-2026*', 'sh-2026-budget.pdf', true],
    ['a+(1).pdf', 'a+(1).pdf', true],
    ['{甲,乙}局.pdf', '乙局.pdf', true],
  ])('%s and %s: %s', (glob, path, fits) => {
    expect(globPattern(glob).test(path)).toBe(fits)
  })
})
