/** The fonts that the product writes PDF with. */
import type { WriterFonts } from '@mingzhang/document'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const load = (file: string): Uint8Array => readFileSync(createRequire(import.meta.url).resolve(`@expo-google-fonts/${file}`))

export const ownFonts: WriterFonts = {
  serif: load('noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'),
  serifBold: load('noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf'),
  sansBold: load('noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'),
}
