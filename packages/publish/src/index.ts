/** Writes a compiled disclosure in every format, reads each back, and publishes only what agrees. */
export { publishDisclosure, type Published, type PublishOptions, type PublishResult } from './publish.ts'
export { type CarriedKinds, compareFigures, type RoundTrip } from './round-trip.ts'
export { type OutgoingFile, type PeopleInLedger, scanOutgoing } from './outgoing-scan.ts'
export { type FiscalDataPackage, fiscalDataPackage } from './fiscal-data-package.ts'
export { type Manifest, type ManifestFile, manifestFile, manifestName, manifestSchema, manifestText, readManifest } from './manifest.ts'
export { figuresCsv, figuresJson } from './figures-data.ts'
export { makePdfPart, type PdfPart } from './pdf-part.ts'
