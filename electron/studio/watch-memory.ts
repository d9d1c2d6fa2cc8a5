import { kill, memoryUsage, pid, ppid } from 'node:process'
import { ENDED_ABOVE, WATCHED_EVERY } from './limits.ts'

/**
 * A thread of the studio that ends the whole process when it takes too much memory, or when nobody is left who could ask for anything. A
 * timer of the main thread would wait until the picture is drawn that takes the memory.
 */
const parent = ppid
setInterval(() => {
  if (memoryUsage.rss() > ENDED_ABOVE || process.ppid !== parent) kill(pid, 'SIGKILL')
}, WATCHED_EVERY)
