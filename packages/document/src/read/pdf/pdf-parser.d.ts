/** The part of the library that parses, which it loads by itself in browsers and publishes no types for. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: { readonly initializeFromPort: (port: unknown) => void }
}
