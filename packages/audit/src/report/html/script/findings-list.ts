/** Choosing, filtering and searching the findings. */
export const findingsList = String.raw`
const findings = all('.finding')
/** @type {HTMLElement | null} */
let selected = null

/** Marks the finding's places in the document and shows the first. @param {HTMLElement} finding @param {boolean} withFocus */
function selectFinding(finding, withFocus) {
  if (selected !== null) {
    selected.classList.remove('selected')
    selected.querySelector('.statement')?.removeAttribute('aria-current')
  }
  selected = finding
  finding.classList.add('selected')
  const button = finding.querySelector('.statement')
  button?.setAttribute('aria-current', 'true')
  if (withFocus && button instanceof HTMLElement) {
    button.focus({ preventScroll: true })
    finding.scrollIntoView({ block: 'nearest' })
  }
  const figures = /** @type {string[]} */ (JSON.parse(finding.dataset.figures ?? '[]'))
  const first = markPlaces(all('button.place', finding), figures)
  // On a narrow screen the document stands below: it is shown when a place is asked for, not on every choice.
  if (first !== null && wide.matches) bringIntoView(first)
}

function unselect() {
  selected?.classList.remove('selected')
  selected?.querySelector('.statement')?.removeAttribute('aria-current')
  selected = null
  clearMarks()
}

/** @param {number} step */
function moveSelection(step) {
  const visible = findings.filter((finding) => !finding.hidden)
  const at = selected === null ? -1 : visible.indexOf(selected)
  const next = visible[at === -1 ? (step > 0 ? 0 : visible.length - 1) : Math.min(visible.length - 1, Math.max(0, at + step))]
  if (next !== undefined) selectFinding(next, true)
}

const back = byId('back')
back.addEventListener('click', () => {
  back.hidden = true
  if (selected !== null) selectFinding(selected, true)
})

document.addEventListener('click', (event) => {
  const place = closest(event.target, 'button.place')
  const finding = closest(event.target, '.finding')
  if (place !== null) {
    if (finding !== null && finding !== selected) selectFinding(finding, false)
    if (finding === null) markPlaces([place], [])
    const element = elementAt(place.dataset)
    if (element !== null) bringIntoView(element)
    back.hidden = finding === null || wide.matches
  } else if (finding !== null && closest(event.target, 'button, summary, a') === null) {
    // A click that ends a selection of text is not a choice.
    if (window.getSelection()?.isCollapsed !== false) selectFinding(finding, false)
  } else if (finding !== null && closest(event.target, '.statement') !== null) {
    selectFinding(finding, true)
  }
})

/** Full-width and half-width, commas and spaces do not matter. @param {string} text */
const fold = (text) => text.normalize('NFKC').toLowerCase().replace(/[\s,]/g, '')

/** What each finding can be found by: its rule's title, its statement, amounts and places. */
const searchable = new Map(
  findings.map((finding) => [
    finding,
    fold([...all('[data-searchable]', finding), ...all('h4', finding.parentElement?.parentElement ?? finding)].map((part) => part.textContent).join(' ')),
  ]),
)

const form = document.getElementById('filter')
const search = document.getElementById('search')

/** @param {string} id */
const chosen = (id) => /** @type {HTMLSelectElement} */ (byId('filter-' + id)).value

function filterFindings() {
  if (!(search instanceof HTMLInputElement)) return
  const terms = search.value.split(/\s+/).map(fold).filter((term) => term !== '')
  const wanted = { severity: chosen('severity'), verdict: chosen('verdict'), rule: chosen('rule') }
  let shown = 0
  for (const finding of findings) {
    const text = searchable.get(finding) ?? ''
    const { severity, verdict, rule } = finding.dataset
    const fits =
      (wanted.severity === '' || wanted.severity === severity) &&
      (wanted.verdict === '' || wanted.verdict === verdict) &&
      (wanted.rule === '' || wanted.rule === rule) &&
      terms.every((term) => text.includes(term))
    finding.hidden = !fits
    if (fits) shown += 1
  }
  for (const group of all('[data-group]')) group.hidden = all('.finding:not([hidden])', group).length === 0
  if (selected?.hidden === true) unselect()
  const count = findings.length
  byId('count').replaceChildren(
    say('显示 ' + shown + ' / ' + count + ' 条', shown + ' of ' + count + (count === 1 ? ' finding shown' : ' findings shown')),
  )
  byId('reset').hidden = shown === count
}

if (form instanceof HTMLFormElement) {
  form.addEventListener('input', filterFindings)
  form.addEventListener('submit', (event) => event.preventDefault())
  // The fields are empty only after the event.
  form.addEventListener('reset', () => setTimeout(filterFindings))
}
`
