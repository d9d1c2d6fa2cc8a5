/**
 * What `electron` means to a built main process that is to have no window: only the channel by which its page would call is there, and
 * the folders. Everything else answers everything.
 */
type Handler = (event: unknown, name: string, input: unknown, page: string) => Promise<unknown>
type Anything = { (...args: readonly unknown[]): Anything }

const folder = process.env['PROOF_SETTINGS'] ?? ''
const root = process.env['PROOF_APPLICATION'] ?? ''

/** Is called, made, read and gone through, and has nothing in it. */
const anything: Anything = new Proxy(function nothing() {} as unknown as Anything, {
  get: (_, name) => {
    if (name === 'then') return undefined
    if (name === Symbol.toPrimitive) return () => 0
    return name === Symbol.iterator ? [][Symbol.iterator] : anything
  },
  set: () => true,
  apply: () => anything,
  construct: () => anything,
})

const asGiven = (known: object) =>
  new Proxy(known, { get: (target, name): unknown => Reflect.get(target, name) ?? anything })

const contents = asGiven({})
const page = { sender: contents, senderFrame: { parent: null, url: 'app://teller/index.html' } }
const handlers = new Map<string, Handler>()

/** Asks as the page of the window would. */
export const callAsPage = async (name: string, input: unknown, load: string): Promise<unknown> =>
  handlers.get('corex.call')?.(page, name, input, load)

export const ipcMain = asGiven({
  handle: (channel: string, handler: Handler) => void handlers.set(channel, handler),
})
export const app = asGiven({
  isPackaged: false,
  getPath: () => folder,
  getAppPath: () => root,
  getVersion: () => '0.1.0',
  whenReady: async () => {},
  requestSingleInstanceLock: () => true,
  exit: (code: number) => process.exit(code),
  quit: () => process.exit(),
})
export const BrowserWindow = new Proxy(function window() {}, {
  construct: () => asGiven({ webContents: contents, isDestroyed: () => true }),
})
export const safeStorage = asGiven({
  isEncryptionAvailable: () => true,
  encryptString: (text: string) => Buffer.from(text),
  decryptString: (bytes: Buffer) => bytes.toString(),
})
export const [
  Menu,
  clipboard,
  dialog,
  nativeTheme,
  net,
  powerMonitor,
  protocol,
  screen,
  session,
  shell,
  utilityProcess,
] = Array.from({ length: 11 }, () => anything)
