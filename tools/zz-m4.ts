import { makeDepartment, departmentShapes } from './synthetic-departments.ts'
import { cellSets } from '../packages/figures/src/balance/fact-sets.ts'
import { distinctRegions } from '../packages/figures/src/rollup.ts'
import { writeEquations, remainderOf } from '../packages/figures/src/balance/equations.ts'
import { eliminateHidden } from '../packages/figures/src/balance/eliminate-hidden.ts'
import { digitProblem, movementOf } from '../packages/figures/src/balance/digit-problem.ts'
import { settle } from '../packages/figures/src/balance/settle.ts'
import { openSolver } from '../packages/figures/src/balance/solver.ts'
import { fen } from '@mingzhang/money'
const solve = await openSolver()
const sizes = (process.argv[2]??'50,500,5000,50000').split(',').map(Number)
const grain = Number(process.argv[3]??1) as any
const seeds = Number(process.argv[4]??1)
const cpu=()=>process.cpuUsage().user/1000
for (const n of sizes) for (const s of (process.argv[5]?.split(',')??departmentShapes) as any[]) { const all:number[]=[]; for (let seed=1;seed<=seeds;seed++) {
  const d = makeDepartment(n, s, seed, grain)
  let t=cpu(); const lap=()=>{const x=cpu()-t; t=cpu(); return x.toFixed(0)}
  const t00=cpu()
  const { distinct } = distinctRegions(d.regions)
  const q = fen(10000)
  const sets = cellSets(d.views, distinct)
  const rows = eliminateHidden(writeEquations(sets, q)); const t0=lap()
  const p = digitProblem(sets.numbers.map(x=>{const fraction=remainderOf(x.exact,q)/q; return {fraction, weight:x.regions.length, low:0, high:fraction>0?1:0, reach:1}}), rows)
  const r = settle(solve, p, 200); const t1=lap()
  let ex=''
  if (r && r!=='infeasible') { const mv=p.numbers.reduce((a,x,i)=>a+movementOf(x,r.digits[i]!),0); const hu=p.numbers.reduce((a,x)=>a+movementOf(x,x.fraction>=.5?1:0),0); ex=`least ${r.isLeast} movement ${mv.toFixed(1)} half-up ${hu.toFixed(1)}` } else ex=String(r)
  all.push(cpu()-t00)
  if(seeds<4) console.log(n,s,seed,'numbers',p.numbers.length,'rows',rows.length,ex,'ms',t0,t1)
  else if(!r||r==='infeasible') console.log(n,s,seed,ex,'ms',t1)
 } all.sort((a,b)=>a-b); if(seeds>3) console.log(n,s,'median',all[all.length>>1]!.toFixed(0),'p95',all[Math.floor(all.length*.95)]!.toFixed(0),'max',all.at(-1)!.toFixed(0)) }
