import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'

/** Asks one question after the other; the answers do not appear on the terminal. A program may give them as lines of the input. */
export async function askUnseen(
  questions: readonly string[],
  ask: (question: string) => void,
): Promise<string[]> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({
    input: process.stdin,
    output: nowhere,
    terminal: process.stdin.isTTY,
  })
  const answers: string[] = []
  try {
    const typed = lines[Symbol.asyncIterator]()
    for (const question of questions) {
      ask(question)
      const { value, done } = await typed.next()
      answers.push(done === true ? '' : value)
      if (process.stdin.isTTY) ask('\n')
    }
    return answers
  } finally {
    lines.close()
  }
}

/** The eight lines of a recovery sheet. */
export const askWords = (ask: (question: string) => void): Promise<string[]> =>
  askUnseen(
    Array.from({ length: 8 }, (_, at) => `Line ${at + 1}: `),
    ask,
  )
