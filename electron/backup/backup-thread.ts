import { parentPort, workerData } from 'node:worker_threads'
import { loadRows } from '../export/load-rows.ts'
import { writeExport } from '../export/write-export.ts'
import { backupFaultOf } from './backup-fault.ts'
import type { About } from './layout.ts'
import { LogReceiver } from './receive-log.ts'
import { takeCopy } from './take-copy.ts'
import type { Said, Task, Told } from './tasks.ts'
import { unpack } from './unpack.ts'

/** The thread that copies, compresses and encrypts; the main process starts one for each task and supervises it. */

const port = parentPort
if (port === null) throw new Error('This file runs as a thread')
const say = (said: Said) => port.postMessage(said)
const aborted = new AbortController()
const task = taskOf(workerData)
const receiver =
  task.kind === 'log' ? new LogReceiver(task.order, (news) => say({ kind: 'news', news })) : null

/** Often enough for a bar, seldom enough to cost nothing. */
const TELL_EVERY_MS = 100
let toldAt = 0
const onBytes = (done: number, of: number) => {
  if (Date.now() - toldAt < TELL_EVERY_MS) return
  toldAt = Date.now()
  say({ kind: 'bytes', done, of })
}

/** What it was started for; the main process wrote it by the same types. */
function taskOf(given: unknown): Task {
  if (isTask(given)) return given
  throw new Error('A thread for nothing')
}
function isTask(given: unknown): given is Task {
  return typeof given === 'object' && given !== null && 'kind' in given && 'order' in given
}

port.on('message', (told: Told) => {
  if (told.kind === 'abort') aborted.abort()
  else if (told.kind === 'seal') receiver?.sealNow()
  else if (told.kind === 'end') void receiver?.end(told.leave)
  else receiver?.encryptTo(told.recipients)
})

async function run(): Promise<About | null> {
  if (task.kind === 'copy') return takeCopy(task.order, onBytes, aborted.signal)
  if (task.kind === 'unpack') await unpack(task.order, onBytes, aborted.signal)
  else if (task.kind === 'export') await writeExport(task.order, onBytes, aborted.signal)
  else if (task.kind === 'load') await loadRows(task.order, onBytes, aborted.signal)
  else await receiver?.run()
  return null
}

run()
  .then((about) => say({ kind: 'done', about }))
  .catch((error: unknown) => {
    const fault = backupFaultOf(error)
    if (fault !== null) say({ kind: 'fault', fault })
    else say({ kind: 'bug', stack: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  })
  .finally(() => port.close())
