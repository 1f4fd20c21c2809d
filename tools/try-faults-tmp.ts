import { readFaults, readDecoys, readBase, applyReplacements, ownVocabulary, auditText, linesOf, newFindings } from '../packages/audit/test/corpus/corpus-files.ts'
const v = ownVocabulary(); const text = readBase('qinghe-culture-2024'); const base = await auditText(text, v)
const only = process.argv.slice(2)
for (const { name, value } of only[0] === 'decoys' ? readDecoys() : readFaults()) {
  if (only.length > 0 && only[0] !== 'decoys' && !only.includes(name)) continue
  const r = await auditText(applyReplacements(text, value.replace), v)
  const fresh = newFindings(base, r)
  const e = 'expect' in value ? value.expect : undefined
  const own = fresh.filter((f) => f.rule === e?.rule)
  const others = fresh.filter((f) => f.rule !== e?.rule && f.severity !== 'notice' && !(value as any).also?.includes(f.rule))
  const ok = e === undefined ? others.length === 0 : own.length === e.count && own.every((f) => f.severity === e.severity && f.verdict === e.verdict) && JSON.stringify(linesOf(own)) === JSON.stringify(e.lines) && others.length === 0
  console.log(ok ? 'ok  ' : 'BAD ', name, e === undefined ? '' : JSON.stringify(e))
  if (!ok || only.length > 0) for (const f of fresh) console.log('     ', f.severity, f.rule, f.verdict, JSON.stringify(linesOf([f])), f.statement.zh.slice(0, 330))
}
