import { Worker } from 'node:worker_threads'
import { beside } from '../beside.ts'
import { request, type StudioAnswer } from './messages.ts'
import { operate } from './operate.ts'

/** The studio's process: everything that decodes what people hand in happens here, so that a hostile file never ends the workplace. */
const port = process.parentPort
// The decoder would lay a large picture down on the disk; above its memory the process is ended anyway.
process.env['VIPS_DISC_THRESHOLD'] = '2g'
const say = (answer: StudioAnswer) => port.postMessage(answer)

const watch = new Worker(beside(import.meta.url, 'watch-memory'))
// Without it nothing bounds the memory, so that nothing is decoded.
watch.on('error', () => process.exit(1))

async function serve(data: unknown): Promise<void> {
  const asked = request.parse(data)
  try {
    const output = await operate(asked, (done, of) => say({ id: asked.id, done, of }))
    say({ id: asked.id, output })
  } catch (error) {
    say({ id: asked.id, fault: error instanceof Error ? String(error.stack) : String(error) })
  }
}

port.on('message', ({ data }) => void serve(data))
