/**
 * The page's style: a calm sheet of text beside the document, system fonts, and marks that also work without colour.
 * Every text colour has a contrast of at least 4.5 against every ground it stands on, in light and dark.
 */
export const pageStyle = String.raw`
:root {
  color-scheme: light dark;
  --paper: #ffffff; --ground: #f5f4f0; --ink: #1d2024; --quiet: #555b63; --rule: #d3d1c9; --link: #174a7c;
  --error: #9b1420; --warning: #7d4500; --notice: #3d4d5c; --sound: #1c5c2e;
  --marked: #fff0a8; --marked-ink: #1d2024; --marked-edge: #8a5a00; --chosen: #eef3f8;
  --text: "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", system-ui, sans-serif;
  --title: "Songti SC", STSong, "Noto Serif CJK SC", "Source Han Serif SC", SimSun, serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #17191c; --ground: #1f2226; --ink: #e6e4df; --quiet: #a9aeb5; --rule: #3c4147; --link: #8fbdeb;
    --error: #ff9a9a; --warning: #f0b765; --notice: #b3c3d1; --sound: #8ecf9f;
    --marked: #5a4a10; --marked-ink: #fff6d8; --marked-edge: #e2b84a; --chosen: #232b33;
  }
}
* { box-sizing: border-box; }
html { font: 15px/1.6 var(--text); color: var(--ink); background: var(--paper); -webkit-text-size-adjust: 100%; }
/* Latin fonts first, or English quotation marks and apostrophes come out a full character wide. The document stays as it is. */
html[lang="en"] :is(.report, .toolbar, #panel, .skip) {
  --title: Georgia, "Liberation Serif", "Songti SC", "Noto Serif CJK SC", SimSun, serif;
  font-family: "Segoe UI", "Helvetica Neue", Arial, "Liberation Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
}
body { margin: 0; }
html[lang|="zh"] .t[lang="en"], html[lang="en"] .t[lang|="zh"] { display: none; }
[hidden] { display: none !important; }
h1, h2, h3, h4, h5, p, dl, ol, ul { margin: 0; }
h1, h2, .headline { font-family: var(--title); font-weight: 700; line-height: 1.35; }
h1 { font-size: 1.75rem; }
h2 { font-size: 1.3rem; margin: 2.2rem 0 .7rem; padding-bottom: .3rem; border-bottom: 2px solid var(--ink); }
h3 { font-size: 1.05rem; margin: 1.4rem 0 .5rem; }
h4 { font-size: 1rem; margin: 1.1rem 0 .35rem; }
h5 { margin: .15rem 0; font-size: 1rem; font-weight: 600; line-height: 1.5; }
code, kbd { font: .86em/1.4 ui-monospace, "SFMono-Regular", Consolas, "Noto Sans Mono CJK SC", monospace; overflow-wrap: anywhere; }
kbd { padding: 0 .35em; border: 1px solid var(--rule); border-radius: 3px; }
button, input, select { font: inherit; color: inherit; }
button { background: none; border: 1px solid var(--quiet); border-radius: 3px; padding: .1rem .6rem; cursor: pointer; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.minor { color: var(--quiet); font-weight: 400; font-size: .92em; }
.number, .amount { font-variant-numeric: tabular-nums lining-nums; white-space: nowrap; }
.number { text-align: right; }
.amount.minor { white-space: nowrap; }
.skip { position: absolute; left: -100vw; top: 0; z-index: 9; padding: .5rem 1rem; background: var(--paper); color: var(--link); }
.skip:focus { left: 0; }

/* Two panes: the report scrolls with the window, the document beside it on its own. */
.report { padding: 1.4rem 1.8rem 3rem; max-width: 60rem; margin: 0 auto; }
#document { background: var(--ground); border-top: 2px solid var(--ink); }
@media (min-width: 68rem) {
  .columns { display: grid; grid-template-columns: minmax(34rem, 46fr) 54fr; }
  .report { width: 100%; }
  #document { position: sticky; top: 0; height: 100vh; display: flex; flex-direction: column; min-width: 0; border-top: 0; border-left: 1px solid var(--rule); }
  #pages { flex: 1; overflow-y: auto; min-height: 0; }
  #back { display: none; }
  #panel { max-height: 48%; }
}

.product { display: flex; justify-content: space-between; align-items: center; gap: 1rem; color: var(--quiet); margin-bottom: .7rem; }
#language { flex: none; }
.identity-card { display: flex; flex-wrap: wrap; gap: .1rem 1.6rem; margin-top: .4rem; }
.identity-card div { display: flex; gap: .5em; }
.identity-card dt { color: var(--quiet); }
.identity-card dd { margin: 0; overflow-wrap: anywhere; }
.headline { font-size: 1.35rem; margin: .2rem 0 .9rem; }
.note { margin-top: 1rem; padding: .7rem .9rem; border-left: 3px solid var(--quiet); background: var(--ground); font-size: .93em; }

table { border-collapse: collapse; }
.facts, .list { width: 100%; margin-bottom: .9rem; font-size: .95em; }
.facts caption { text-align: left; font-weight: 600; padding: .3rem 0; }
.facts th, .facts td, .list th, .list td { text-align: left; font-weight: 400; vertical-align: top; padding: .22rem .9rem .22rem 0; border-top: 1px solid var(--rule); }
.facts tr > :first-child { width: 11rem; }
.facts.coverage tr > :first-child { width: 17rem; }
.facts .number { text-align: right; width: 6rem; font-weight: 600; }
.facts td:last-child { color: var(--quiet); padding-right: 0; }
.list { overflow-wrap: anywhere; }
.list thead th { color: var(--quiet); border-top: 0; }
.list thead th { white-space: nowrap; }
.list .number { white-space: normal; min-width: 4.5em; }

.tag { white-space: nowrap; font-weight: 600; font-size: .92em; }
.mark { display: inline-block; min-width: 1em; text-align: center; }
.error, .conflict, .fail { color: var(--error); }
.warning, .undetermined { color: var(--warning); }
.notice, .not-applicable { color: var(--notice); }
.exact, .withinRounding, .pass { color: var(--sound); }

.filter { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: .5rem .8rem; padding: .7rem .9rem; background: var(--ground); border: 1px solid var(--rule); }
.filter label { display: block; font-size: .9em; color: var(--quiet); }
.filter input, .filter select, #jump { width: 100%; min-height: 2.1rem; color: var(--ink); background: var(--paper); border: 1px solid var(--quiet); border-radius: 3px; padding: .15rem .4rem; }
.filter .wide, .filter .count { grid-column: 1 / -1; }
.count { font-size: .92em; color: var(--quiet); min-height: 1.9rem; }

.rule h4 code { font-size: .95em; margin-right: .3em; }
h3.error, h3.warning, h3.notice { font-size: 1.1rem; }
.rule > h4 { border-top: 1px solid var(--rule); padding-top: .7rem; }
.advice { display: grid; grid-template-columns: max-content 1fr; gap: .1rem .8rem; font-size: .92em; margin-bottom: .5rem; }
html[lang="en"] .advice { grid-template-columns: 1fr; }
.advice dt { color: var(--quiet); }
.advice dd { margin: 0; }
.basis + .basis::before { content: "；"; }
.findings { list-style: none; padding: 0; }
.finding { color: var(--ink); border-left: 3px solid var(--rule); padding: .45rem .9rem .55rem; margin: .55rem 0; scroll-margin: 1rem; }
.finding.error { border-left-color: var(--error); }
.finding.warning { border-left-color: var(--warning); }
.finding.selected { background: var(--chosen); border-left-width: 8px; padding-left: calc(.9rem - 5px); }
.statement { all: unset; display: block; cursor: pointer; user-select: text; }
.statement:focus-visible { outline: 2px solid var(--link); outline-offset: 1px; }
.statement:hover { color: var(--link); }
.tags { display: flex; flex-wrap: wrap; gap: 0 .9rem; font-size: .92em; align-items: baseline; }
.amounts { margin: .35rem 0; }
.amounts th { font-weight: 400; color: var(--quiet); text-align: left; padding-right: 1.2rem; white-space: nowrap; vertical-align: top; }
.amounts thead th { text-align: right; font-size: .88em; padding-right: 0; }
.amounts .number { min-width: 8.5rem; padding-left: 1rem; }
.amounts .words { overflow-wrap: anywhere; }
.amounts tr:nth-child(3) .number { font-weight: 600; }
.places { padding-left: 1.6rem; }
ul.places { list-style: disc; }
.plain { list-style: none; padding: 0; }
.plain > li { margin: .35rem 0; }
.sets { padding-left: 1.4rem; }
.explain { color: var(--quiet); font-size: .86em; margin-top: .3rem; }
.link { all: unset; color: var(--link); text-decoration: underline; text-underline-offset: .2em; text-decoration-thickness: 1px; cursor: pointer; overflow-wrap: anywhere; vertical-align: top; }
.link:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
details { margin: .35rem 0; }
summary { cursor: pointer; color: var(--link); }
summary .tag { margin: 0 .2rem; }
footer { margin-top: 2.5rem; padding-top: .8rem; border-top: 1px solid var(--rule); color: var(--quiet); font-size: .9em; }
.keys { display: flex; flex-wrap: wrap; gap: .1rem 1.2rem; margin-bottom: .5rem; }

.toolbar { display: grid; grid-template-columns: 1fr minmax(0, 16rem); gap: .2rem 1rem; align-items: center; padding: .7rem 1.2rem; border-bottom: 1px solid var(--rule); }
.toolbar h2 { margin: 0; padding: 0; border: 0; font-size: 1.1rem; }
.legend { grid-column: 1 / -1; font-size: .86em; color: var(--quiet); }
#pages { padding: 1rem 1.2rem 3rem; position: relative; font-size: .93rem; }
#pages .heading { font-weight: 700; margin-top: 1.1rem; }
#pages p { overflow-wrap: anywhere; }
#pages p:not(.heading) { margin: .35rem 0; }
.grid { overflow-x: auto; margin: .7rem 0; background: var(--paper); border: 1px solid var(--rule); }
.grid table { font-size: .9rem; line-height: 1.4; min-width: 100%; }
.grid th, .grid td { border: 1px solid var(--rule); padding: .18rem .5rem; text-align: left; vertical-align: top; font-weight: 400; max-width: 26em; min-width: 2.5em; }
.grid th, .grid td:not(:empty) { min-width: 4em; }
.grid th.long, .grid td.long { min-width: 9em; }
.grid thead td { background: var(--ground); }
.grid thead th { background: var(--ground); font-weight: 600; vertical-align: bottom; }
.grid .number { text-align: right; }
.figure { all: unset; cursor: pointer; font-variant-numeric: tabular-nums lining-nums; color: var(--link); white-space: nowrap; border-radius: 2px; }
.grid .figure { display: inline-block; min-width: 1.5em; text-align: right; }
p .figure { text-decoration: underline dotted; text-underline-offset: .2em; }
.figure:hover { text-decoration: underline; }
.figure:focus-visible { outline: 3px solid var(--link); outline-offset: 1px; }
.figure[aria-pressed] { outline: 2px solid var(--link); outline-offset: 1px; font-weight: 700; }
.in-error::before, .in-warning::before, .in-notice::before { font-size: .75em; margin-right: .25em; }
.in-error::before { content: "■"; color: var(--error); }
.in-warning::before { content: "▲"; color: var(--warning); }
.in-notice::before { content: "○"; color: var(--notice); }
.unbound { text-decoration: underline wavy var(--warning) 1px; text-underline-offset: .2em; }
.marked, .marked .figure, .grid .marked { background: var(--marked); color: var(--marked-ink); }
.figure, .marked { scroll-margin-top: 15vh; }
.marked { outline: 2px solid var(--marked-edge); outline-offset: -1px; }
.marked .figure::before { color: inherit; }
.marked[data-place]::before { content: attr(data-place); display: inline-block; min-width: 1.3em; margin-right: .35em; padding: 0 .3em; font-size: .72rem; line-height: 1.35; font-weight: 700; text-align: center; color: var(--marked); background: var(--marked-ink); border-radius: 1em; }
tr.marked::before { display: none !important; }
::highlight(place) { background: var(--marked-edge); color: var(--paper); }

#panel { overflow-y: auto; background: var(--paper); border-top: 3px solid var(--link); padding: .7rem 1.2rem 1.2rem; font-size: .93rem; }
@media (max-width: 67.99rem) {
  #panel { position: fixed; inset: auto 0 0 0; max-height: 60vh; z-index: 5; box-shadow: 0 -2px 12px rgb(0 0 0 / .25); }
  #back { position: fixed; right: 1rem; bottom: 1rem; z-index: 4; background: var(--link); color: var(--paper); border-color: var(--link); padding: .5rem 1rem; }
}
.panel-head { display: flex; gap: 1rem; justify-content: space-between; align-items: flex-start; position: sticky; top: -.7rem; margin: -.7rem -1.2rem .4rem; padding: .6rem 1.2rem; background: var(--paper); border-bottom: 1px solid var(--rule); }
.panel-head h3 { margin: 0; font-size: 1rem; overflow-wrap: anywhere; }
.panel-head h3:focus { outline: none; }
.close { flex: none; }
dl.facts { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; margin: 0; }
dl.facts dt { color: var(--quiet); }
dl.facts dd { margin: 0; overflow-wrap: anywhere; }
.identities { padding-left: 1.4rem; }
.identities > li { margin: .5rem 0; padding-top: .4rem; border-top: 1px solid var(--rule); }
.terms { list-style: none; padding: 0; }
.terms li { display: grid; grid-template-columns: 1.2em 1fr max-content; gap: .5rem; align-items: baseline; }
@media (min-width: 82rem) { #panel dl.facts { grid-template-columns: max-content 1fr max-content 1fr; } }
.terms .own > :nth-child(2) { font-weight: 600; }
.terms .amount { text-align: right; }

@media (max-width: 40rem) {
  html { font-size: 16px; }
  .report { padding: 1rem 1rem 2rem; }
  .facts tr > :first-child, .facts.coverage tr > :first-child { width: 8.5rem; }
  .facts .number { width: 4.2rem; }
  .filter { grid-template-columns: minmax(0, 1fr); }
  .advice { grid-template-columns: minmax(0, 1fr); }
  .amounts { width: 100%; }
  .amounts th { padding-right: .4rem; }
  .amounts .number { min-width: 0; padding-left: .5rem; }
  .amount.minor { white-space: normal; }
  .finding { padding-right: 0; }
  .toolbar { grid-template-columns: minmax(0, 1fr); padding: .7rem 1rem; }
  #pages { padding: 1rem; }
}
@media (prefers-reduced-motion: no-preference) { #panel { animation: rise .12s ease-out; } @keyframes rise { from { opacity: 0; } } }

@page { size: A4; margin: 18mm 16mm 16mm; @bottom-right { content: counter(page) " / " counter(pages); font-size: 9pt; } }
@media print {
  :root { --paper: #fff; --ground: #fff; --ink: #000; --quiet: #444; --rule: #aaa; --link: #000; --error: #7a0000; --warning: #5a3000; --notice: #333; --sound: #103a1c; --chosen: #fff; }
  html { font-size: 9.5pt; line-height: 1.4; }
  #document, .filter, .skip, .keys, #language, .explain, #record, .causes, noscript { display: none !important; }
  .columns, .report { display: block; padding: 0; max-width: none; }
  h2, h3, h4, .advice { break-after: avoid; }
  h2 { margin-top: 1.4rem; }
  footer { margin-top: 1rem; break-before: avoid; }
  .advice, .finding, .facts, .note, .sets > li { break-inside: avoid; }
  .finding.selected { border-left-width: 3px; padding-left: .9rem; }
  .link { text-decoration: none; }
  summary { list-style: none; }
  .places { padding-left: 1.4rem; }
  h3, h4 { margin: .8rem 0 .3rem; }
  .rule > h4 { padding-top: .4rem; }
  .finding { margin: .3rem 0; padding: .1rem .7rem .2rem; }
  .amounts { line-height: 1.25; }
}
`
