/**
 * Connects the two halves of the PDF library, the one that parses and the one that is asked, inside one thread.
 *
 * Its own connection copies every drawing operator deeply; a page has thousands, and nobody changes them.
 *
 * @module
 */

/** One end of a connection, as far as the library uses it. */
export interface MessageEnd {
  postMessage(message: unknown, transfer?: readonly ArrayBuffer[]): void
  addEventListener(name: string, listener: Listener, options?: { readonly signal?: AbortSignal }): void
  removeEventListener(name: string, listener: Listener): void
}

type Listener = (event: { readonly data: unknown }) => void

/** What one request may answer with before `onFlood` is called and nothing more of the answer is passed on. */
export interface FloodGate {
  readonly mostOperators: number
  /** States that are saved and not restored: each makes the next more costly. */
  readonly mostDepth: number
  readonly save: number
  readonly restore: number
  readonly onFlood: () => void
}

/** Both ends of a connection. */
export function connect(gate: FloodGate): readonly [MessageEnd, MessageEnd] {
  const listeners: readonly [Set<Listener>, Set<Listener>] = [new Set(), new Set()]
  const answers = new Map<unknown, Answer>()
  const end = (own: 0 | 1): MessageEnd => ({
    postMessage(message, transfer) {
      // An answer without anything in it still has to arrive: the one who sends it waits for that.
      const data = isFlood(message, answers, gate) ? { ...(message as object), chunk: { fnArray: [], argsArray: [], lastChunk: false, length: 0 } } : copied(message, transfer)
      queueMicrotask(() => {
        for (const listener of [...listeners[own === 0 ? 1 : 0]]) listener({ data })
      })
    },
    addEventListener(_name, listener, options) {
      listeners[own].add(listener)
      options?.signal?.addEventListener('abort', () => { listeners[own].delete(listener) })
    },
    removeEventListener(_name, listener) {
      listeners[own].delete(listener)
    },
  })
  return [end(0), end(1)]
}

interface Answer {
  operators: number
  depth: number
}

/** A part of an answer: a list of operators. */
interface Chunk {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
}

function chunkOf(message: unknown): Chunk | undefined {
  const { chunk } = message as { readonly chunk?: Partial<Chunk> | null }
  return chunk?.fnArray === undefined || chunk.argsArray === undefined ? undefined : { ...chunk, fnArray: chunk.fnArray, argsArray: chunk.argsArray }
}

/** A copy that the sender can no longer change: of operators only their list, for the sender empties it. */
function copied(message: unknown, transfer: readonly ArrayBuffer[] | undefined): unknown {
  const chunk = chunkOf(message)
  if (chunk === undefined) return structuredClone(message, transfer === undefined ? {} : { transfer: [...transfer] })
  return { ...(message as object), chunk: { ...chunk, fnArray: chunk.fnArray.slice(), argsArray: chunk.argsArray.slice() } }
}

function isFlood(message: unknown, answers: Map<unknown, Answer>, { mostOperators, mostDepth, save, restore, onFlood }: FloodGate): boolean {
  const chunk = chunkOf(message)
  if (chunk === undefined) return false
  const { streamId } = message as { readonly streamId?: unknown }
  const answer = answers.get(streamId) ?? { operators: 0, depth: 0 }
  answers.set(streamId, answer)
  answer.operators += chunk.fnArray.length
  for (const operator of chunk.fnArray) {
    if (operator === save) answer.depth += 1
    else if (operator === restore) answer.depth -= 1
  }
  const isOver = answer.operators > mostOperators || answer.depth > mostDepth
  if (isOver) onFlood()
  return isOver
}
