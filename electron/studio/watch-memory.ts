import { kill, memoryUsage, pid, ppid } from 'node:process'
import { MOST_MEMORY, WATCHED_EVERY } from './limits.ts'

/**
 * A thread of the studio that ends the whole process when it takes too much memory, or when nobody is left who could ask for anything. A
 * timer of the main thread would wait until the picture is drawn that takes the memory.
 */
const parent = ppid
setInterval(() => {
  if (memoryUsage.rss() > MOST_MEMORY || process.ppid !== parent) kill(pid, 'SIGKILL')
}, WATCHED_EVERY)
