import { childOf, type XmlElement } from '../archive/xml.ts'

/** The children of an element without the wrappers that change nothing on the page; what a revision deleted is gone. */
export function contentOf(parent: XmlElement): readonly XmlElement[] {
  return parent.children.flatMap((child): readonly XmlElement[] => {
    switch (child.name) {
      case 'sdt':
      case 'sdtContent':
      case 'customXml':
      case 'smartTag':
      case 'ins':
      case 'moveTo':
        return contentOf(child)
      case 'AlternateContent': {
        // The same content twice, for newer and for older programs.
        const chosen = childOf(child, 'Choice') ?? childOf(child, 'Fallback')
        return chosen === undefined ? [] : contentOf(chosen)
      }
      case 'del':
      case 'moveFrom':
      case 'sdtPr':
      case 'sdtEndPr':
        return []
      default:
        return [child]
    }
  })
}

/** Whether a property that is on by its presence is on. */
export function isOn(property: XmlElement | undefined): boolean {
  return property !== undefined && !/^(?:0|false|off|none)$/u.test(property.attributes['val'] ?? '')
}

/** A whole number in a property's `val`; `undefined` when there is none. */
export function numberOf(property: XmlElement | undefined): number | undefined {
  const value = Number(property?.attributes['val'] ?? Number.NaN)
  return Number.isSafeInteger(value) ? value : undefined
}
