import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { Socket } from 'node:net'

/** The steps of a posting at which a main process can end by itself, as if somebody had killed it just then. */
export type Step = 'noting' | 'noted' | 'sent' | 'answered'

const die = () => process.kill(process.pid, 'SIGKILL')

/** What is sent to the server when something is posted. */
const POSTING = /post_journal|post_batch/

/**
 * Lets this process kill itself at a step: `noting`: the note is written under its unfinished name; `noted`: it is on the disk, and nothing is
 * sent; `sent`: the posting has left this process. For steps after that, the function that is answered is called at each.
 */
export function dieAt(step: string): (reached: Step) => void {
  if (step === 'noting') dieBeforeRename()
  if (step === 'noted' || step === 'sent') dieWhenSending(step)
  return (reached) => {
    if (reached === step) die()
  }
}

/** The programs's own functions name this one when they import it, so it is replaced before they do. */
function dieBeforeRename(): void {
  const { rename } = fs.promises
  fs.promises.rename = async (from, to) => {
    if (String(to).includes('intents')) die()
    await rename(from, to)
  }
  syncBuiltinESMExports()
}

function dieWhenSending(step: 'noted' | 'sent'): void {
  const write = Reflect.get(Socket.prototype, 'write')
  Socket.prototype.write = function (this: Socket, ...given: Parameters<Socket['write']>) {
    const isPosting = POSTING.test(Buffer.from(given[0]).toString('latin1'))
    if (isPosting && step === 'noted') die()
    if (!isPosting) return Reflect.apply(write, this, given)
    return Reflect.apply(write, this, [given[0], die])
  } as Socket['write']
}
