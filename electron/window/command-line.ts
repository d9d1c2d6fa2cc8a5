import { app, dialog } from 'electron'

/** EX_USAGE of sysexits.h, for whoever starts the application by a script. */
const WRONG_USAGE = 64

/**
 * The switches that an installed application takes, with their values. Electron and Chromium know hundreds, by which whoever writes a shortcut
 * opens the window to a debugger, leaves out the sandbox, turns certificates off or loads a program into it, and each release brings more:
 * so what is harmless is listed, and everything else refused.
 */
const TAKEN: Readonly<Record<string, RegExp>> = {
  // Settings and data elsewhere: another branch, or none. What protects this one is not in the folder's name.
  'user-data-dir': /./,
  lang: /^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$/,
  // For people who see little, screen readers, and displays or drivers that are told apart wrongly.
  'force-device-scale-factor': /^\d(\.\d+)?$/,
  'force-renderer-accessibility': /^(basic|form-controls|complete)?$/,
  'disable-gpu': /^$/,
  'ozone-platform': /^(x11|wayland)$/,
  'ozone-platform-hint': /^(auto|x11|wayland)$/,
  // Which keyring of the desktop is asked; `basic` would be none.
  'password-store': /^(gnome-libsecret|kwallet\d?)$/,
}

/** Chromium takes one dash, two, and on Windows a slash; there it does not tell capital letters apart. */
const isSwitch = (text: string, platform: NodeJS.Platform): boolean =>
  text.startsWith('-') || (platform === 'win32' && text.startsWith('/'))

function isTaken(text: string): boolean {
  const [, name = '', value = ''] = /^--([^=]+)=?(.*)$/s.exec(text) ?? []
  return Object.hasOwn(TAKEN, name) && TAKEN[name]?.test(value) === true
}

/** Of what the application was started with, the switches that it does not take, without their values. */
export const refusedSwitches = (args: readonly string[], platform: NodeJS.Platform): string[] =>
  args
    .filter((text) => isSwitch(text, platform) && !isTaken(text))
    .map((text) =>
      text
        .replace(/=.*$/s, '')
        .replace(/[^\w/-]/g, '?')
        .slice(0, 60),
    )

/** Says why, where the person who started it sees it, and ends. */
export function refuseToStart(switches: readonly string[], log: (line: string) => void): void {
  const named = switches.join(' ')
  log(`Not started: ${named} is not taken by an installed application`)
  dialog.showErrorBox(
    `${app.getName()} was not started`,
    `It was asked to start with ${named}, which it does not take. Start it without, from the system's menu. ` +
      'If a shortcut or a script asks for it, have whoever looks after this computer change it.',
  )
  app.exit(WRONG_USAGE)
}
