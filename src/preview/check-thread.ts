import { parentPort } from 'node:worker_threads'
import { look, type CheckTask } from './checker.ts'

// The program of the thread that asks the rules: gives back what came of each task, as JSON, which is quicker than to copy objects.
const port = parentPort
port?.on('message', (task: CheckTask) => {
  void (async () => port.postMessage(JSON.stringify(await look(task))))()
})
