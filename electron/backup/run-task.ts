import { Worker } from 'node:worker_threads'
import { beside } from '../beside.ts'
import { BackupEnded } from './backup-fault.ts'
import type { About } from './layout.ts'
import type { LogNews } from './receive-log.ts'
import type { OnBytes } from './take-copy.ts'
import type { Said, Task, Told } from './tasks.ts'

type Listeners = { readonly onBytes?: OnBytes; readonly onNews?: (news: LogNews) => void }

/** A thread at work. `ended` rejects with BackupEnded for what is expected. */
export type Running = { readonly ended: Promise<About | null>; readonly tell: (told: Told) => void }

/** Starts a thread for a task. */
export function runTask(task: Task, { onBytes, onNews }: Listeners = {}): Running {
  const thread = new Worker(beside(import.meta.url, 'backup-thread'), { workerData: task })
  const ended = new Promise<About | null>((resolve, reject) => {
    thread.on('message', (said: Said) => {
      if (said.kind === 'bytes') onBytes?.(said.done, said.of)
      else if (said.kind === 'news') onNews?.(said.news)
      else if (said.kind === 'done') resolve(said.about)
      else if (said.kind === 'fault') reject(new BackupEnded(said.fault.code, said.fault.details))
      else reject(new Error(said.stack))
    })
    thread.on('error', reject)
    thread.on('exit', (code) => reject(new Error(`The thread of a backup ended with ${code}`)))
  })
  // Somebody waits for it, but perhaps later.
  ended.catch(() => {})
  return { ended, tell: (told) => thread.postMessage(told, []) }
}

/** Runs a task to its end, or until the signal ends it. */
export async function finishTask(
  task: Task,
  listeners: Listeners,
  signal: AbortSignal,
): Promise<About | null> {
  const running = runTask(task, listeners)
  const stop = () => running.tell({ kind: 'abort' })
  if (signal.aborted) stop()
  signal.addEventListener('abort', stop)
  try {
    return await running.ended
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
