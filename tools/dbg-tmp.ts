import { readBase, applyReplacements, ownVocabulary, auditText } from '../packages/audit/test/corpus/corpus-files.ts'
const v = ownVocabulary(); const text = readBase('qinghe-culture-2024')
const r = await auditText(applyReplacements(text, [{find:'注：本表无数据\n', with:'\n'}]), v)
console.log(r.rules.find(x=>x.id==='T39'))
const b = await auditText(text, v)
console.log(b.rules.filter(x=>x.undetermined.length>0 || x.outcome!=='pass'))
const i = b.identities.find(x=>x.statement.zh.includes('上年结转收入')||x.statement.zh.includes('第 368 行')&&x.statement.zh.includes('15.93'))
console.log(i)
