import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

export type Preview = {
  process: ChildProcess
  /** The next link that the preview prints; rejects when it ends instead. */
  nextLink: () => Promise<URL>
  /** Ends it as Ctrl+C would. */
  end: () => Promise<void>
}

/** A data folder for previews that start one after the other, and its removal. */
export function previewData(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'preview-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Starts the fixture application in a preview. */
export function startPreview(userData: string, env: Record<string, string> = {}): Preview {
  const preview = spawn(
    process.execPath,
    ['test/double/launch.ts', 'test/double/fixture', `--user-data-dir=${userData}`],
    {
      cwd: root,
      env: { ...process.env, DOUBLE_HOST: 'preview', ...env },
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  )
  const ended = new Promise<void>((resolve) => preview.once('exit', () => resolve()))
  const nextLink = () =>
    new Promise<URL>((resolve, reject) => {
      preview.once('exit', () => reject(new Error('the preview ended')))
      preview.stdout.on('data', (chunk) => {
        const [found] = /http:\S+/.exec(String(chunk)) ?? []
        if (found !== undefined) resolve(new URL(found))
      })
    })
  const end = () => {
    preview.kill('SIGTERM')
    return ended
  }
  return { process: preview, nextLink, end }
}
