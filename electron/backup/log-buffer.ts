/** What was received of the log and is not sealed yet. */
export class LogBuffer {
  #parts: Buffer[] = []
  #received: bigint
  size = 0

  constructor(from: bigint) {
    this.#received = from
  }

  get received(): bigint {
    return this.#received
  }

  /** Adds what comes next; false when something before it was never seen. What was seen already is left out. */
  take(from: bigint, bytes: Buffer): boolean {
    const skip = Number(this.#received - from)
    if (skip < 0) return false
    const fresh = bytes.subarray(skip)
    this.#parts.push(fresh)
    this.size += fresh.length
    this.#received += BigInt(fresh.length)
    return true
  }

  /** Gives away what is there; it stays when that fails. */
  async drain(use: (parts: readonly Buffer[]) => Promise<void>): Promise<void> {
    const parts = this.#parts.splice(0)
    try {
      await use(parts)
    } catch (error) {
      this.#parts.unshift(...parts)
      throw error
    }
    this.size -= parts.reduce((sum, { length }) => sum + length, 0)
  }
}
