import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { Publication } from '@mingzhang/document'
import { makePdfPart, type PdfPart } from '@mingzhang/publish'
import { loadFonts } from './fonts.ts'

/** Makes the PDF in a thread of its own where the program is bundled, so that it runs beside the other formats; else here. */
export async function makePdf(publication: Publication, name: string): Promise<PdfPart> {
  const worker = new URL('../pdf-worker.js', import.meta.url)
  return existsSync(worker) ? inThread(worker, publication, name) : makePdfPart(publication, name, await loadFonts())
}

function inThread(url: URL, publication: Publication, name: string): Promise<PdfPart> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(url, { workerData: { publication, name }, resourceLimits: { maxYoungGenerationSizeMb: 64 } })
    worker.once('message', (part: PdfPart) => { resolve(part) })
    worker.once('error', reject)
    worker.once('exit', (code) => { reject(new Error(`the PDF thread ended without a result (${code})`)) })
  })
}
