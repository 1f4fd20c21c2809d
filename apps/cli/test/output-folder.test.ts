import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { manifestFile, manifestName, manifestSchema, type OutgoingFile } from '@mingzhang/publish'
import { refusalOfFolder, writeFolder } from '../src/output-folder.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Two files and the manifest that names them. */
function outputOf(text: string): readonly OutgoingFile[] {
  const files = [{ path: 'disclosure.html', content: bytes(text) }, { path: 'figures.csv', content: bytes('id\r\n') }]
  const manifest = { schema: manifestSchema, files: files.map(({ path, content }) => manifestFile(path, content)) }
  return [...files, { path: manifestName, content: bytes(JSON.stringify(manifest)) }]
}

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mingzhang-out-'))
  onTestFinished(() => { rmSync(folder, { recursive: true, force: true }) })
  return folder
}

const plain = { overwrite: false }

describe('writeFolder', () => {
  it('makes the folder with exactly these files and leaves nothing beside it', async () => {
    const parent = emptyFolder()
    expect(await writeFolder(join(parent, '公开'), outputOf('甲'), plain)).toBeUndefined()
    expect(readdirSync(parent)).toEqual(['公开'])
    expect(readdirSync(join(parent, '公开')).sort()).toEqual(['disclosure.html', 'figures.csv', 'manifest.json'])
  })

  it('takes the place of what an earlier run wrote', async () => {
    const target = join(emptyFolder(), 'out')
    await writeFolder(target, outputOf('甲'), plain)
    expect(await writeFolder(target, outputOf('乙'), plain)).toBeUndefined()
    expect(readFileSync(join(target, 'disclosure.html'), 'utf8')).toBe('乙')
  })

  it('refuses a folder with files of somebody else and changes nothing', async () => {
    const target = join(emptyFolder(), 'out')
    mkdirSync(target)
    writeFileSync(join(target, '我的文件.docx'), 'x')
    const refused = await writeFolder(target, outputOf('甲'), plain)
    expect(refused?.detail).toContain('里有别的文件')
    expect(readdirSync(target)).toEqual(['我的文件.docx'])
  })

  it('refuses when a file was added to its own output, naming it', async () => {
    const target = join(emptyFolder(), 'out')
    await writeFolder(target, outputOf('甲'), plain)
    writeFileSync(join(target, '批复.pdf'), 'x')
    expect((await writeFolder(target, outputOf('乙'), plain))?.detail).toContain('批复.pdf')
    expect(readFileSync(join(target, 'disclosure.html'), 'utf8')).toBe('甲')
  })

  it('keeps a file that was changed by hand unless it may be replaced', async () => {
    const target = join(emptyFolder(), 'out')
    await writeFolder(target, outputOf('甲'), plain)
    writeFileSync(join(target, 'disclosure.html'), '手工改过')
    expect((await writeFolder(target, outputOf('乙'), plain))?.detail).toContain('被改过')
    expect(readFileSync(join(target, 'disclosure.html'), 'utf8')).toBe('手工改过')
    expect(await writeFolder(target, outputOf('乙'), { overwrite: true })).toBeUndefined()
    expect(readFileSync(join(target, 'disclosure.html'), 'utf8')).toBe('乙')
  })

  it('clears away what a stopped run left half-written', async () => {
    const parent = emptyFolder()
    mkdirSync(join(parent, '.out.writing-999999999'))
    await writeFolder(join(parent, 'out'), outputOf('甲'), plain)
    expect(readdirSync(parent)).toEqual(['out'])
  })

  it('puts back the earlier folder when a run was stopped between the two renames', async () => {
    const parent = emptyFolder()
    const target = join(parent, 'out')
    await writeFolder(target, outputOf('甲'), plain)
    renameSync(target, join(parent, '.out.previous'))
    expect(await refusalOfFolder(target, plain)).toBeUndefined()
    expect(readFileSync(join(target, 'disclosure.html'), 'utf8')).toBe('甲')
    expect(existsSync(join(parent, '.out.previous'))).toBe(false)
  })

  it('refuses a file in place of the folder', async () => {
    const parent = emptyFolder()
    writeFileSync(join(parent, 'out'), 'x')
    expect((await refusalOfFolder(join(parent, 'out'), plain))?.detail).toContain('不是文件夹')
  })
})
