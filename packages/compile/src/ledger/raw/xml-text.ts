/** The characters that XML text stands for; `_x000D_` and the like are how spreadsheets write control characters. */
export function decodeXmlText(text: string): string {
  const plain = text.includes('&') ? text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/giu, decodeEntity) : text
  return plain.includes('_x') ? plain.replace(/_x000D_/giu, '').replace(/_x000A_/giu, '\n').replace(/_x0009_/giu, '\t') : plain
}

function decodeEntity(whole: string, hex: string | undefined, decimal: string | undefined, name: string | undefined): string {
  if (name !== undefined) return entities[name] ?? whole
  const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
  return point <= 0x10ffff ? String.fromCodePoint(point) : whole
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The value of an attribute of one tag; `undefined` where the tag has none of this name. */
export function attributeOf(tag: string, name: string): string | undefined {
  let pattern = attributePatterns.get(name)
  if (pattern === undefined) {
    pattern = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'u')
    attributePatterns.set(name, pattern)
  }
  const match = pattern.exec(tag)
  const value = match?.[1] ?? match?.[2]
  return value === undefined ? undefined : decodeXmlText(value)
}

/** Asked for every cell of large sheets: compiled once per name. */
const attributePatterns = new Map<string, RegExp>()

/** Whether an attribute says yes, in either spelling of XML Schema. */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}

/** The text of all `<t>` inside a string item, without the phonetic hints (`<rPh>`). */
export function stringItemText(xml: string): string {
  const spoken = xml.includes('rPh') ? xml.replace(/<((?:\w+:)?)rPh\b[\s\S]*?<\/\1rPh>/gu, '') : xml
  let text = ''
  for (const match of spoken.matchAll(/<(?:\w+:)?t(?:\s[^>]*)?>([^<]*)<\/(?:\w+:)?t>/gu)) text += match[1] ?? ''
  return decodeXmlText(text)
}
