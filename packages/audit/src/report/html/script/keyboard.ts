/** Keys, printing, and the finding that the address names. */
export const keyboard = String.raw`
/** @param {EventTarget | null} target */
const isField = (target) => closest(target, 'input, select, textarea') !== null

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
  if (event.key === 'Escape') return escape(event)
  if (isField(event.target)) {
    if (event.key === 'Enter' && event.target === search) {
      event.preventDefault()
      unselect()
      moveSelection(1)
    }
    return
  }
  const figure = closest(event.target, '.figure')
  if (figure !== null && event.key.startsWith('Arrow')) {
    const next = neighbour(figure, event.key)
    event.preventDefault()
    if (next !== undefined) focusFigure(next)
    return
  }
  // Arrows scroll the page as usual, except on a finding, where they go to the next one.
  const onFinding = closest(event.target, '.statement') !== null
  if (event.key === 'j' || (onFinding && event.key === 'ArrowDown')) moveSelection(1)
  else if (event.key === 'k' || (onFinding && event.key === 'ArrowUp')) moveSelection(-1)
  else if (event.key === '/' && search !== null) search.focus()
  else return
  event.preventDefault()
})

/** The innermost thing first: the panel, the words searched for, the chosen finding. @param {KeyboardEvent} event */
function escape(event) {
  if (!panel.hidden) hidePanel()
  else if (event.target === search && search instanceof HTMLInputElement) {
    search.value = ''
    filterFindings()
    search.blur()
  } else unselect()
}

// On paper nothing can be unfolded.
/** @type {HTMLElement[]} */
let unfolded = []
window.addEventListener('beforeprint', () => {
  unfolded = all('details.printed:not([open])')
  for (const details of unfolded) details.setAttribute('open', '')
})
window.addEventListener('afterprint', () => {
  for (const details of unfolded) details.removeAttribute('open')
})

const named = findings.find((finding) => '#' + finding.id === decodeURIComponent(location.hash))
if (named !== undefined) selectFinding(named, true)
`
