import { contextBridge, ipcRenderer } from 'electron'

/** This load of the page. After a reload or a crash there is another one, which never gets the answers that this one waits for. */
const page = crypto.randomUUID()

/** Everything that the page can reach of the main process. The dispatcher decides what may be called, and by whom. */
contextBridge.exposeInMainWorld('corex', {
  page,
  invoke: (name: string, input: unknown): Promise<unknown> =>
    ipcRenderer.invoke('corex.call', name, input, page),
  on: (event: string, listener: (payload: unknown) => void): (() => void) => {
    const relay = (_: unknown, name: string, payload: unknown) => {
      if (name === event) listener(payload)
    }
    ipcRenderer.on('corex.event', relay)
    // Answers nothing: what it returns crosses into the page, and that would be the renderer's whole way to the main process.
    return () => void ipcRenderer.off('corex.event', relay)
  },
})
