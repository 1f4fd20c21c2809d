import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { WriterFonts } from '@mingzhang/document'

/** The fonts that come with the program (思源宋体、思源黑体, SIL Open Font License). */
export async function loadFonts(): Promise<WriterFonts> {
  const resolve = createRequire(import.meta.url).resolve
  const load = async (file: string): Promise<Uint8Array> => readFile(resolve(`@expo-google-fonts/${file}`))
  const [serif, serifBold, sansBold] = await Promise.all([
    load('noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'),
    load('noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf'),
    load('noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'),
  ])
  return { serif, serifBold, sansBold }
}
