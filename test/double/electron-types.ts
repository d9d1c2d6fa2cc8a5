/**
 * Compiled, never run: fails when the double and Electron's own type definitions drift apart.
 * Three things are compared for each object: that the double adds no public name, that what Electron accepts as
 * arguments the double accepts too, and that what the double returns is what Electron promises.
 */
import type { EventEmitter } from 'node:events'
import type * as Real from 'electron'
import type * as Double from './electron.ts'

type Call = (...args: never[]) => unknown

/** Names that the double has and Electron has not; `Own` are those that only the double's own files use. */
type Invented<Mine, Theirs, Own extends PropertyKey> = Exclude<keyof Mine, keyof Theirs | Own>

type Accepts<Mine, Theirs> = Mine extends Call
  ? Theirs extends Call
    ? Parameters<Theirs> extends Parameters<Mine>
      ? true
      : false
    : false
  : true

type Returns<Mine, Theirs> = Mine extends Call
  ? Theirs extends Call
    ? ReturnType<Mine> extends ReturnType<Theirs>
      ? true
      : ReturnType<Theirs> extends void
        ? true
        : false
    : false
  : Mine extends Theirs
    ? true
    : false

/** Names whose calls or values do not fit; the double's windows and requests are not Electron's, hence `Ours`. */
type Misfits<Mine, Theirs, Ours extends PropertyKey> = {
  [K in Exclude<keyof Mine & keyof Theirs, keyof EventEmitter | Ours>]: [
    Accepts<Mine[K], Theirs[K]>,
    Returns<Mine[K], Theirs[K]>,
  ] extends [true, true]
    ? never
    : K
}[Exclude<keyof Mine & keyof Theirs, keyof EventEmitter | Ours>]

type None<Names extends never> = Names

export type NoInventedName = [
  None<Invented<typeof Double, typeof Real, never>>,
  None<Invented<typeof Double.app, Real.App, 'boot' | 'windowClosed'>>,
  None<Invented<Double.BrowserWindow, Real.BrowserWindow, 'withSurface' | 'currentUrl' | 'closed'>>,
  None<Invented<Double.BrowserWindow['webContents'], Real.WebContents, 'targetId' | OwnContents>>,
  None<Invented<typeof Double.session.defaultSession, Real.Session, 'allows' | 'finalHeaders' | 'answerApp'>>,
  None<Invented<typeof Double.ipcMain, Real.IpcMain, 'receive'>>,
  None<Invented<typeof Double.protocol, Real.Protocol, never>>,
  None<Invented<typeof Double.net, Real.Net, never>>,
  None<Invented<typeof Double.safeStorage, Real.SafeStorage, never>>,
  None<Invented<typeof Double.dialog, Real.Dialog, never>>,
  None<Invented<typeof Double.shell, Real.Shell, never>>,
  None<Invented<typeof Double.Menu, typeof Real.Menu, never>>,
  None<Invented<typeof Double.nativeTheme, Real.NativeTheme, never>>,
  None<Invented<typeof Double.powerMonitor, Real.PowerMonitor, never>>,
  None<Invented<typeof Double.screen, Real.Screen, never>>,
  None<Invented<typeof Double.clipboard, Real.Clipboard, never>>,
  None<Invented<typeof Double.globalShortcut, Real.GlobalShortcut, never>>,
  None<Invented<typeof Double.crashReporter, Real.CrashReporter, never>>,
  None<Invented<typeof Double.webContents, typeof Real.webContents, never>>,
]

type OwnContents = 'loaded' | 'crashed' | 'mayNavigate' | 'mayOpen'

export type NoMisfit = [
  None<Misfits<typeof Double.app, Real.App, 'commandLine'>>,
  None<Misfits<Double.BrowserWindow, Real.BrowserWindow, 'webContents'>>,
  None<
    Misfits<
      Double.BrowserWindow['webContents'],
      Real.WebContents,
      'session' | 'mainFrame' | 'setWindowOpenHandler'
    >
  >,
  None<Misfits<typeof Double.protocol, Real.Protocol, 'handle'>>,
  None<Misfits<typeof Double.safeStorage, Real.SafeStorage, never>>,
  None<Misfits<typeof Double.dialog, Real.Dialog, never>>,
  None<Misfits<typeof Double.shell, Real.Shell, never>>,
  None<Misfits<typeof Double.nativeTheme, Real.NativeTheme, never>>,
  None<Misfits<typeof Double.powerMonitor, Real.PowerMonitor, never>>,
  None<Misfits<typeof Double.screen, Real.Screen, 'getPrimaryDisplay' | OwnDisplays>>,
  None<Misfits<typeof Double.clipboard, Real.Clipboard, never>>,
  None<Misfits<typeof Double.globalShortcut, Real.GlobalShortcut, never>>,
]

type OwnDisplays = 'getAllDisplays' | 'getDisplayMatching' | 'getDisplayNearestPoint'
