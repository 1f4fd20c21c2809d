import { readFileSync, writeFileSync } from 'node:fs'
import { readDocument } from '@mingzhang/document'
import { loadVocabulary } from '@mingzhang/vocabulary'
import { auditDocument } from '@mingzhang/audit'
import { recogniseDocument } from '../packages/audit/src/recognise/recognise-document.ts'
const v = loadVocabulary('/work/main/packages/vocabulary/data'); if (!v.ok) { console.log(v.problems); process.exit(1) }
for (const file of process.argv.slice(2)) {
  console.log('=====', file)
  try {
    const d = readDocument(readFileSync(file), file.split('/').pop()!); if (!d.ok) { console.log(d.problem); continue }
    const t = performance.now()
    const rec = recogniseDocument(d.value, v.value, undefined)
    const r = await auditDocument(d.value, v.value, { version: '0' })
    if (!r.ok) { console.log(r.problem); continue }
    writeFileSync('/tmp/hunt/last.json', JSON.stringify(r.value, null, 1))
    const doc = rec.document
    console.log(doc.facts.body?.value, doc.facts.year?.value, doc.facts.kind?.value, doc.facts.level?.value, Math.round(performance.now() - t) + 'ms', JSON.stringify(r.value.summary))
    for (const tb of doc.tables) {
      const bound = tb.cells.filter(c => c.region !== undefined).length
      const un = tb.cells.filter(c => c.region === undefined && c.printed.kind !== 'blank')
      console.log('  T', tb.id, tb.kind, tb.title.slice(0, 40), tb.unit, `${bound}/${tb.cells.length} nonblank-unbound=${un.length}`)
      for (const c of un.slice(0, process.env.ALL ? 999 : 4)) console.log('      unbound', c.printed.text, c.place.row, c.place.column, c.unbound)
    }
    for (const u of doc.unrecognised) console.log('  UNRECOGNISED', u.title, u.amounts, u.place.line)
    for (const f of r.value.findings) console.log(' ', f.severity, f.rule, f.verdict, f.statement.zh.slice(0, 260), '@', f.places.slice(0, 3).map(p => p.line).join(','), f.places.length)
    console.log('  DIAG', JSON.stringify(r.value.diagnosis).slice(0, 600))
    for (const m of doc.mentions) if (m.role !== 'other' && m.role !== 'count' && (process.env.MENT || m.unbound !== undefined)) console.log('  M', m.place.line, m.role, m.label, m.text, m.unbound === undefined ? JSON.stringify(m.region) : 'UNBOUND ' + m.unbound)
    if (process.env.FIG) for (const f of doc.figures) console.log('  F', f.id, f.place.row, '|', f.place.column, f.printed.text, JSON.stringify(f.region))
  } catch (e) { console.log('CRASH', e) }
}
