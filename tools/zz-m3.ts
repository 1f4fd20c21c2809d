import { makeDepartment, departmentShapes } from './synthetic-departments.ts'
import { cellSets } from '../packages/figures/src/balance/fact-sets.ts'
import { distinctRegions } from '../packages/figures/src/rollup.ts'
import { writeEquations, remainderOf } from '../packages/figures/src/balance/equations.ts'
import { eliminateHidden } from '../packages/figures/src/balance/eliminate-hidden.ts'
import { peelTrees } from '../packages/figures/src/balance/peel-trees.ts'
import { fen } from '@mingzhang/money'
import highsModule from 'highs'
const highs = await (highsModule as any)()
const sizes = (process.argv[2]??'50,500,5000,50000').split(',').map(Number)
const grain = Number(process.argv[3]??1) as any
const seeds = Number(process.argv[4]??1)
for (const n of sizes) for (const s of (process.argv[6]?.split(',') ?? departmentShapes) as any) for (let seed=1;seed<=seeds;seed++) {
  const d = makeDepartment(n, s, seed, grain)
  const { distinct } = distinctRegions(d.regions)
  const q = fen(10000)
  const sets = cellSets(d.views, distinct)
  const rows0 = eliminateHidden(writeEquations(sets, q))
  const cpu=()=>process.cpuUsage().user/1000; let t=cpu(); const lap=()=>{const x=cpu()-t; t=cpu(); return x.toFixed(0)}
  const rho = sets.numbers.map(x=>remainderOf(x.exact,q)/q)
  const rows = rows0.map(r=>({terms:new Map([...r.terms].filter(([k])=>rho[k]!>0)),constant:r.constant})).filter(r=>r.terms.size>0||r.constant!==0)
  const prices = sets.numbers.map((x,i)=>[rho[i]!*x.regions.length,(1-rho[i]!)*x.regions.length] as any)
  const p = peelTrees(rows, prices); const t1=lap()
  const cols=[...new Set(p.rows.flatMap(r=>[...r.terms.keys()]))].sort((a,b)=>a-b)
  const ci=new Map(cols.map((c,i)=>[c,i]))
  const starts=[0],idx:number[]=[],val:number[]=[]
  for(const r of p.rows){for(const[k,c]of r.terms){idx.push(ci.get(k)!);val.push(c)}starts.push(idx.length)}
  const b=Float64Array.from(p.rows,r=>r.constant)
  const fixed0=cols.map(c=>p.prices[c]![0]===Infinity), fixed1=cols.map(c=>p.prices[c]![1]===Infinity)
  const model=highs.createModel({numCols:cols.length,numRows:p.rows.length,colCost:Float64Array.from(cols,(c,i)=>fixed0[i]||fixed1[i]?0:p.prices[c]![1]-p.prices[c]![0]),colLower:Float64Array.from(cols,(_,i)=>fixed0[i]?1:0),colUpper:Float64Array.from(cols,(_,i)=>fixed1[i]?0:1),rowLower:b,rowUpper:b,matrix:{format:'csr',numRows:p.rows.length,numCols:cols.length,starts:Int32Array.from(starts),indices:Int32Array.from(idx),values:Float64Array.from(val)}})
  model.options.set('output_flag',false)
  for (const o of (process.argv[5]??'').split(',').filter(Boolean)) { const [k,v]=o.split('='); model.options.set(k!, isNaN(Number(v))?v:Number(v)) }
  model.run(); const t2=lap()
  const x=model.getSolution().colValue
  const frac=[...x].filter((v:number)=>Math.abs(v-Math.round(v))>1e-6).length
  console.log(n,s,seed,'rows',rows.length,'core rows',p.rows.length,'cols',cols.length,'nnz',idx.length,'impossible',p.isImpossible,'status',model.getModelStatus(),'fractional',frac,'ms peel',t1,'lp',t2,'it',model.info?.get?.('simplex_iteration_count'),'obj',model.getObjectiveValue())

  // clusters
  const isF=[...x].map((v:number)=>Math.abs(v-Math.round(v))>1e-6)
  const lead=new Map<number,number>(); const find=(a:number):number=>{let r=a; while(lead.get(r)!==undefined&&lead.get(r)!==r) r=lead.get(r)!; return r}
  for(const r of p.rows){ const f=[...r.terms.keys()].map(k=>ci.get(k)!).filter(k=>isF[k]); for(const k of f){ if(!lead.has(k)) lead.set(k,k); const a=find(f[0]!),b2=find(k); if(a!==b2) lead.set(Math.max(a,b2),Math.min(a,b2)) } }
  const cs=new Map<number,number>(); for(const k of lead.keys()) cs.set(find(k),(cs.get(find(k))??0)+1)
  const fr=new Map<string,number>(); for(const v of x) if(Math.abs(v-Math.round(v))>1e-6){const k=v.toFixed(3); fr.set(k,(fr.get(k)??0)+1)}
  console.log('   clusters',cs.size,'sizes',[...cs.values()].sort((a,b)=>b-a).slice(0,10).join(' '),'values',[...fr].sort((a,b)=>b[1]-a[1]).slice(0,6).join(' '))
  if (n<=Number(process.argv[7]??0)) {
    model.changeColsIntegrality({kind:'range',from:0,to:cols.length-1} as any, new Int32Array(cols.length).fill(1))
    model.options.set('presolve','off'); model.options.set('mip_max_nodes', 3000)
    const lpobj=model.getObjectiveValue(); lap()
    model.run(); console.log('   MIP status',model.getModelStatus(),'obj',model.getObjectiveValue(),'gap to lp',model.getObjectiveValue()-lpobj,'nodes',String(model.info.get('mip_node_count')),'ms',lap())
  }

  for (const radius of (process.argv[8]??'').split(',').filter(Boolean).map(Number)) {
    const rowsOf:number[][]=cols.map(()=>[]); p.rows.forEach((r,i)=>{for(const k of r.terms.keys()) rowsOf[ci.get(k)!]!.push(i)})
    let free=new Set<number>(); isF.forEach((f,i)=>{if(f)free.add(i)})
    for(let step=0;step<radius;step++){ const rs=new Set([...free].flatMap(c=>rowsOf[c]!)); for(const r of rs) for(const k of p.rows[r]!.terms.keys()) free.add(ci.get(k)!) }
    const fc=[...free].sort((a,b)=>a-b), fi=new Map(fc.map((c,i)=>[c,i])); const rs=[...new Set(fc.flatMap(c=>rowsOf[c]!))].sort((a,b)=>a-b)
    const st=[0],ix:number[]=[],vl:number[]=[],rh:number[]=[]
    for(const r of rs){let c0=p.rows[r]!.constant; for(const[k,c]of p.rows[r]!.terms){const j=ci.get(k)!; if(fi.has(j)){ix.push(fi.get(j)!);vl.push(c)} else c0-=c*Math.round(x[j])} st.push(ix.length); rh.push(c0)}
    const m2=highs.createModel({numCols:fc.length,numRows:rs.length,colCost:Float64Array.from(fc,c=>p.prices[cols[c]!]![1]-p.prices[cols[c]!]![0]),colLower:new Float64Array(fc.length),colUpper:new Float64Array(fc.length).fill(1),rowLower:Float64Array.from(rh),rowUpper:Float64Array.from(rh),matrix:{format:'csr',numRows:rs.length,numCols:fc.length,starts:Int32Array.from(st),indices:Int32Array.from(ix),values:Float64Array.from(vl)},integrality:new Int32Array(fc.length).fill(1)})
    m2.options.set('output_flag',false); m2.options.set('presolve','off')
    for (const o of (process.argv[9]??'').split(',').filter(Boolean)) { const [k,v]=o.split('='); m2.options.set(k!, isNaN(Number(v))?v:Number(v)) }
    const lpo=fc.reduce((a,c)=>a+x[c]*(p.prices[cols[c]!]![1]-p.prices[cols[c]!]![0]),0)
    lap(); m2.run(); console.log('   local r',radius,'cols',fc.length,'rows',rs.length,'status',m2.getModelStatus(),'gap',(m2.getObjectiveValue()-lpo).toFixed(3),'nodes',String(m2.info.get('mip_node_count')),'ms',lap()); m2.dispose()
  }

  if (process.argv[10]) {
    const share=Number(process.argv[10]); model.options.set('solver','simplex')
    const lo=fixed0.map(f=>f?1:0), hi=fixed1.map(f=>f?0:1); const obj0=model.getObjectiveValue()
    const sz=new Map<number,number>(); for(const v of sets.views) for(const st of v.sets) sz.set(st.number,Math.max(sz.get(st.number)??0,st.atoms.length)); const nr=cols.map(()=>0); for(const r of p.rows) for(const k of r.terms.keys()) nr[ci.get(k)!]!++
    const dist=(a:number)=>Math.abs(xx[a]!-Math.round(xx[a]!)); const mode=process.argv[11]??'dist'
    const order=(a:number,b:number)=> mode==='dist'? dist(a)-dist(b)||a-b : mode==='big' ? sz.get(cols[b]!)!-sz.get(cols[a]!)!||a-b : mode==='rows' ? nr[b]!-nr[a]!||dist(a)-dist(b)||a-b : mode==='small'? sz.get(cols[a]!)!-sz.get(cols[b]!)!||a-b : (Math.floor(dist(a)*5)-Math.floor(dist(b)*5)|| sz.get(cols[b]!)!-sz.get(cols[a]!)!||a-b)
    let stuck=false, rounds=0, its=0, bad=0, xx=x as Float64Array; lap()
    for(;;){
      const F:number[]=[]; for(let i=0;i<xx.length;i++) if(lo[i]!==hi[i]&&Math.abs(xx[i]!-Math.round(xx[i]!))>1e-6) F.push(i)
      if(F.length===0) break
      rounds++
      F.sort(order)
      let batch=F.slice(0,Math.max(1,Math.ceil(F.length*share)))
      for(;;){
        for(const c of batch){const v=Math.round(xx[c]!); model.changeColBounds(c,v,v)}
        model.run(); its+=Number(model.info.get('simplex_iteration_count'))
        if(model.getModelStatus()===7){for(const c of batch){lo[c]=hi[c]=Math.round(xx[c]!)};break}
        bad++
        for(const c of batch) model.changeColBounds(c,lo[c]!,hi[c]!)
        if(batch.length===1){const c=batch[0]!; const v=1-Math.round(xx[c]!); lo[c]=hi[c]=v; stuck=true; break}
        batch=batch.slice(0,Math.ceil(batch.length/4))
      }
      if(stuck) break
      xx=model.getSolution().colValue
    }

    const objd=cols.reduce((a,c,i)=>a+(lo[i]===hi[i]&&(fixed0[i]||fixed1[i])?0:xx[i]!*(p.prices[c]![1]-p.prices[c]![0])),0)
    const left=[...xx].filter(v=>Math.abs(v-Math.round(v))>1e-6).length
    console.log('   dive',share,'rounds',rounds,'iterations',its,'bad',bad,'stuck',stuck,'left',left,'gap',(objd-obj0).toFixed(3),'ms',lap())
    if(left>0) for (const radius of [1,2,3]) {
    const rowsOf:number[][]=cols.map(()=>[]); p.rows.forEach((r,i)=>{for(const k of r.terms.keys()) rowsOf[ci.get(k)!]!.push(i)})
    let free=new Set<number>(); xx.forEach((v,i)=>{if(Math.abs(v-Math.round(v))>1e-6)free.add(i)})
    for(let step=0;step<radius;step++){ const rs=new Set([...free].flatMap(c=>rowsOf[c]!)); for(const r of rs) for(const k of p.rows[r]!.terms.keys()) free.add(ci.get(k)!) }
    const fc=[...free].sort((a,b)=>a-b), fi=new Map(fc.map((c,i)=>[c,i])); const rs=[...new Set(fc.flatMap(c=>rowsOf[c]!))].sort((a,b)=>a-b)
    const st=[0],ix:number[]=[],vl:number[]=[],rh:number[]=[]
    for(const r of rs){let c0=p.rows[r]!.constant; for(const[k,c]of p.rows[r]!.terms){const j=ci.get(k)!; if(fi.has(j)){ix.push(fi.get(j)!);vl.push(c)} else c0-=c*Math.round(xx[j]!)} st.push(ix.length); rh.push(c0)}
    const m2=highs.createModel({numCols:fc.length,numRows:rs.length,colCost:Float64Array.from(fc,c=>p.prices[cols[c]!]![1]-p.prices[cols[c]!]![0]),colLower:new Float64Array(fc.length),colUpper:new Float64Array(fc.length).fill(1),rowLower:Float64Array.from(rh),rowUpper:Float64Array.from(rh),matrix:{format:'csr',numRows:rs.length,numCols:fc.length,starts:Int32Array.from(st),indices:Int32Array.from(ix),values:Float64Array.from(vl)},integrality:new Int32Array(fc.length).fill(1)})
    m2.options.set('output_flag',false); m2.options.set('presolve','off')
    for (const o of (process.argv[9]??'').split(',').filter(Boolean)) { const [k,v]=o.split('='); m2.options.set(k!, isNaN(Number(v))?v:Number(v)) }
    const lpo=fc.reduce((a,c)=>a+xx[c]!*(p.prices[cols[c]!]![1]-p.prices[cols[c]!]![0]),0)
    lap(); m2.run(); console.log('   local r',radius,'cols',fc.length,'rows',rs.length,'status',m2.getModelStatus(),'gap',(m2.getObjectiveValue()-lpo+objd-obj0).toFixed(3),'nodes',String(m2.info.get('mip_node_count')),'ms',lap()); const st2=m2.getModelStatus(); m2.dispose(); if(st2===7)break
    }
  }
  model.dispose()
}
