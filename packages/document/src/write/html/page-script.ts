/**
 * The page's script: plain JavaScript, kept as text so that the program runs the same from source, in tests and bundled.
 * A test type-checks it strictly against the browser's types. No back-quote may stand in it.
 */
const figurePanel = String.raw`
/** @param {string} id @returns {HTMLElement} */
function byId(id) {
  const element = document.getElementById(id)
  if (element === null) throw new Error('the page has no #' + id)
  return element
}

/** @param {string} selector @param {ParentNode} [within] @returns {HTMLElement[]} */
function all(selector, within = document) {
  return /** @type {HTMLElement[]} */ ([...within.querySelectorAll(selector)])
}

/** An element with text or child elements; text is never read as markup.
 * @param {string} tag @param {string} className @param {...(Node | string)} children @returns {HTMLElement} */
function make(tag, className, ...children) {
  const element = document.createElement(tag)
  if (className !== '') element.className = className
  element.append(...children)
  return element
}

/** @param {EventTarget | null} target @returns {HTMLElement | null} */
function figureOf(target) {
  return target instanceof Element ? /** @type {HTMLElement | null} */ (target.closest('data.f[role]')) : null
}

const panel = byId('page-panel')
const panelTitle = byId('page-panel-title')
const panelBody = byId('page-panel-body')

/** Every figure that prints something. @type {HTMLElement[]} */
const figures = all('data.f').filter((figure) => figure.textContent !== '')
/** Amounts by their region. @type {Map<string, HTMLElement[]>} */
const byRegion = new Map()
for (const [index, figure] of figures.entries()) {
  if (figure.id === '') figure.id = 'f--' + index
  figure.setAttribute('role', 'button')
  figure.tabIndex = -1
  if (figure.dataset.exact === undefined) continue
  const region = figure.dataset.region ?? ''
  const known = byRegion.get(region)
  if (known === undefined) byRegion.set(region, [figure])
  else known.push(figure)
}

// One stop of the Tab key in every table and every paragraph; the arrow keys go on from there.
for (const block of all('table, main p')) {
  const first = figures.length === 0 ? null : /** @type {HTMLElement | null} */ (block.querySelector('data.f[role]'))
  if (first !== null) first.tabIndex = 0
}

/** @type {HTMLElement | null} */
let shown = null

/** @param {HTMLElement} figure */
function focusFigure(figure) {
  const block = figure.closest('table, p')
  if (block !== null) for (const other of all('data.f[tabindex="0"]', block)) other.tabIndex = -1
  figure.tabIndex = 0
  figure.focus()
}

/** @param {HTMLElement} figure */
function showFigure(figure) {
  shown?.removeAttribute('aria-pressed')
  shown = figure
  figure.setAttribute('aria-pressed', 'true')
  panelTitle.textContent = figure.dataset.label ?? ''
  panelBody.replaceChildren(factsOf(figure), ...othersOf(figure), regionOf(figure))
  panel.hidden = false
  panel.scrollTop = 0
  const bottom = figure.getBoundingClientRect().bottom
  const covered = panel.getBoundingClientRect()
  // On a narrow screen the panel covers the foot of the page.
  if (covered.width > window.innerWidth * 0.9 && bottom > covered.top - 12) window.scrollBy(0, bottom - covered.top + 48)
  panelTitle.focus({ preventScroll: true })
}

function hidePanel() {
  panel.hidden = true
  const figure = shown
  shown = null
  figure?.removeAttribute('aria-pressed')
  if (figure !== null) focusFigure(figure)
}

/** Whole fen in yuan, with commas; nothing is rounded. @param {string} fen */
function yuan(fen) {
  const amount = Number(fen)
  const size = Math.abs(amount)
  const whole = String((size - (size % 100)) / 100).replace(/\B(?=(?:\d{3})+$)/g, ',')
  return (amount < 0 ? '-' : '') + whole + '.' + String(size % 100).padStart(2, '0') + ' 元'
}

/** @param {number} fen */
const difference = (fen) => (fen > 0 ? '多 ' : '少 ') + yuan(String(Math.abs(fen)))

/** @param {HTMLElement} figure */
function factsOf(figure) {
  const facts = make('dl', '')
  /** @param {string} name @param {string} value */
  const fact = (name, value) => { facts.append(make('dt', '', name), make('dd', '', value)) }
  fact('出处', placeOf(figure))
  fact('文中数字', figure.textContent ?? '')
  const exact = figure.dataset.exact
  if (exact === undefined) {
    fact('性质', '由其他数字计算得出')
    return facts
  }
  const printed = figure.getAttribute('value') ?? ''
  if (printed !== '') fact('折合', yuan(printed))
  fact('准确金额', yuan(exact))
  if (printed !== '' && printed !== exact) fact('尾差', '文中数字比准确金额' + difference(Number(printed) - Number(exact)))
  return facts
}

/** The other places that print the same. @param {HTMLElement} figure @returns {HTMLElement[]} */
function othersOf(figure) {
  if (figure.dataset.exact === undefined) return []
  const others = (byRegion.get(figure.dataset.region ?? '') ?? []).filter((other) => other !== figure)
  const title = make('h3', '', '同一口径的其他数字（' + others.length + '）')
  if (others.length === 0) return [title, make('p', '', '文中没有其他地方印出这个数字。')]
  const items = others.map((other) => {
    const link = /** @type {HTMLAnchorElement} */ (make('a', '', placeOf(other)))
    link.href = '#' + encodeURIComponent(other.id)
    link.dataset.show = other.id
    return make('li', '', link, ' ', make('span', 'n', other.textContent ?? ''), ' ', make('span', 'minor', other.dataset.label ?? ''))
  })
  return [title, make('ul', '', ...items)]
}

/** @param {HTMLElement} figure */
function regionOf(figure) {
  return make('details', '', make('summary', '', '机读标识'), make('code', '', figure.dataset.figure ?? ''), make('code', '', figure.dataset.region ?? ''))
}

/** The heading that the figure stands under. @param {HTMLElement} figure */
function placeOf(figure) {
  const table = figure.closest('section.table')
  if (table !== null) return table.querySelector('h2, h3, h4')?.textContent ?? ''
  for (let element = figure.closest('p')?.previousElementSibling; element; element = element.previousElementSibling) {
    if (/^H[2-6]$/.test(element.tagName)) return element.textContent ?? ''
  }
  return document.title
}

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? /** @type {HTMLElement | null} */ (event.target.closest('a[data-show]')) : null
  const other = link === null ? null : document.getElementById(link.dataset.show ?? '')
  if (other !== null) {
    event.preventDefault()
    other.scrollIntoView({ block: 'center' })
    focusFigure(other)
    showFigure(other)
    return
  }
  const figure = figureOf(event.target)
  if (figure === null) return
  focusFigure(figure)
  showFigure(figure)
})

byId('page-panel-close').addEventListener('click', hidePanel)

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !panel.hidden) {
    hidePanel()
    return
  }
  const figure = figureOf(event.target)
  if (figure === null || event.altKey || event.ctrlKey || event.metaKey) return
  if (event.key === 'Enter' || event.key === ' ') showFigure(figure)
  else {
    const next = neighbourOf(figure, event.key)
    if (next === undefined) return
    if (next !== null) focusFigure(next)
  }
  event.preventDefault()
})

/** The figure that an arrow key leads to; undefined for another key. @param {HTMLElement} figure @param {string} key @returns {HTMLElement | null | undefined} */
function neighbourOf(figure, key) {
  const block = figure.closest('table, p')
  if (block === null) return undefined
  if (key === 'ArrowLeft' || key === 'ArrowRight' || key === 'Home' || key === 'End') {
    const own = all('data.f[role]', block)
    const at = own.indexOf(figure)
    return own[key === 'Home' ? 0 : key === 'End' ? own.length - 1 : at + (key === 'ArrowRight' ? 1 : -1)] ?? null
  }
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return undefined
  const box = figure.getBoundingClientRect()
  /** @type {HTMLElement | null} */
  let best = null
  let nearest = Infinity
  for (const other of all('data.f[role]', block)) {
    const place = other.getBoundingClientRect()
    const down = key === 'ArrowDown' ? place.top - box.top : box.top - place.top
    // The next one in the same column: straight up or down before anything aside.
    const distance = down + 20 * Math.abs(place.right - box.right)
    if (down > 2 && distance < nearest) {
      best = other
      nearest = distance
    }
  }
  return best
}
`

const tableExport = String.raw`
/** The table as rows of text: a cell over several columns or rows stands in its first place. @param {HTMLTableElement} table */
function rowsOf(table) {
  /** @type {string[][]} */
  const grid = []
  for (const [index, row] of [...table.rows].entries()) {
    const line = (grid[index] ??= [])
    let column = 0
    for (const cell of row.cells) {
      while (line[column] !== undefined) column += 1
      for (let down = 0; down < cell.rowSpan; down += 1) {
        const below = (grid[index + down] ??= [])
        for (let across = 0; across < cell.colSpan; across += 1) below[column + across] = down + across === 0 ? cell.innerText.trim() : ''
      }
    }
  }
  return grid
}

/** A spreadsheet must not take text for a formula; a negative amount is none. @param {string} text */
function csvField(text) {
  const safe = /^[=+@]|^-(?![\d.,]+$)/.test(text) ? "'" + text : text
  return /[",\n]/.test(safe) ? '"' + safe.replace(/"/g, '""') + '"' : safe
}

/** @param {HTMLElement} section */
function csvOf(section) {
  const table = section.querySelector('table')
  if (table === null) return ''
  const texts = ['h2, h3, h4', '.subtitle', '.above .whose', '.above .unit'].map((selector) => section.querySelector(selector)?.textContent?.trim() ?? '')
  const notes = all('.note', section).map((note) => note.textContent ?? '')
  const single = (/** @type {string[]} */ lines) => lines.filter((line) => line !== '').map((line) => [line])
  return [...single(texts), ...rowsOf(table), ...single(notes)].map((row) => row.map(csvField).join(',') + '\r\n').join('')
}

const status = byId('page-status')

/** @param {string} text */
async function copy(text) {
  if (navigator.clipboard !== undefined) {
    try {
      await navigator.clipboard.writeText(text)
      return true
    } catch {
      // A page from a disk may be refused: the older way is left.
    }
  }
  const area = /** @type {HTMLTextAreaElement} */ (make('textarea', 'unseen'))
  area.value = text
  document.body.append(area)
  area.select()
  const done = document.execCommand('copy')
  area.remove()
  return done
}

for (const section of all('section.table')) {
  const name = section.querySelector('.scroll')?.getAttribute('aria-label') ?? ''
  /** @param {string} text @param {() => void} action */
  const button = (text, action) => {
    const element = make('button', '', text)
    element.setAttribute('type', 'button')
    element.setAttribute('aria-label', text + '：' + name)
    element.addEventListener('click', action)
    return element
  }
  const copyButton = button('复制表格', () => {
    const rows = csvTable(section)
    void copy(rows).then((done) => {
      status.textContent = (done ? '已复制：' : '浏览器不允许复制：') + name
      copyButton.textContent = done ? '已复制' : '未能复制'
      setTimeout(() => { copyButton.textContent = '复制表格' }, 2000)
    })
  })
  const saveButton = button('下载 CSV', () => {
    const link = document.createElement('a')
    // The mark at the start tells spreadsheets that the text is UTF-8.
    link.href = URL.createObjectURL(new Blob(['\uFEFF' + csvOf(section)], { type: 'text/csv;charset=utf-8' }))
    link.download = name.replace(/[\\/:*?"<>|\s]+/g, ' ').trim() + '.csv'
    link.click()
    setTimeout(() => { URL.revokeObjectURL(link.href) }, 10000)
  })
  section.append(make('p', 'tools', copyButton, ' ', saveButton))
}

/** For pasting into a spreadsheet: cells parted by tabs. @param {HTMLElement} section */
function csvTable(section) {
  const table = section.querySelector('table')
  return table === null ? '' : rowsOf(table).map((row) => row.map((text) => text.replace(/\s+/g, ' ')).join('\t')).join('\r\n')
}

document.documentElement.classList.add('scripted')
for (const hint of all('.hint')) hint.hidden = false
`

export const pageScript = `'use strict';
(() => {
${figurePanel}${tableExport}})()
`
