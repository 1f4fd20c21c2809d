/**
 * Characters as they were meant: a PDF maps glyphs back to text, and many fonts name a glyph after the radical or the
 * compatibility character that looks the same.
 *
 * @module
 */

/**
 * Radicals (⽀ ⽬ ⻚) and compatibility ideographs as the ordinary characters. Nothing else changes: full-width digits and
 * punctuation stay as printed.
 */
export function ordinaryCharacters(text: string): string {
  return text
    .replace(/[\u2f00-\u2fdf\uf900-\ufaff]/gu, (character) => character.normalize('NFKC'))
    .replace(/[\u2e80-\u2eff]/gu, (character) => radicals.get(character) ?? character)
}

const readBefore = new Map<string, string | undefined>()

/** What a glyph came back as, as an ordinary character; `undefined` when it is none at all. */
export function readCharacter(raw: string): string | undefined {
  if (readBefore.has(raw)) return readBefore.get(raw)
  const text = ordinaryCharacters(raw)
  const character = isUnmapped(text) ? undefined : text
  // There are only so many characters; a file that makes up more has no use for memory.
  if (readBefore.size < 50_000 && raw.length <= 2) readBefore.set(raw, character)
  return character
}

/** Whether a glyph came back as no character at all: private use, a control or the replacement mark. */
function isUnmapped(text: string): boolean {
  return text === '' || /^[\u0000-\u0008\u000e-\u001f\ue000-\uf8ff\ufffd]+$/u.test(text)
}

/** Simplified radicals that Unicode does not fold: each beside the character that it is the shape of. */
const radicals: ReadonlyMap<string, string> = new Map([...(
  '⺁厂⺇几⺈刀⺋卩⺌小⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺗心⺘手⺙攵⺝月⺞歺⺟母⺠民⺡水⺢水⺣火⺤爪⺥爪⺦丬⺧牛⺨犬⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糸⺰纟⺱罓⺲罒⺳网'
  + '⺴网⺵网⺶羊⺷羊⺸羊⺹老⺺聿⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃西⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕阝⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食'
  + '⻟食⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟'
).matchAll(/(.)(.)/gu)].map(([, radical = '', character = '']) => [radical, character]))
