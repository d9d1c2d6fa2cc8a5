import { contextBridge, ipcRenderer } from 'electron'

/** All that the page can reach of the main process. What may be called, and by whom, is the dispatcher's business. */
contextBridge.exposeInMainWorld('corex', {
  invoke: (name: string, input: unknown): Promise<unknown> => ipcRenderer.invoke('corex.call', name, input),
  on: (event: string, listener: (payload: unknown) => void): (() => void) => {
    const relay = (_: unknown, name: string, payload: unknown) => {
      if (name === event) listener(payload)
    }
    ipcRenderer.on('corex.event', relay)
    return () => ipcRenderer.off('corex.event', relay)
  },
})
