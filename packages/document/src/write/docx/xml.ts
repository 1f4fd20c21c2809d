/**
 * Text as XML content or as an attribute in double quotes. Characters that XML cannot hold (control characters, halves of
 * a surrogate pair) are left out: a document with one of them would not open.
 */
export function escapeXml(text: string): string {
  return /[&<>"\p{Cc}\p{Cs}\uFFFE\uFFFF]/u.test(text) ? text.replace(/[&<>"\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, (character) => entities[character] ?? '') : text
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\t': '\t', '\n': '\n' }
