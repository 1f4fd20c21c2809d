/** The panel that says what a figure is the total of, what it states, and which identities it takes part in. */
export const figurePanel = String.raw`
const panel = byId('panel')
/** The figure that the panel is about. @type {string | null} */
let shownFigure = null

/** @param {string} id */
function showFigure(id) {
  const figure = data.figures[id]
  if (figure === undefined) return
  shownFigure = id
  for (const other of all('.figure[aria-pressed]', pages)) other.removeAttribute('aria-pressed')
  const title = make('h3', '', both(figure.place))
  title.id = 'panel-title'
  title.tabIndex = -1
  const close = make('button', 'close', make('span', '', '✕ '), say('关闭', 'Close'))
  close.setAttribute('type', 'button')
  close.addEventListener('click', hidePanel)
  const identities = identitiesOf.get(id) ?? []
  const list = make('ol', 'identities', ...identities.map((identity) => identityItem(identity, id)))
  const count = make('h4', '', say('参与的勾稽关系 ', 'Identities it takes part in: '), String(identities.length))
  const none = make('p', 'minor', say('它没有参与任何勾稽关系。', 'It takes part in none.'))
  panel.replaceChildren(make('div', 'panel-head', title, close), factsOf(figure), count, identities.length === 0 ? none : list)
  panel.hidden = false
  panel.scrollTop = 0
  title.focus({ preventScroll: true })
  const shown = figureElement(id)
  if (shown !== null) {
    shown.setAttribute('aria-pressed', 'true')
    bringIntoView(shown)
  }
}

function hidePanel() {
  const figure = shownFigure === null ? null : figureElement(shownFigure)
  shownFigure = null
  panel.hidden = true
  figure?.removeAttribute('aria-pressed')
  if (figure !== null) focusFigure(figure)
}

/** @param {Figure} figure */
function factsOf(figure) {
  const facts = make('dl', 'facts')
  const fact = (/** @type {Node} */ name, /** @type {Node | string} */ value) => facts.append(make('dt', '', name), make('dd', '', value))
  if (figure.value === null) {
    fact(say('状态', 'State'), both(data.words.states[figure.state] ?? { zh: figure.state, en: figure.state }))
  } else {
    const unit = say(' 元', ' yuan')
    fact(say('金额', 'Amount'), make('span', 'amount', formatFen(figure.value, fenPerWan), ' 万元 ', make('span', 'minor', '(', formatFen(figure.value, fenPerYuan), unit, ')')))
  }
  fact(say('所印', 'Printed'), figure.text === '' ? '—' : figure.text)
  if (figure.quantum !== null) fact(say('末位', 'Last digit'), precision(figure.quantum))
  const region = Object.entries(figure.region)
  for (const [dimension, node] of region) {
    fact(both(data.words.dimensions[dimension] ?? { zh: dimension, en: dimension }), both(data.words.nodes[dimension + '=' + node] ?? { zh: node, en: node }))
  }
  const rest = say('以上没有列出的方面，取全部。', 'Whatever is not named above is taken whole.')
  return make('div', '', facts, make('p', 'minor', rest))
}

/** @param {number} quantum */
function precision(quantum) {
  const amount = quantum >= 10000 ? formatFen(quantum, fenPerWan) + ' 万元' : formatFen(quantum, fenPerYuan) + ' 元'
  return say('精确到 ' + amount, 'printed to ' + amount)
}

/** One identity with its verdict and its figures, each a way to go on. @param {string} id @param {string | null} own */
function identityItem(id, own) {
  const identity = data.identities[id]
  if (identity === undefined) return make('li', '', id)
  const words = data.words.verdicts[identity.verdict] ?? { zh: '', en: '', mark: '' }
  const mark = make('span', 'mark', words.mark)
  mark.setAttribute('aria-hidden', 'true')
  const tag = make('span', 'tag ' + identity.verdict, mark, ' ', both(words))
  const kind = make('span', 'minor', ' ', both(data.words.kinds[identity.kind] ?? { zh: '', en: '' }))
  const item = make('li', '', make('p', 'tags', tag, kind, slackOf(identity)))
  if (identity.statement !== null) item.append(make('p', '', both(identity.statement)))
  item.append(make('ul', 'terms', ...identity.figures.map((figure, index) => termItem(identity, figure, index, own))))
  return item
}

/** The difference and what rounding allows. @param {Identity} identity */
function slackOf(identity) {
  if (identity.difference === null || identity.verdict === 'exact') return ''
  const difference = formatFen(identity.difference, fenPerWan, true)
  const bound = identity.bound === null ? '' : formatFen(identity.bound, fenPerWan)
  return make(
    'span',
    'minor',
    say(' · 差额 ' + difference + ' 万元', ' · difference ' + difference + ' 万元'),
    bound === '' ? '' : say('，四舍五入允许 ' + bound + ' 万元', ', rounding allows ' + bound + ' 万元'),
  )
}

/** @param {Identity} identity @param {string} id @param {number} index @param {string | null} own */
function termItem(identity, id, index, own) {
  const figure = data.figures[id]
  const amount = make('span', 'amount', figure === undefined || figure.value === null ? '—' : formatFen(figure.value, fenPerWan))
  const sign = make('span', 'sign', identity.kind === 'partition' && index === 1 ? '=' : identity.kind === 'partition' && index > 1 ? '+' : '')
  if (id === own) return make('li', 'own', sign, make('span', '', say('本数', 'this figure')), amount)
  const link = make('button', 'link', figure === undefined ? id : both(figure.place))
  link.setAttribute('type', 'button')
  link.dataset.showFigure = id
  return make('li', '', sign, link, amount)
}

document.addEventListener('click', (event) => {
  const figure = closest(event.target, '.figure')
  if (figure !== null) {
    focusFigure(figure)
    showFigure(figure.dataset.figure ?? '')
    return
  }
  const link = closest(event.target, '[data-show-figure]')
  if (link !== null) showFigure(link.dataset.showFigure ?? '')
})

// The lists of all identities are filled when they are first opened.
for (const details of all('details[data-identities]')) {
  details.addEventListener('toggle', () => {
    if (details.querySelector('ol') !== null) return
    const ids = Object.keys(data.identities).filter((id) => data.identities[id]?.verdict === details.dataset.identities)
    details.append(make('ol', 'identities', ...ids.map((id) => identityItem(id, null))))
  })
}
`
