import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { canHaveCleanRoot, runInCleanRoot } from '../../tools/package/clean-root.ts'
import { channelFolder } from '../support/channel.ts'
import { isInstalled } from '../support/programs.ts'

/** Policy, root, apt, dpkg and the folder in /var/cache are those of the system; what is installed holds little more than the program's own path. */

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')
const MAIN = '/opt/CoreX Teller/resources/app.asar.unpacked/out/main'

const work = mkdtempSync(join(tmpdir(), 'corex-debs-'))
const channel = channelFolder()
afterAll(() => {
  rmSync(work, { recursive: true })
  channel.remove()
})

/** A package whose program leads to the sources. */
function debOf(version: string, depends: string): string {
  const tree = join(work, version)
  mkdirSync(join(tree, 'DEBIAN'), { recursive: true })
  mkdirSync(join(tree, MAIN), { recursive: true })
  writeFileSync(join(tree, MAIN, 'corex.js'), `await import('${root}/cli/corex.ts')\n`)
  const facts = [
    'Package: corex-teller',
    `Version: ${version}`,
    'Architecture: amd64',
    'Maintainer: A <a@bank.example>',
  ]
  const text = [...facts, `Depends: ${depends}`, 'Description: for a test', ''].join('\n')
  writeFileSync(join(tree, 'DEBIAN/control'), text)
  execFileSync('dpkg-deb', ['--build', '--root-owner-group', '-Zgzip', tree, `${tree}.deb`], {
    stdio: 'pipe',
  })
  return `${tree}.deb`
}

/** $1 a package that is installed first, $2 a policy, $3 Node. Says what the update answered, with which code, and how the computer stands afterwards. */
const INSIDE = `chmod 755 /
dpkg --install "$1" >/dev/null
mkdir -m 755 /etc/corex-teller
install -m 644 "$2" /etc/corex-teller/policy.json
"$3" "${MAIN}/corex.js" update --json
echo "code $?"
dpkg-query --show --showformat='\${db:Status-Status} \${Version}\\n' corex-teller
ls /var/cache | grep -c corex-update`

async function updatedTo(version: string, depends: string): Promise<string> {
  await channel.publish(version, readFileSync(debOf(version, depends)))
  const policy = join(work, 'policy.json')
  writeFileSync(policy, JSON.stringify({ format: 1, updates: { from: channel.holds, key: channel.key } }))
  return runInCleanRoot(root, ['sh', '-c', INSIDE, 'sh', debOf('0.0.9', 'libc6'), policy, process.execPath])
    .stdout
}

const possible = canHaveCleanRoot() && isInstalled('apt-get') && process.arch === 'x64'

test.skipIf(!possible)(
  'the system’s own apt installs the newer package of the policy’s channel',
  async () => {
    const said = await updatedTo('0.2.0', 'libc6')
    expect(said).toContain('"state": "INSTALLED"')
    expect(said.split('\n').slice(-4)).toEqual(['code 0', 'installed 0.2.0', '0', ''])
  },
)

test.skipIf(!possible)(
  'a package for which the system lacks something leaves the one before as it was',
  async () => {
    const said = await updatedTo('0.3.0', 'no-such-library')
    expect(said).toContain('"code": "INSTALL_FAILED"')
    expect(said.split('\n').slice(-4)).toEqual(['code 1', 'installed 0.0.9', '0', ''])
  },
)
