import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider'

const SWEEP_AT = 2000
const STANDARD_SEKUNDER = 3600

type Post = { readonly indhold: AdapterPayload; readonly udloeber: number }

/** Where the stand-in keeps its logins: in memory, gone with the process, as fits a stand-in. */
export function createAdapter(): AdapterFactory {
  const poster = new Map<string, Post>()
  const read = (noegle: string): AdapterPayload | undefined => {
    const post = poster.get(noegle)
    return post && post.udloeber > Date.now() ? post.indhold : undefined
  }
  const sweep = (): void => {
    for (const noegle of poster.keys()) if (!read(noegle)) poster.delete(noegle)
  }
  return (slags: string): Adapter => ({
    upsert: async (id, indhold, sekunder) => {
      if (poster.size > SWEEP_AT) sweep()
      poster.set(`${slags}:${id}`, { indhold, udloeber: Date.now() + (sekunder ?? STANDARD_SEKUNDER) * 1000 })
    },
    find: async (id) => read(`${slags}:${id}`),
    findByUid: async (uid) => {
      for (const [noegle, { indhold }] of poster) if (noegle.startsWith(`${slags}:`) && indhold.uid === uid) return read(noegle)
      return undefined
    },
    findByUserCode: async () => undefined,
    consume: async (id) => {
      const indhold = read(`${slags}:${id}`)
      if (indhold) indhold.consumed = Math.floor(Date.now() / 1000)
    },
    destroy: async (id) => {
      poster.delete(`${slags}:${id}`)
    },
    revokeByGrantId: async (grantId) => {
      for (const [noegle, { indhold }] of poster) if (indhold.grantId === grantId) poster.delete(noegle)
    },
  })
}
