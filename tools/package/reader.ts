import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { type Finding, finding } from './finding.ts'

const PDF = `%PDF-1.7
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Count 1 /Kids [3 0 R] >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >> endobj
4 0 obj << /Length 14 >> stream
0 0 9 9 re f Q
endstream endobj
trailer << /Size 5 /Root 1 0 R >>
%%EOF`

/** Starts the thread and says what it answers. */
const PROGRAM = `const { Worker } = require('node:worker_threads')
const [file, pdf] = process.argv.slice(1)
const thread = new Worker(file, { workerData: Buffer.from(pdf, 'base64'), stderr: true })
thread.once('message', (answer) => {
  process.stdout.write(JSON.stringify(answer), () => process.exit())
})`

/**
 * Runs the thread from the place where the application looks for it, with the modules that lie beside it. In a process of its own: there the
 * thread forbids libvips, for as long as the process lives, to read most kinds of pictures, and icons are drawn in this one.
 */
export const examineReader = (resources: string): Promise<Finding> =>
  finding('the unpacked reader of documents reads a PDF', () => {
    const file = join(resources, 'app.asar.unpacked/out/main/check-pdf.js')
    const pdf = Buffer.from(PDF).toString('base64')
    const said = execFileSync(process.execPath, ['-e', PROGRAM, file, pdf], {
      encoding: 'utf8',
      timeout: 60_000,
    })
    return said === '{"pages":1}' ? [] : [said]
  })
