// How the application is started here: in Electron, or, where its binary is not available, in a browser. Plain JavaScript, see checks.mjs.
import { join } from 'node:path'
import { findElectron, root } from './checks.mjs'

/** Why Electron itself cannot show a window here; undefined when it can. */
function obstacle(isPreviewAsked) {
  if (isPreviewAsked) return 'a preview was asked for'
  const hasDisplay = process.env.DISPLAY || process.env.WAYLAND_DISPLAY
  if (process.platform === 'linux' && !hasDisplay) return 'there is no display'
  return undefined
}

function inElectron(command, appArguments) {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  if (asRoot.length > 0) console.log("As root Electron runs without Chromium's sandbox (--no-sandbox).")
  return { command, args: ['.', ...asRoot, ...appArguments], env: {} }
}

function inBrowser(appArguments) {
  const args = [join(root, 'test/double/launch.ts'), '.', ...appArguments]
  return { command: process.execPath, args, env: { DOUBLE_HOST: 'preview' } }
}

/**
 * The program that shows the window, with its arguments and what its environment needs beside ours. `--preview` among the
 * arguments of `npm start` asks for the browser; the others are the application's own.
 */
export function chooseLaunch(given) {
  const appArguments = given.filter((argument) => argument !== '--preview')
  const known = obstacle(given.includes('--preview'))
  const { binary, reason } = known ? { reason: known } : findElectron()
  if (binary) return inElectron(binary, appArguments)
  console.log(
    `Electron is not used: ${reason}. The same window opens in a browser instead, for evaluation only.`,
  )
  return inBrowser(appArguments)
}
