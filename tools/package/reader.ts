import { once } from 'node:events'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
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

/** Runs the thread from the place where the application looks for it, with the modules that lie beside it. */
export const examineReader = (resources: string): Promise<Finding> =>
  finding('the unpacked reader of documents reads a PDF', async () => {
    const file = join(resources, 'app.asar.unpacked/out/main/check-pdf.js')
    const thread = new Worker(file, { workerData: Buffer.from(PDF), stderr: true })
    const [answer]: unknown[] = await once(thread, 'message', { signal: AbortSignal.timeout(60_000) })
    await thread.terminate()
    const said = JSON.stringify(answer)
    return said === '{"pages":1}' ? [] : [said]
  })
