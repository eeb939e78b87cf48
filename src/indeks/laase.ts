import type { Uuid } from '#kernel'

const BUCKETS = 512

/** The lock buckets of the ids, each once and in order: the order that every transaction takes them in. */
export const toBuckets = (ider: Iterable<Uuid>): number[] =>
  [...new Set([...ider].map((id) => Number.parseInt(id.slice(0, 8), 16) % BUCKETS))].sort((a, b) => a - b)
