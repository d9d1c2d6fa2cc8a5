import { expect, test, vi } from 'vitest'

const said = vi.hoisted(() => ({ boxes: [] as string[], code: -1 }))
vi.mock('electron', () => ({
  app: { getName: () => 'CoreX Teller', exit: (code: number) => (said.code = code) },
  dialog: { showErrorBox: (_: string, text: string) => said.boxes.push(text) },
}))
const { refusedSwitches, refuseToStart } = await import('../../electron/window/command-line.ts')

test.each([
  '--remote-debugging-port=9222',
  '--remote-debugging-port',
  '--remote-debugging-pipe',
  '--remote-allow-origins=*',
  '--inspect',
  '--inspect-brk=127.0.0.1:9229',
  '--inspect-publish-uid=http',
  '--no-sandbox',
  '--disable-seccomp-filter-sandbox',
  '--ignore-certificate-errors',
  '--disable-web-security',
  '--js-flags=--allow-natives-syntax',
  '--load-extension=/tmp/x',
  '--host-rules=MAP * 127.0.0.1',
  '--host-resolver-rules=MAP * 127.0.0.1',
  '--proxy-server=127.0.0.1:8080',
  '--log-net-log=/tmp/x',
  '--ssl-key-log-file=/tmp/x',
  '--renderer-cmd-prefix=gdb',
  '--gpu-launcher=/tmp/x',
  '--utility-cmd-prefix=/tmp/x',
  '--browser-subprocess-path=/tmp/x',
  '--enable-blink-features=X',
  '--password-store=basic',
  '--ozone-platform=headless',
  '--user-data-dir',
  '--lang=../x',
  '-no-sandbox',
  '-r',
  '--',
  '--constructor',
  '--NO-SANDBOX',
])('an installed application does not start with %s', (given) => {
  expect(refusedSwitches(['file.txt', given], 'linux')).toEqual([given.replace(/=.*/, '')])
})

test('on Windows a slash begins a switch; elsewhere a path', () => {
  expect(refusedSwitches(['/no-sandbox', '/Inspect=1'], 'win32')).toEqual(['/no-sandbox', '/Inspect'])
  expect(refusedSwitches(['/mnt/share/file.txt'], 'linux')).toEqual([])
})

test('it starts with nothing, and with what a display, a screen reader or another data folder needs', () => {
  const taken = ['--user-data-dir=/data', '--lang=de-AT', '--force-device-scale-factor=1.5', '--disable-gpu']
  const more = ['--force-renderer-accessibility', '--ozone-platform=wayland', '--password-store=kwallet6']
  for (const platform of ['linux', 'win32', 'darwin'] as const) {
    expect(refusedSwitches([], platform)).toEqual([])
    expect(refusedSwitches([...taken, ...more], platform)).toEqual([])
  }
})

test('it says which switch, without its value, in the log and to whoever started it, and ends with a code', () => {
  const lines: string[] = []
  refuseToStart(refusedSwitches(['--proxy-server=secret\nx', '--a\nb'], 'linux'), (line) => lines.push(line))
  expect(lines.join()).toMatch(/^Not started: --proxy-server --a\?b is not taken/)
  expect(said.boxes.join()).toMatch(
    /start with --proxy-server --a\?b, which it does not take\. Start it without/,
  )
  expect(said.code).toBe(64)
})
