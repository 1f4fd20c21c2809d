/**
 * Sets the date of every entry of a ZIP to 1980-01-01, so that the same content gives the same bytes.
 *
 * Works on the bytes in place of writing the archive anew: dates stand at known offsets of the central directory and of
 * each entry's own header (APPNOTE.TXT 4.3.7, 4.3.12, 4.3.16).
 */
export function fixZipDates(zip: Uint8Array): Uint8Array {
  const fixed = zip.slice()
  const view = new DataView(fixed.buffer)
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  let entry = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index += 1) {
    view.setUint32(entry + 12, firstDosDate, true)
    view.setUint32(view.getUint32(entry + 42, true) + 10, firstDosDate, true)
    entry += 46 + view.getUint16(entry + 28, true) + view.getUint16(entry + 30, true) + view.getUint16(entry + 32, true)
  }
  return fixed
}

/** Time 00:00 in the lower two bytes, 1980-01-01 in the upper two. */
const firstDosDate = 0x0021_0000

function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0; at -= 1) {
    if (view.getUint32(at, true) === 0x0605_4b50) return at
  }
  throw new RangeError('not a ZIP: its end record is missing')
}
