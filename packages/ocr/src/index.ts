/** Text recognition for scanned pages. Its libraries are not installed with the product: `npm run ocr:install` adds them. */
export { openPageRecogniser, type PageRecogniser } from './recognise-pages.ts'
