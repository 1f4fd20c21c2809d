/** How deep a row is numbered, by the marker before its label: 一、 1, （一） 2, 1、 3, （1） 4, ① 5; 0 without a number. */
export function numberingLevel(marker: string): number {
  const own = marker.replace(/^.*其中[:,、]/u, '')
  if (own === '') return 0
  if (/^[一二三四五六七八九十百]/u.test(own)) return 1
  if (/^\([一二三四五六七八九十百]/u.test(own)) return 2
  if (/^\d/u.test(own)) return 3
  return own.startsWith('(') ? 4 : 5
}
