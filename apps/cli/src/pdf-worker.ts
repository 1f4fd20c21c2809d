/** The thread that makes PDFs: one message in, one out. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Publication } from '@mingzhang/document'
import { makePdfPart } from '@mingzhang/publish'
import { loadFonts } from './fonts.ts'

const { publication, name } = workerData as { readonly publication: Publication; readonly name: string }
parentPort?.postMessage(await makePdfPart(publication, name, await loadFonts()))
