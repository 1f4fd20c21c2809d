import ts from 'typescript'
import { expect, test } from 'vitest'
import { pageScript } from '../../../src/write/html/page-script.ts'

/** Everything that the compiler has against the script, as `line: message`. */
function typeErrors(script: string): readonly string[] {
  const file = '/page-script.js'
  const options: ts.CompilerOptions = {
    allowJs: true, checkJs: true, strict: true, noEmit: true, noUncheckedIndexedAccess: true, noUnusedLocals: true, noUnusedParameters: true,
    target: ts.ScriptTarget.ES2022, lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'], types: [],
  }
  const host = ts.createCompilerHost(options)
  const program = ts.createProgram([file], options, {
    ...host,
    fileExists: (name) => name === file || host.fileExists(name),
    readFile: (name) => (name === file ? script : host.readFile(name)),
    getSourceFile: (name, version) => (name === file ? ts.createSourceFile(name, script, version) : host.getSourceFile(name, version)),
  })
  return ts.getPreEmitDiagnostics(program).map((diagnostic) => {
    const line = diagnostic.start === undefined ? 0 : (diagnostic.file?.getLineAndCharacterOfPosition(diagnostic.start).line ?? 0) + 1
    return `${line}: ${ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ')}`
  })
}

test('pageScript › type-checks strictly against the browser', () => {
  expect(typeErrors(pageScript)).toEqual([])
}, 30_000)

test('pageScript › the check sees a name that does not exist', () => {
  expect(typeErrors(`${pageScript}\nmissing()`)).not.toEqual([])
}, 30_000)

test('pageScript › never writes markup from text', () => {
  expect(pageScript).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function/u)
})
