import { createHash, randomUUID } from 'node:crypto'

/** A UUID in lower case with hyphens, of any version. Sources make their own, so versions are not checked. */
export type Uuid = string & { readonly __uuid: true }

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

export const isUuid = (text: string): boolean => UUID.test(text)

/** The UUID in `text`, lower-cased, or undefined where it is not one. */
export const parseUuid = (text: string): Uuid | undefined => (UUID.test(text) ? (text.toLowerCase() as Uuid) : undefined)

/** As parseUuid, for text that the program itself wrote. Throws RangeError. */
export function uuid(text: string): Uuid {
  const parsed = parseUuid(text)
  if (!parsed) throw new RangeError(`Not a UUID: ${text.slice(0, 40)}`)
  return parsed
}

export const newUuid = (): Uuid => randomUUID() as Uuid

/** The name-based UUID (RFC 9562, version 5) of `name` within `namespace`: the same name always gives the same id. */
export function uuidFromName(namespace: Uuid, name: string): Uuid {
  const hash = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name, 'utf8')
    .digest()
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80
  const hex = hash.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}` as Uuid
}
