/** Data, elements, amounts and the language. No back-quote may stand in these texts. */
export const pageFoundation = String.raw`
/** @typedef {{ zh: string, en: string }} Words */
/** @typedef {{ zh: string, en: string, mark: string }} MarkedWords */
/** @typedef {{ value: number | null, quantum: number | null, state: string, text: string, region: Record<string, string>, place: Words }} Figure */
/** @typedef {{ kind: string, verdict: string, figures: string[], difference: number | null, bound: number | null, statement: Words | null }} Identity */
/**
 * @typedef {object} PageData
 * @property {{ dimensions: Record<string, Words>, nodes: Record<string, Words>, kinds: Record<string, Words>, verdicts: Record<string, MarkedWords>, states: Record<string, Words> }} words
 * @property {Record<string, Figure>} figures
 * @property {Record<string, Identity>} identities
 */

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

/** @param {EventTarget | null} target @param {string} selector @returns {HTMLElement | null} */
function closest(target, selector) {
  return target instanceof Element ? /** @type {HTMLElement | null} */ (target.closest(selector)) : null
}

/** An element with text or child elements; text is never read as markup.
 * @param {string} tag @param {string} className @param {...(Node | string)} children @returns {HTMLElement} */
function make(tag, className, ...children) {
  const element = document.createElement(tag)
  if (className !== '') element.className = className
  element.append(...children)
  return element
}

/** Both languages; the style shows one. @param {Words} words @returns {DocumentFragment} */
function both(words) {
  const fragment = document.createDocumentFragment()
  for (const [lang, text] of [['zh-CN', words.zh], ['en', words.en]]) {
    const span = make('span', 't', text ?? '')
    span.lang = lang ?? ''
    fragment.append(span)
  }
  return fragment
}

/** @param {string} zh @param {string} en */
const say = (zh, en) => both({ zh, en })

const data = /** @type {PageData} */ (JSON.parse(byId('report-data').textContent ?? ''))

/** The identities that each figure takes part in, conflicts first. @type {Map<string, string[]>} */
const identitiesOf = new Map()
const verdictRank = ['conflict', 'undetermined', 'withinRounding', 'exact']
for (const verdict of verdictRank) {
  for (const [id, identity] of Object.entries(data.identities)) {
    if (identity.verdict !== verdict) continue
    for (const figure of new Set(identity.figures)) {
      const known = identitiesOf.get(figure)
      if (known === undefined) identitiesOf.set(figure, [id])
      else known.push(id)
    }
  }
}

/** Exact fen as a decimal of a larger unit: whole numbers only, nothing is rounded.
 * @param {number} amount @param {number} fenPerUnit @param {boolean} [signed] */
function formatFen(amount, fenPerUnit, signed = false) {
  const size = Math.abs(amount)
  const whole = String((size - (size % fenPerUnit)) / fenPerUnit).replace(/\B(?=(?:\d{3})+$)/g, ',')
  const fraction = String(size % fenPerUnit).padStart(String(fenPerUnit).length - 1, '0').replace(/0+$/, '').padEnd(2, '0')
  return (amount < 0 ? '−' : signed && amount > 0 ? '+' : '') + whole + '.' + fraction
}

const fenPerWan = 1000000
const fenPerYuan = 100

/** @param {string} lang 'zh' or 'en' */
function setLanguage(lang) {
  document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en'
  for (const element of all('[data-say]')) {
    const words = element.dataset[lang] ?? ''
    if (element.dataset.say === 'text') element.textContent = words
    else element.setAttribute('aria-label', words)
  }
}

byId('language').addEventListener('click', () => {
  setLanguage(document.documentElement.lang === 'en' ? 'zh' : 'en')
})
`
