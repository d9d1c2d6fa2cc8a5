import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Mutant, planted } from './mutant.ts'

/** A copy of the tree with its packages, in which faults are planted; removed when it is disposed of. */
export type TreeCopy = Disposable & {
  readonly folder: string
  /** Plants the fault, and answers what takes it out again. */
  plant(mutant: Mutant): Disposable
  /** Runs a command in the copy. */
  run(command: string, ...args: string[]): { readonly failed: boolean; readonly output: string }
}

const LONGEST_MS = 15 * 60_000

export function copyTree(root: string): TreeCopy {
  const folder = mkdtempSync(join(tmpdir(), 'corex-mutants-'))
  for (const file of filesOf(root)) cpSync(join(root, file), join(folder, file))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  const run: TreeCopy['run'] = (command, ...args) => {
    const { status, stdout, stderr } = spawnSync(command, args, {
      cwd: folder,
      maxBuffer: 2 ** 28,
      timeout: LONGEST_MS,
    })
    return { failed: status !== 0, output: `${stdout.toString()}\n${stderr.toString()}` }
  }
  const write = (file: string, text: string) => {
    writeFileSync(join(folder, file), text)
    // Not the hash of the code is to see the fault: it sees any change.
    if (file.startsWith('migrations/')) run('node', 'tools/hash-migrations.ts')
  }
  const plant = (mutant: Mutant) => {
    const whole = readFileSync(join(root, mutant.file), 'utf8')
    write(mutant.file, planted(whole, mutant))
    return { [Symbol.dispose]: () => write(mutant.file, whole) }
  }
  return { folder, plant, run, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) }
}

/** The files of the tree that git knows or would know. */
export function filesOf(root: string): string[] {
  const listed = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
  })
  const names = listed.stdout.toString().split('\0')
  return names.filter((name) => name !== '' && existsSync(join(root, name)))
}
