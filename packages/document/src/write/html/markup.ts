/**
 * HTML that is safe to write out: text and markup are different types, and text that goes into `html` is always escaped.
 *
 * @module
 */

export interface Markup {
  readonly markup: string
}

export const nothing: Markup = { markup: '' }

/** The template with every text escaped, for element content and for attributes in quotes. */
export function html(literals: TemplateStringsArray, ...parts: readonly (Markup | string | number | readonly Markup[])[]): Markup {
  let markup = literals[0] ?? ''
  for (const [index, part] of parts.entries()) {
    markup += typeof part === 'string' ? escapeHtml(part) : typeof part === 'number' ? String(part) : 'markup' in part ? part.markup : part.map((one) => one.markup).join('')
    markup += literals[index + 1] ?? ''
  }
  return { markup }
}

/** Markup of our own that is not to be escaped: the page's style and script. Never text of a publication. */
export const trusted = (markup: string): Markup => ({ markup })

/** Text as element content and inside quotes of either kind. */
export function escapeHtml(text: string): string {
  return /[&<>"'\p{Cc}\p{Cs}]/u.test(text) ? text.replace(/[&<>"'\p{Cc}\p{Cs}]/gu, (character) => entities[character] ?? '') : text
}

// Control characters and halves of surrogate pairs are no text and are left out.
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '\n': '\n', '\t': '\t' }
