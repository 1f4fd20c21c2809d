/** LibreOffice on the machine: turns formats that nothing else reads into ones that have a reader. */
export { convertWithLibreOffice, findLibreOffice } from './libre-office.ts'
