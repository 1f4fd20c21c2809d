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

/** Whether a glyph came back as no character at all: private use, a control or the replacement mark. */
export function isUnmapped(text: string): boolean {
  return text === '' || /^[\u0000-\u0008\u000e-\u001f\ue000-\uf8ff\ufffd]+$/u.test(text)
}

/** Simplified radicals that Unicode does not fold: each beside the character that it is the shape of. */
const radicals: ReadonlyMap<string, string> = new Map([...(
  '⺁厂⺇几⺈刀⺋卩⺌小⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺗心⺘手⺙攵⺝月⺞歺⺟母⺠民⺡水⺢水⺣火⺤爪⺥爪⺦丬⺧牛⺨犬⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糸⺰纟⺱罓⺲罒⺳网'
  + '⺴网⺵网⺶羊⺷羊⺸羊⺹老⺺聿⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃西⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕阝⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食'
  + '⻟食⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟'
).matchAll(/(.)(.)/gu)].map(([, radical = '', character = '']) => [radical, character]))
