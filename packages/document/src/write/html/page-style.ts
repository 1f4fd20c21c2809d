/**
 * The page's style: the document's own sober look, system fonts, light and dark, a narrow screen, and paper. Every text
 * colour has a contrast of at least 4.5 against every ground it stands on.
 */
export const pageStyle = String.raw`
:root {
  color-scheme: light dark;
  --paper: #ffffff; --ground: #f5f4f0; --ink: #1d2024; --quiet: #555b63; --rule: #8d8b84; --faint: #d3d1c9; --link: #174a7c;
  --marked: #fff0a8; --marked-ink: #1d2024;
  --text: "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", system-ui, sans-serif;
  --title: "Songti SC", STSong, "Noto Serif CJK SC", "Source Han Serif SC", SimSun, serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #17191c; --ground: #1f2226; --ink: #e6e4df; --quiet: #a9aeb5; --rule: #656b73; --faint: #3c4147; --link: #8fbdeb;
    --marked: #5a4a10; --marked-ink: #fff6d8;
  }
}
* { box-sizing: border-box; }
html { font: 16px/1.75 var(--text); color: var(--ink); background: var(--paper); -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
body { margin: 0; }
[hidden] { display: none !important; }
h1, h2, h3, h4, p, ol, ul, dl { margin: 0; }
h1, h2, h3, h4 { font-family: var(--title); line-height: 1.4; text-wrap: balance; }
a { color: var(--link); text-underline-offset: .2em; text-decoration-thickness: 1px; }
button { font: inherit; color: inherit; background: none; border: 1px solid var(--quiet); border-radius: 3px; padding: .1rem .7rem; min-height: 2rem; cursor: pointer; }
button:hover { color: var(--link); border-color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
main:focus, nav:focus { outline: none; }
.skip { position: absolute; left: -100vw; top: 0; z-index: 9; padding: .5rem 1rem; background: var(--paper); color: var(--link); }
.skip:focus { left: 0; }
.unseen { position: absolute; width: 1px; height: 1px; margin: -1px; padding: 0; border: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.minor { color: var(--quiet); font-size: .88em; }

header { text-align: center; padding: 3rem 1.2rem 2rem; border-bottom: 2px solid var(--ink); }
h1 { font-size: 2rem; }
h1 span { display: block; }
header p { color: var(--quiet); margin-top: .6rem; }
nav { padding: 1.2rem; background: var(--ground); border-bottom: 1px solid var(--faint); max-height: 60vh; overflow-y: auto; }
nav h2 { font-size: 1.1rem; margin-bottom: .4rem; }
nav ol { list-style: none; padding: 0; }
nav ol ol { padding-left: 1em; }
nav li { margin: .1rem 0; }
nav a { display: block; padding: .12rem 0; color: var(--ink); text-decoration: none; line-height: 1.5; }
nav a:hover { color: var(--link); text-decoration: underline; }
.part > a { font-weight: 600; margin-top: .5rem; }
main { padding: 1.2rem 1.2rem 4rem; max-width: 68rem; margin: 0 auto; min-width: 0; }
@media (min-width: 70rem) {
  .columns { display: grid; grid-template-columns: 20rem minmax(0, 1fr); align-items: start; }
  nav { position: sticky; top: 0; height: 100vh; max-height: none; border-bottom: 0; border-right: 1px solid var(--faint); font-size: .92rem; }
  main { padding: 1.2rem 2.4rem 4rem; width: 100%; }
}
.hint { color: var(--quiet); font-size: .92rem; padding: .5rem .9rem; background: var(--ground); border-left: 3px solid var(--quiet); }
main h2 { font-size: 1.5rem; text-align: center; margin: 3rem 0 1.2rem; }
main h3 { font-size: 1.15rem; margin: 1.8rem 0 .5rem; }
main h4 { font-size: 1.02rem; margin: 1.2rem 0 .3rem; }
p.body, p.item { text-indent: 2em; margin: .3rem 0; max-width: 46em; overflow-wrap: anywhere; }
.note { color: var(--quiet); font-size: .92rem; margin: .4rem 0; }

.table { margin: 2.6rem 0; }
.table :is(h2, h3, h4) { font-size: 1.25rem; text-align: center; margin: 0 0 .3rem; }
.of { display: block; font-size: 1rem; font-weight: 400; }
.subtitle { text-align: center; }
.above { display: flex; justify-content: space-between; gap: 1rem; font-size: .92rem; margin-bottom: .2rem; }
.unit { white-space: nowrap; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; line-height: 1.45; font-variant-numeric: tabular-nums lining-nums; }
th, td { border: 1px solid var(--rule); padding: .22rem .5rem; text-align: left; font-weight: 400; }
thead th { background: var(--ground); text-align: center; font-weight: 600; min-width: 4.5em; }
.n { text-align: right; white-space: nowrap; }
.c { text-align: center; }
.total :is(th, td) { font-weight: 600; }
.i1 { padding-left: 1.5em; } .i2 { padding-left: 2.5em; } .i3 { padding-left: 3.5em; } .i4 { padding-left: 4.5em; } .i5 { padding-left: 5.5em; } .i6 { padding-left: 6.5em; }
.statement tbody :where(:is(th, td):not(.n):not(:empty)) { min-width: 5em; }
.statement tbody :where(th:not(.n)) { min-width: 12em; }
.form table { table-layout: fixed; min-width: 46rem; }
.form :is(th, td) { overflow-wrap: anywhere; }
.form .n { white-space: normal; overflow-wrap: normal; }
.tools { margin-top: .5rem; font-size: .88rem; }
.tools button { color: var(--quiet); }
.tools button:hover { color: var(--link); }
data { white-space: nowrap; font-variant-numeric: tabular-nums lining-nums; }
.scripted data[role] { cursor: pointer; border-radius: 2px; }
.scripted p data[role] { text-decoration: underline dotted; text-underline-offset: .25em; }
.scripted data[role]:hover { background: var(--marked); color: var(--marked-ink); }
.scripted td data[role] { display: block; margin: -.22rem -.5rem; padding: .22rem .5rem; }
.scripted td data[role]:focus-visible { outline-offset: -3px; }
data[aria-pressed], data:target { background: var(--marked); color: var(--marked-ink); }

#page-panel { position: fixed; right: 1rem; bottom: 1rem; width: 25rem; max-width: calc(100vw - 2rem); max-height: 60vh; overflow-y: auto; z-index: 5;
  padding: .8rem 1rem 1rem; background: var(--paper); border: 2px solid var(--ink); border-radius: 4px; box-shadow: 0 .4rem 1.6rem rgb(0 0 0 / 25%); font-size: .92rem; line-height: 1.6; }
#page-panel h2 { font-size: 1.08rem; }
#page-panel h2:focus { outline: none; }
#page-panel h3 { font-size: .98rem; margin: .8rem 0 .2rem; }
.panel-head { display: flex; justify-content: space-between; align-items: start; gap: 1rem; margin-bottom: .4rem; }
.panel-head button { flex: none; }
#page-panel dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem .9rem; }
#page-panel dt { color: var(--quiet); }
#page-panel dd { margin: 0; overflow-wrap: anywhere; }
#page-panel ul { padding-left: 1.2rem; }
#page-panel li { overflow-wrap: anywhere; margin: .15rem 0; }
#page-panel details { margin-top: .8rem; }
#page-panel summary { cursor: pointer; color: var(--link); }
#page-panel code { display: block; font: .86em/1.5 ui-monospace, Consolas, monospace; overflow-wrap: anywhere; }
@media (max-width: 40rem) {
  html { font-size: 15px; }
  h1 { font-size: 1.5rem; }
  header { padding: 1.6rem 1rem 1.2rem; }
  #page-panel { left: 0; right: 0; bottom: 0; width: auto; max-width: none; max-height: 48vh; border-width: 2px 0 0; border-radius: 0; }
  .statement tbody :where(th:not(.n)) { min-width: 9em; }
}

@page { size: A4; margin: 20mm 18mm; @bottom-center { content: "— " counter(page) " —"; font-family: serif; font-size: 10.5pt; } }
@page across { size: A4 landscape; margin: 12mm 18mm; }
@media print {
  :root { color-scheme: light; --paper: #fff; --ground: #fff; --ink: #000; --quiet: #333; --rule: #000; --faint: #999; --link: #000; }
  html { font-size: 12pt; }
  nav, .skip, .hint, .tools, #page-panel { display: none !important; }
  header { border: 0; padding: 60mm 0 0; break-after: page; }
  .columns { display: block; }
  main { padding: 0; max-width: none; }
  main h2 { margin-top: 0; break-after: avoid; }
  .part { break-before: page; }
  .part:first-of-type { break-before: auto; }
  h3, h4 { break-after: avoid; }
  .table { break-before: page; margin: 0; }
  .table + :not(.table) { break-before: page; }
  h2 + .table { break-before: auto; }
  .landscape { page: across; }
  .scroll { overflow: visible; }
  table { font-size: 9pt; line-height: 1.3; }
  .landscape table { font-size: 8.5pt; line-height: 1.1; }
  .landscape .note { font-size: 9pt; margin: 1mm 0; }
  th, td { padding: .5mm 1.2mm; }
  .landscape :is(th, td) { padding-block: .2mm; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  .statement tbody :is(th, td), thead th { min-width: 0; }
  .form table { min-width: 0; }
  .scripted p data[role] { text-decoration: none; }
  .scripted td data[role] { margin: 0; padding: 0; }
  data[aria-pressed], data:target { background: none; color: inherit; }
}
`
