/** Prints the hash of every file of the example department: for a process of its own, in whatever time zone it is started. */
import { createHash } from 'node:crypto'
import { ledgerOf, ownLedgerText, published } from './own-ledger.ts'

const { files } = await published(await ledgerOf(ownLedgerText))
process.stdout.write(files.map(({ path, content }) => `${path} ${createHash('sha256').update(content).digest('hex')}\n`).join(''))
