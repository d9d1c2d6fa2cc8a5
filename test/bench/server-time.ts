import { readFileSync } from 'node:fs'

/** The kernel counts ended children in hundredths of a second. */
const TICK_US = 10_000

/** Microseconds of the processor that a server's processes have used, those that have ended too; null where the system does not tell. */
export function serverMicroseconds(pid: number): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    const ended = (Number(fields[13]) + Number(fields[14])) * TICK_US
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')
    return children.reduce((sum, child) => sum + ranFor(child), ended)
  } catch {
    return null
  }
}

/** Microseconds that one process has used, as the kernel counts them for it; 0 where the system does not tell, or it has ended. */
export function ranFor(pid: string): number {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1000
  } catch {
    return 0
  }
}

/** Microseconds that each of a server's processes has used that is there now, by its process id. */
export function microsecondsByProcess(pid: number): ReadonlyMap<string, number> {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')
    return new Map(children.map((child) => [child, ranFor(child)]))
  } catch {
    return new Map()
  }
}
