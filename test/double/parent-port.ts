import { EventEmitter } from 'node:events'

/** Loaded first in a child of the double's utilityProcess: gives it `process.parentPort`, as Electron does. */
const port = Object.assign(new EventEmitter(), {
  postMessage: (message: unknown) => void process.send?.(message),
})
// Node keeps messages back until somebody listens, so that none is lost while the child loads.
port.once('newListener', () => {
  process.on('message', (data) => port.emit('message', { data, ports: [] }))
})
process.on('disconnect', () => process.exit())
Object.assign(process, { parentPort: port })
