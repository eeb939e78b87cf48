export { createSnapshot, type Snapshot, SnapshotFejl } from './snapshot.ts'
