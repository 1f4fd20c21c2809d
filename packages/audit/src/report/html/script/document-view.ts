/** Finding, marking and showing places in the document, and walking through its figures with the arrow keys. */
export const documentView = String.raw`
const pages = byId('pages')
const wide = window.matchMedia('(min-width: 68rem)')

/** The element of a place: a cell, else its row, else the block. @param {DOMStringMap} place @returns {HTMLElement | null} */
function elementAt(place) {
  const block = document.getElementById('b' + (place.block ?? ''))
  const row = place.row === undefined ? undefined : block?.querySelector('table')?.rows[Number(place.row)]
  if (row === undefined) return block
  return (place.column === undefined ? undefined : row.cells[Number(place.column)]) ?? row
}

/** The characters of a place inside its paragraph or cell. @param {HTMLElement} element @param {number} start @param {number} end */
function rangeOf(element, start, end) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  let offset = 0
  let isOpen = false
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0
    if (!isOpen && start < offset + length) {
      range.setStart(node, start - offset)
      isOpen = true
    }
    if (isOpen && end <= offset + length) {
      range.setEnd(node, end - offset)
      return range
    }
    offset += length
  }
  return null
}

function clearMarks() {
  for (const element of all('.marked', pages)) {
    element.classList.remove('marked')
    delete element.dataset.place
  }
  if ('highlights' in CSS) CSS.highlights.clear()
}

/** Marks every place and figure of a finding with the number that the place has in its list; returns the first.
 * @param {HTMLElement[]} placeButtons @param {string[]} figures @returns {HTMLElement | null} */
function markPlaces(placeButtons, figures) {
  clearMarks()
  /** @type {HTMLElement[]} */
  const marked = []
  /** @type {Range[]} */
  const ranges = []
  for (const [index, button] of placeButtons.entries()) {
    const element = elementAt(button.dataset)
    if (element === null) continue
    if (!element.classList.contains('marked')) element.dataset.place = String(index + 1)
    element.classList.add('marked')
    marked.push(element)
    const { start, end } = button.dataset
    const range = start === undefined || end === undefined ? null : rangeOf(element, Number(start), Number(end))
    if (range !== null) ranges.push(range)
  }
  for (const id of figures) {
    const figure = figureElement(id)
    if (figure === null || figure.closest('.marked') !== null) continue
    const cell = closest(figure, 'td') ?? figure
    cell.classList.add('marked')
    marked.push(cell)
  }
  if ('highlights' in CSS && ranges.length > 0) CSS.highlights.set('place', new Highlight(...ranges))
  return marked[0] ?? null
}

/** @param {string} id @returns {HTMLElement | null} */
function figureElement(id) {
  return pages.querySelector('[data-figure="' + CSS.escape(id) + '"]')
}

/** Scrolls the document, not the findings; on a narrow screen both are one page. @param {HTMLElement} element */
function bringIntoView(element) {
  if (wide.matches) centre(element)
  // The open panel covers the lower half.
  else element.scrollIntoView({ block: byId('panel').hidden ? 'center' : 'start' })
  const grid = closest(element, '.grid')
  if (grid !== null && grid !== element) {
    const box = element.getBoundingClientRect()
    const frame = grid.getBoundingClientRect()
    if (box.left < frame.left || box.right > frame.right) grid.scrollLeft += box.left - frame.left - frame.width / 3
  }
}

/** @param {HTMLElement} element */
function centre(element) {
  const box = element.getBoundingClientRect()
  const frame = pages.getBoundingClientRect()
  const height = Math.min(box.height, frame.height / 2)
  pages.scrollTop += box.top - frame.top - (frame.height - height) / 2
}

const figureButtons = all('.figure', pages)
if (figureButtons[0] !== undefined) figureButtons[0].tabIndex = 0

/** Makes this the one figure in the tab order. @param {HTMLElement} figure */
function focusFigure(figure) {
  for (const other of all('.figure[tabindex="0"]', pages)) other.tabIndex = -1
  figure.tabIndex = 0
  figure.focus({ preventScroll: true })
  bringIntoView(figure)
}

/** The figure that an arrow key goes to: the next one in reading order, or the nearest in the column.
 * @param {HTMLElement} figure @param {string} key @returns {HTMLElement | undefined} */
function neighbour(figure, key) {
  const step = key === 'ArrowRight' || key === 'ArrowDown' ? 1 : -1
  const cell = /** @type {HTMLTableCellElement | null} */ (closest(figure, 'td'))
  if (cell !== null && (key === 'ArrowUp' || key === 'ArrowDown')) {
    const rows = /** @type {HTMLTableElement} */ (cell.closest('table')).rows
    const own = /** @type {HTMLTableRowElement} */ (cell.parentElement).rowIndex
    for (let index = own + step; index >= 0 && index < rows.length; index += step) {
      const found = rows[index]?.cells[cell.cellIndex]?.querySelector('.figure')
      if (found instanceof HTMLElement) return found
    }
  }
  return figureButtons[figureButtons.indexOf(figure) + step]
}

const jump = document.getElementById('jump')
if (jump instanceof HTMLSelectElement) {
  jump.addEventListener('change', () => {
    const block = document.getElementById('b' + jump.value)
    if (block !== null) {
      if (wide.matches) pages.scrollTop += block.getBoundingClientRect().top - pages.getBoundingClientRect().top
      else block.scrollIntoView()
    }
    jump.value = ''
  })
}
`
