import { fixZipDates } from '@mingzhang/document'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/**
 * Makes a written workbook reproducible and its notes readable: the library stamps the archive with the time of day, and
 * draws every note in a box that holds three short lines.
 */
export function finishWorkbook(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes)
  for (const [name, part] of Object.entries(parts)) {
    if (/vmlDrawing\d+\.vml$/u.test(name)) parts[name] = strToU8(enlargeNotes(strFromU8(part)))
  }
  return fixZipDates(zipSync(parts, { level: 6 }))
}

/** Anchors are left column, offset, top row, offset, right column, offset, bottom row, offset (ECMA-376 part 4, 19.4.2.1). */
function enlargeNotes(vml: string): string {
  return vml
    .replace(/<x:Anchor>(\d+), (\d+), (\d+), (\d+), [^<]*<\/x:Anchor>/gu, (_, left: string, leftOffset: string, top: string, topOffset: string) =>
      `<x:Anchor>${left}, ${leftOffset}, ${top}, ${topOffset}, ${Number(left) + 2}, 20, ${Number(top) + noteRows}, 8</x:Anchor>`)
    .replaceAll('width:97.8pt;height:59.1pt', 'width:220pt;height:96pt')
}

const noteRows = 6
