import { readFileSync, writeFileSync } from 'node:fs'
import { readDocument } from '@mingzhang/document'
import { loadVocabulary } from '@mingzhang/vocabulary'
import { auditDocument } from '@mingzhang/audit'
const v = loadVocabulary('/work/main/packages/vocabulary/data'); if (!v.ok) { console.log(v.problems); process.exit(1) }
const d = readDocument(readFileSync(process.argv[2]!), 'x.txt'); if (!d.ok) { console.log(d.problem); process.exit(1) }
let t = performance.now()
const r = await auditDocument(d.value, v.value, { version: '0', progress: (s) => { console.log(s, Math.round(performance.now() - t)); t = performance.now() } })
console.log('end', Math.round(performance.now() - t))
if (!r.ok) { console.log(r.problem); process.exit(1) }
writeFileSync('/tmp/gen/report.json', JSON.stringify(r.value, null, 1))
console.log(r.value.document, JSON.stringify(r.value.summary, null, 1))
for (const f of r.value.findings) console.log(f.severity, f.rule, f.id, f.verdict, f.statement.zh.slice(0, 260), '@', f.places.slice(0, 3).map(p => p.line).join(','), f.places.length)
console.log(JSON.stringify(r.value.diagnosis))
for (const u of r.value.unbound) console.log('UNBOUND', u.place.line, u.text, u.reason)
