import { parentPort, workerData } from 'node:worker_threads'

/** Ticks every millisecond while it is told to, whatever the thread that listens is doing. */
const tilstand = workerData as Int32Array
const TIK_MS = 1

for (;;) {
  Atomics.wait(tilstand, 0, 0)
  let naeste = performance.now() + TIK_MS
  while (Atomics.load(tilstand, 0) === 1) {
    // Wakes at once where it is told to rest.
    Atomics.wait(tilstand, 0, 1, Math.max(0, naeste - performance.now()))
    parentPort?.postMessage(0)
    naeste = Math.max(naeste + TIK_MS, performance.now())
  }
}
