import type { Bilingual } from '../../model/rule.ts'

/**
 * HTML that is safe to write out.
 *
 * Text and markup are different types: what comes from a document is a string, and a string that goes into `html` is
 * always escaped. Nothing has to remember to escape.
 */
export interface Markup {
  readonly markup: string
}

export type MarkupPart = Markup | string | number | readonly Markup[]

export type Language = 'zh' | 'en'

/** The template with every string part escaped, for element content and for attributes in double quotes. */
export function html(literals: TemplateStringsArray, ...parts: readonly MarkupPart[]): Markup {
  let markup = literals[0] ?? ''
  for (const [index, part] of parts.entries()) markup += markupOf(part) + (literals[index + 1] ?? '')
  return { markup }
}

/** Markup of our own that is not to be escaped: the page's style, script and escaped JSON. Never text of a document. */
export function trusted(markup: string): Markup {
  return { markup }
}

export const nothing: Markup = { markup: '' }

/** Both languages, of which the style shows the one that the page is set to: switching needs no rendering. */
export function both(words: Bilingual): Markup {
  if (words.zh === words.en) return html`${words.zh}`
  return html`<span class="t" lang="zh-CN">${words.zh}</span><span class="t" lang="en">${words.en}</span>`
}

/** The same for what cannot hold elements (an attribute, an option, the title): the page's script exchanges it. */
export function said(target: 'text' | 'aria-label', words: Bilingual, language: Language): Markup {
  const data = html` data-say="${target}" data-zh="${words.zh}" data-en="${words.en}"`
  return target === 'text' ? data : html`${data} ${trusted(target)}="${words[language]}"`
}

/** JSON for a script element: no character in it can end the element or start a comment. */
export function scriptJson(value: unknown): Markup {
  const json = JSON.stringify(value)
  return trusted(json.replace(/[<>&\u2028\u2029]/gu, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`))
}

function markupOf(part: MarkupPart): string {
  if (typeof part === 'string') return escapeText(part)
  if (typeof part === 'number') return String(part)
  return 'markup' in part ? part.markup : part.map((one) => one.markup).join('')
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escapeText(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => entities[character] ?? '')
}
